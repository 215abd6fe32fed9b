//! Messages and buttons as serde has them, under the keys of the wire.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{WxApp, WxButton, WxImage, WxLink, WxMessage, WxRankView, WxVideo, WxWebView};

#[derive(Serialize, Deserialize)]
#[serde(remote = "WxMessage", tag = "msgtype", rename_all = "snake_case")]
enum Message {
    Text,
    Image { type_info: WxImage },
    Video { type_info: WxVideo },
    Link { type_info: WxLink },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WxButton", tag = "type", rename_all = "snake_case")]
enum Button {
    Rank { name: String, rankview: WxRankView },
    Web { name: String, webview: WxWebView },
    App { name: String, app: WxApp },
}

impl Serialize for WxMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Message::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for WxMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Message::deserialize(deserializer)
    }
}

impl Serialize for WxButton {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Button::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for WxButton {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Button::deserialize(deserializer)
    }
}
