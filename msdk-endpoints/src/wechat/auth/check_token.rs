use msdk::msdk_endpoint;

/// Checks that a player's access token is still valid.
///
/// Section 3.1.2 of the vendor's document. A refusal with code 40001 is normal two hours after the login: renew the token
/// by [`refresh_token`](super::refresh_token()). The body has no app id.
#[msdk_endpoint(path = "/auth/check_token/", method = POST, platform = wechat, appid = none, idempotent, reply = ())]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckToken;

#[cfg(test)]
mod tests {
    use msdk::{Advice, ErrorKind};

    use super::*;
    use crate::testing::{answer, assert_request, session, violations_of, wechat};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &wechat(),
            CheckToken,
            r#"
                POST http://msdktest.qq.com/auth/check_token/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
                "accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        answer(CheckToken, r#"{"ret":0,"msg":"ok"}"#).unwrap();
    }

    #[test]
    fn an_expired_token_is_to_be_refreshed() {
        for (msg, advice) in [
            ("40001,invalid credential", Advice::RefreshToken),
            ("42001,access_token expired", Advice::RefreshToken),
            ("40003,invalid openid", Advice::LogInAgain),
        ] {
            let error = answer(CheckToken, &format!(r#"{{"ret":-20000,"msg":"{msg}"}}"#)).unwrap_err();
            assert_eq!((error.kind(), error.advice()), (ErrorKind::Refused, advice), "{msg}");
            assert!(!error.may_have_acted());
        }
    }

    #[test]
    fn it_is_for_players_of_wechat() {
        let rule = "`session` belongs to a player of mobile QQ; the endpoint is called for a player of WeChat";
        assert_eq!(violations_of(&session(), CheckToken), [rule]);
    }
}
