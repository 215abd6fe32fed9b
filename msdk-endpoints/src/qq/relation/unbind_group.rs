use msdk::{msdk_endpoint, msdk_reply};

/// Ends the binding of a guild and its QQ group.
///
/// Section 2.3.6 of the vendor's document. A refusal's [`plat_code`](msdk::Error::plat_code) 2001 tells that nothing
/// was bound. It is success after an attempt whose answer was lost, see [`Call::after`](msdk::Call::after) and
/// [`Answer::done_before`](msdk::Answer::done_before); 2004 asks to try less often.
#[msdk_endpoint(path = "/relation/unbind_group/", method = POST, platform = qq, opua, done = 2001)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnbindGroup {
    /// The openid of the group, from [`get_groupopenid`](super::get_groupopenid()).
    #[msdk(name = "groupOpenid", bytes = 1..)]
    pub group_openid: String,
    /// The id of the guild in the game.
    #[msdk(bytes = 1..)]
    pub unionid: String,
}

/// What the platform says of an ended binding.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct UnbindGroupReply {
    /// Whether the data is [degraded](crate::qq#degraded-answers). It says nothing of the binding,
    /// which has ended; where it is absent, or neither yes nor no, it is no.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session_with_opua, violations};

    fn call(group_openid: &str, unionid: &str) -> UnbindGroup {
        UnbindGroup { group_openid: group_openid.into(), unionid: unionid.into() }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session_with_opua(),
            call("84A812ECA15269F85AE1C2", "xxxx"),
            r#"
                POST http://msdktest.qq.com/relation/unbind_group/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1&opua=AndroidSDK_17_maguro_4.2.2

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "groupOpenid":"84A812ECA15269F85AE1C2","unionid":"xxxx"}
                "#,
        );
    }

    #[test]
    fn group_and_guild_are_named() {
        assert_eq!(violations(call("8", "x")), [""; 0]);
        assert_eq!(
            violations(call("", "")),
            [
                "`groupOpenid` must have at least 1 byte of UTF-8, has 0",
                "`unionid` must have at least 1 byte of UTF-8, has 0",
            ]
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "is_lost": "0",
            "platCode": "0",
            "msg": "success",
            "ret": 0
        }"#;
        assert_eq!(answer(call("8", "x"), body).unwrap(), UnbindGroupReply { is_lost: false });
    }

    #[test]
    fn an_odd_remark_does_not_undo_it() {
        for is_lost in [r#""maybe""#, "[]", "1.5"] {
            let body = format!(r#"{{"ret":0,"is_lost":{is_lost}}}"#);
            assert_eq!(answer(call("8", "x"), &body).unwrap(), UnbindGroupReply { is_lost: false }, "{body}");
        }
    }

    #[test]
    fn a_refusal_tells_that_nothing_was_bound() {
        let body = r#"{"ret":-10000,"msg":"2001,no binding","platCode":"2001"}"#;
        assert_eq!(answer(call("8", "x"), body).unwrap_err().plat_code(), Some(2001));
    }
}
