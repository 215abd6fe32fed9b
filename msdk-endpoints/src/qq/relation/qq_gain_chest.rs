use msdk::{msdk_endpoint, msdk_reply};

use super::LoginPlatform;

/// Makes a treasure chest that friends of the player open from a shared message.
///
/// Section 2.3.11 of the vendor's later edition, since 2015-10-21. A refusal's [`plat_code`](msdk::Error::plat_code) 1001
/// tells that the player is not logged in, 1002 that there is no such activity.
///
/// It is not idempotent: repeated after a lost answer, it may make a second chest. An answer without the id of the chest is
/// malformed, and the chest may have been made all the same.
#[msdk_endpoint(path = "/relation/qq_gain_chest/", method = POST, platform = qq, fixed(r#type = 0))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QqGainChest {
    /// Where the player logged in, as the login told the game's client.
    pub pf: LoginPlatform,
    /// The id of the activity, which the platform gives the game.
    pub actid: i64,
    /// How many items are in the chest. The platform raises it to `peoplenum` where it is less.
    #[msdk(range = 1..)]
    pub num: u32,
    /// How many players may open the chest.
    #[msdk(range = 1..)]
    pub peoplenum: u32,
}

/// The chest that was made.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqGainChestReply {
    /// The id of the chest, for the message that is shared.
    #[msdk(filled)]
    pub boxid: String,
}

#[cfg(test)]
mod tests {
    use msdk::ErrorKind;

    use super::*;
    use crate::testing::{answer, assert_request, session, violations};

    const CALL: QqGainChest = QqGainChest { pf: LoginPlatform::OpenmobileAndroid, actid: 16, num: 10, peoplenum: 5 };

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            CALL,
            r#"
                POST http://msdktest.qq.com/relation/qq_gain_chest/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "type":0,"pf":"openmobile_android","actid":16,"num":10,"peoplenum":5}
                "#,
        );
    }

    #[test]
    fn a_chest_has_items_and_is_for_somebody() {
        let empty = QqGainChest { num: 0, peoplenum: 0, ..CALL };
        assert_eq!(violations(empty), ["`num` must be at least 1, is 0", "`peoplenum` must be at least 1, is 0"]);
        assert_eq!(violations(QqGainChest { num: 1, peoplenum: 5, ..CALL }), [""; 0], "the platform raises it");
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{"ret":0,"msg":"success","platCode":"","boxid":"4b0e2f8d1a"}"#;
        assert_eq!(answer(CALL, body).unwrap().boxid, "4b0e2f8d1a");
        for body in [r#"{"ret":0,"platCode":""}"#, r#"{"ret":0,"platCode":"","boxid":""}"#] {
            let error = answer(CALL, body).unwrap_err();
            assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::MalformedAnswer, true), "{body}");
        }
        let refused = answer(CALL, r#"{"ret":-10000,"msg":"1001,no login","platCode":"1001"}"#).unwrap_err();
        assert_eq!(refused.plat_code(), Some(1001));
    }
}
