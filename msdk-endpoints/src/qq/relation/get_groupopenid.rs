use msdk::{msdk_endpoint, msdk_reply};

use super::GroupLookup;

/// Returns the openid of the QQ group that a guild is bound to.
///
/// The first of two sections 2.3.5 of the vendor's document. A refusal's
/// [`plat_code`](msdk::Error::plat_code) 2002 tells that no group is bound, 2003 that the player is no member of it.
#[msdk_endpoint(path = "/relation/get_groupopenid/", method = POST, platform = qq, opua, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupopenid {
    /// Which group.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub lookup: GroupLookup,
}

/// The group of a guild.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetGroupopenidReply {
    /// The openid of the group, which the other endpoints for groups ask for. An answer without it
    /// is malformed: that no group is bound is a refusal, not an absence.
    #[msdk(name = "groupOpenid")]
    pub group_openid: String,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session_with_opua};

    fn call() -> GetGroupopenid {
        GetGroupopenid { lookup: GroupLookup::by_guild("xxx", "0") }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session_with_opua(),
            call(),
            r#"
                POST http://msdktest.qq.com/relation/get_groupopenid/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1&opua=AndroidSDK_17_maguro_4.2.2

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "opt":"0","unionid":"xxx","zoneid":"0"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "is_lost": "0",
            "platCode": "0",
            "groupOpenid": "xxxx",
            "msg": "success",
            "ret": 0
        }"#;
        let expected = GetGroupopenidReply { group_openid: "xxxx".into(), is_lost: false };
        assert_eq!(answer(call(), body).unwrap(), expected);
    }

    #[test]
    fn a_refusal_tells_that_no_group_is_bound() {
        let body = r#"{"ret":-10000,"msg":"2002,no binding","platCode":"2002","is_lost":"0"}"#;
        assert_eq!(answer(call(), body).unwrap_err().plat_code(), Some(2002));
    }
}
