use msdk::msdk_endpoint;

use crate::qq::profile::Expiry;

/// Reports the player's score to WeChat.
///
/// Section 3.4.1 of the vendor's document, which is going to retire it: use [`wxbattle_report`](super::wxbattle_report()).
/// It asks for no token of the player.
///
/// It is not idempotent: a late repeat can overwrite a newer score.
#[msdk_endpoint(
    path = "/profile/wxscore/", method = POST, platform = wechat,
    token = none, fixed(grantType = "client_credential"), reply = (),
    codes(40001 = fix_request("the app id or the app key is wrong, since no token of a player was sent")),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wxscore {
    /// The score, as text; not empty.
    #[msdk(bytes = 1..)]
    pub score: String,
    /// Until when it counts.
    pub expires: Expiry,
}

#[cfg(test)]
mod tests {
    use msdk::{ErrorKind, Session, UnixTime};

    use super::*;
    use crate::testing::{answer, assert_request, violations};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &Session::wechat_without_token("oGRTijlTHnyvS3bXHbdGB8hSPZ-_"),
            Wxscore { score: "2000".into(), expires: Expiry::Never },
            r#"
                POST http://msdktest.qq.com/profile/wxscore/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"wxcde873f99466f74a","openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
                "grantType":"client_credential","score":"2000","expires":"0"}
                "#,
        );
    }

    #[test]
    fn a_score_and_a_time_are_checked() {
        let expires = Expiry::At(UnixTime::from_secs(0));
        let rules =
            ["`score` must have at least 1 byte of UTF-8, has 0", "`expires` must be a point in time after 1970"];
        assert_eq!(violations(Wxscore { score: String::new(), expires }), rules);
    }

    #[test]
    fn a_lost_answer_leaves_open_what_was_done() {
        let call = Wxscore { score: "1".into(), expires: Expiry::Never };
        let error = answer(call.clone(), "<html>").unwrap_err();
        assert_eq!((error.kind(), error.may_have_acted(), error.attempts()), (ErrorKind::MalformedAnswer, true, 1));
        answer(call, r#"{"ret":0,"msg":"success"}"#).unwrap();
    }
}
