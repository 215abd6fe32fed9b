use std::net::IpAddr;

use msdk::msdk_endpoint;

/// Checks that a player's login is still valid, and renews its token (openkey) by two hours if it is.
///
/// Section 2.1.1 of the vendor's document. An expired or forged token is a refusal; see
/// [`Error::platform_code`](msdk::Error::platform_code).
#[msdk_endpoint(
    path = "/auth/verify_login/", method = POST, platform = qq,
    appid = int, token = "openkey", idempotent, reply = (),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyLogin {
    /// The address from which the player's client connects.
    pub userip: IpAddr,
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;
    use crate::testing::{answer, assert_request, session_with_opua};

    const CALL: VerifyLogin = VerifyLogin { userip: IpAddr::V4(Ipv4Addr::new(192, 168, 5, 114)) };

    #[test]
    fn is_sent_as_documented_and_without_opua() {
        assert_request(
            &session_with_opua(),
            CALL,
            r#"
                POST http://msdktest.qq.com/auth/verify_login/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":100703379,"openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "openkey":"933FE8C9AB9C585D7EABD04373B7155F","userip":"192.168.5.114"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        answer(CALL, r#"{"ret":0,"msg":"user is logged in"}"#).unwrap();
    }
}
