use msdk::{msdk_endpoint, msdk_reply};

/// Returns the key with which the game's client lets a player join the QQ group of a guild, on Android only.
///
/// Section 2.3.10 of the vendor's later edition, since 2015-05-04; its path has no slash at the end. A refusal's
/// [`plat_code`](msdk::Error::plat_code) says why there is none.
#[msdk_endpoint(path = "/relation/get_group_key", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupKey {
    /// The openid of the group, from [`get_groupopenid`](super::get_groupopenid()).
    #[msdk(name = "groupOpenid", bytes = 1..)]
    pub group_openid: String,
}

/// The key of a group.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetGroupKeyReply {
    /// The key, which the game's client hands to mobile QQ. An answer without it is malformed.
    #[msdk(name = "joinGroupKey", filled)]
    pub join_group_key: String,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session, violations};

    fn call() -> GetGroupKey {
        GetGroupKey { group_openid: "AEB9CA1A6D7D7F9B2DBC3C8C94A9B4F8".into() }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            call(),
            r#"
                POST http://msdktest.qq.com/relation/get_group_key
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","groupOpenid":"AEB9CA1A6D7D7F9B2DBC3C8C94A9B4F8"}
                "#,
        );
        assert_eq!(
            violations(GetGroupKey { group_openid: String::new() }),
            ["`groupOpenid` must have at least 1 byte of UTF-8, has 0"]
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{"ret":0,"msg":"success","is_lost":"0","platCode":"","joinGroupKey":"O3jLKdDQE6wS"}"#;
        let reply = answer(call(), body).unwrap();
        assert_eq!((reply.join_group_key.as_str(), reply.is_lost), ("O3jLKdDQE6wS", false));
        assert_eq!(answer(call(), r#"{"ret":0}"#).unwrap_err().path(), Some("joinGroupKey"));
    }
}
