use msdk::{msdk_endpoint, msdk_reply};

/// Returns whether the player is entitled to the portable Wi-Fi.
///
/// Section 2.4.3 of the vendor's document. It asks for no token of the player.
#[msdk_endpoint(path = "/profile/get_wifi/", method = POST, platform = qq, token = none, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetWifi;

/// The player's entitlement.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetWifiReply {
    /// Whether the player is entitled. An answer without it is malformed: it tells nothing.
    #[msdk(name = "wifiVip")]
    pub wifi_vip: bool,
}

#[cfg(test)]
mod tests {
    use msdk::Session;

    use super::*;
    use crate::testing::{answer, assert_request};

    #[test]
    fn is_sent_as_documented_and_needs_no_token() {
        assert_request(
            &Session::without_token("A3284A812ECA15269F85AE1C2D94EB37"),
            GetWifi,
            r#"
                POST http://msdktest.qq.com/profile/get_wifi/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "msg": "success",
            "ret": 0,
            "wifiVip": 1
        }"#;
        assert_eq!(answer(GetWifi, body).unwrap(), GetWifiReply { wifi_vip: true });
    }

    #[test]
    fn the_entitlement_may_be_quoted_and_must_be_there() {
        assert_eq!(answer(GetWifi, r#"{"ret":0,"wifiVip":"0"}"#).unwrap(), GetWifiReply { wifi_vip: false });
        assert_eq!(answer(GetWifi, r#"{"ret":0}"#).unwrap_err().path(), Some("wifiVip"));
    }
}
