use std::net::IpAddr;

use msdk::msdk_endpoint;

/// Checks that a player's login is still valid, and renews its token (openkey) by two hours if it is.
///
/// Section 2.1.1 of the vendor's document. An expired or forged token is a refusal; see
/// [`Error::platform_code`](msdk::Error::platform_code).
#[msdk_endpoint(
    path = "/auth/verify_login/", method = POST,
    appid = int, token = "openkey", idempotent, reply = (),
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyLogin {
    /// The address from which the player's client connects.
    pub userip: IpAddr,
}
