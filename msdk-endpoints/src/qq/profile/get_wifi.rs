use msdk::{msdk_endpoint, msdk_reply};

/// Returns whether the player is entitled to the portable Wi-Fi.
///
/// Section 2.4.3 of the vendor's document. It asks for no token of the player.
#[msdk_endpoint(path = "/profile/get_wifi/", method = POST, token = none, idempotent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetWifi;

/// The player's entitlement.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetWifiReply {
    /// Whether the player is entitled.
    #[msdk(name = "wifiVip")]
    pub wifi_vip: bool,
}
