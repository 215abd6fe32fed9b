use msdk::{CommaList, OpenId, Secret, msdk_endpoint, msdk_reply};

/// Renews a player's access token, which gives a new refresh token too.
///
/// Section 3.1.1 of the vendor's document. The session needs no access token
/// ([`Session::wechat_without_token`](msdk::Session::wechat_without_token)); its openid stands in the query only.
///
/// It is not idempotent: the answer has a NEW refresh token, and an answer lost may be a login lost. Store both tokens
/// before anything else is done with them, and drop the old refresh token only then. If nobody knows what became of a
/// call ([`may_have_acted`](msdk::Error::may_have_acted)), call once more with the refresh token that is stored; if that is
/// refused with 40032 or 42004, the player has to log in again, and nothing else is lost.
#[msdk_endpoint(
    path = "/auth/refresh_token/", method = POST, platform = wechat, openid = none, token = none,
    codes(
        40001 = log_in_again("the credential is invalid, and no access token was sent"),
        42001 = log_in_again("the token has expired, and no access token was sent"),
    ),
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The refresh token that the login or the last call gave; it holds for 30 days.
    #[msdk(name = "refreshToken", bytes = 1..)]
    pub refresh_token: Secret,
}

/// The new tokens.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RefreshTokenReply {
    /// The new access token. An answer without it, or with an empty one, is malformed.
    #[msdk(name = "accessToken", filled)]
    pub access_token: Secret,
    /// How long the access token holds, in seconds, 7200 in the document; `None` where the platform does not say.
    #[msdk(name = "expiresIn")]
    pub expires_in: Option<u32>,
    /// The new refresh token, which takes the place of the one that was sent. An answer without it, or with an
    /// empty one, is malformed.
    #[msdk(name = "refreshToken", filled)]
    pub refresh_token: Secret,
    /// The player's openid; `None` where the platform does not repeat it.
    pub openid: Option<OpenId>,
    /// What the player has allowed the game, such as `snsapi_userinfo`; none where it is absent. The platform ends the list
    /// with a comma, which is passed over.
    #[msdk(default)]
    pub scope: CommaList<String>,
}

#[cfg(test)]
mod tests {
    use msdk::{ErrorKind, Session};

    use super::*;
    use crate::testing::{answer, assert_request, violations};

    fn call() -> RefreshToken {
        RefreshToken { refresh_token: "OezXcEiiBSKSxW0eoylIeDHGRqhz7BWYlKwmX6pB".into() }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &Session::wechat_without_token("oGRTijlTHnyvS3bXHbdGB8hSPZ-_"),
            call(),
            r#"
                POST http://msdktest.qq.com/auth/refresh_token/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"wxcde873f99466f74a","refreshToken":"OezXcEiiBSKSxW0eoylIeDHGRqhz7BWYlKwmX6pB"}
                "#,
        );
        assert_eq!(
            violations(RefreshToken { refresh_token: "".into() }),
            ["`refreshToken` must have at least 1 byte of UTF-8, has 0"]
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0, "msg": "success",
            "accessToken": "OezXcEiiBSKSxW0eoylIeLl3C6OgXeyr", "expiresIn": 7200,
            "refreshToken": "OezXcEiiBSKSxW0eoylIeLl3", "openid": "oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
            "scope": "snsapi_userinfo,snsapi_friend,"
        }"#;
        let reply = answer(call(), body).unwrap();
        assert_eq!(reply.access_token.expose(), "OezXcEiiBSKSxW0eoylIeLl3C6OgXeyr");
        assert_eq!((reply.refresh_token.expose(), reply.expires_in), ("OezXcEiiBSKSxW0eoylIeLl3", Some(7200)));
        assert_eq!(reply.openid, Some("oGRTijlTHnyvS3bXHbdGB8hSPZ-_".into()));
        assert_eq!(reply.scope.as_slice(), ["snsapi_userinfo", "snsapi_friend"]);
        assert!(!format!("{:?}{:?}", reply, call()).contains("OezX"));
    }

    #[test]
    fn only_the_tokens_must_be_there() {
        let reply = answer(call(), r#"{"ret":0,"accessToken":"a","refreshToken":"b"}"#).unwrap();
        assert_eq!((reply.expires_in, reply.openid, reply.scope.as_slice().len()), (None, None, 0));
        for body in [
            r#"{"ret":0,"accessToken":"a","refreshToken":""}"#,
            r#"{"ret":0,"accessToken":"","refreshToken":"b"}"#,
            r#"{"ret":0,"accessToken":"a"}"#,
            r#"{"ret":0,"refreshToken":"b"}"#,
            r#"{"ret":0}"#,
        ] {
            let error = answer(call(), body).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::MalformedAnswer);
            assert!(error.may_have_acted(), "the old refresh token may be used up");
        }
    }
}
