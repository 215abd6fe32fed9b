#[cfg(feature = "serde")]
mod written;

use msdk::{OpenId, msdk_endpoint, msdk_object};

/// Sends one message with a text, a picture, a film or a link to one friend of the player, shown in WeChat's game centre.
///
/// Section 3.2.3 of the vendor's document, which says that it is not open to the public.
///
/// It is not idempotent: repeated after a lost answer, it may send the message twice.
#[msdk_endpoint(path = "/share/wxgame/", method = POST, platform = wechat, token = "access_token", reply = ())]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareWxgame {
    /// The friend who gets the message.
    pub touser: OpenId,
    /// The kind of message, and what belongs to it.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub message: WxMessage,
    /// The title.
    #[msdk(bytes = 1..)]
    pub title: String,
    /// The text.
    pub content: String,
    /// The button below the message, if there is one.
    pub button: Option<WxButton>,
}

/// What a message shows besides its text; on the wire the keys `msgtype` and `type_info`.
#[msdk_object]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WxMessage {
    /// Nothing else.
    #[msdk(fixed(msgtype = "text"))]
    Text,
    /// A picture.
    #[msdk(fixed(msgtype = "image"))]
    Image {
        /// The picture.
        type_info: WxImage,
    },
    /// A film.
    #[msdk(fixed(msgtype = "video"))]
    Video {
        /// The film.
        type_info: WxVideo,
    },
    /// A link.
    #[msdk(fixed(msgtype = "link"))]
    Link {
        /// The link.
        type_info: WxLink,
    },
}

/// A picture in a message.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxImage {
    /// Its address.
    #[msdk(bytes = 1..)]
    pub picurl: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A film in a message.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxVideo {
    /// The address of the picture that stands for it.
    #[msdk(bytes = 1..)]
    pub picurl: String,
    /// The width of that picture in pixels.
    pub width: u32,
    /// The height of that picture in pixels.
    pub height: u32,
    /// The address of the film.
    #[msdk(bytes = 1..)]
    pub mediaurl: String,
}

/// A link in a message.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxLink {
    /// Where it leads.
    #[msdk(bytes = 1..)]
    pub url: String,
    /// The address of the icon beside it.
    pub iconurl: String,
}

/// What a tap on the button of a message shows.
#[msdk_object]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WxButton {
    /// A ranking.
    #[msdk(fixed(r#type = "rank"))]
    Rank {
        /// The text on the button.
        name: String,
        /// The ranking.
        rankview: WxRankView,
    },
    /// A page.
    #[msdk(fixed(r#type = "web"))]
    Web {
        /// The text on the button.
        name: String,
        /// The page.
        webview: WxWebView,
    },
    /// The game.
    #[msdk(fixed(r#type = "app"))]
    App {
        /// The text on the button.
        name: String,
        /// What the game's client is told.
        app: WxApp,
    },
}

/// The ranking behind a button.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxRankView {
    /// The title of the ranking.
    pub title: String,
    /// The text on the button of the ranking.
    pub button_name: String,
    /// What the game's client is told.
    pub message_ext: String,
}

/// The page behind a button.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxWebView {
    /// Its address.
    #[msdk(bytes = 1..)]
    pub url: String,
}

/// What the game is told when a button starts it.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxApp {
    /// Anything that the game's client understands.
    pub message_ext: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, body_of, violations};

    fn call(message: WxMessage, button: Option<WxButton>) -> ShareWxgame {
        ShareWxgame { touser: "oFriend".into(), message, title: "t".into(), content: "c".into(), button }
    }

    /// What stands behind the identity.
    fn sent(message: WxMessage, button: Option<WxButton>) -> String {
        let body = body_of(call(message, button));
        let (identity, rest) = body.split_once(r#""touser":"oFriend","#).unwrap();
        assert!(identity.starts_with(r#"{"appid":"wxcde873f99466f74a","openid":"oGRT"#), "{identity}");
        assert!(identity.contains(r#","access_token":"Oez"#), "{identity}");
        rest.to_owned()
    }

    #[test]
    fn each_kind_of_message_has_its_own_keys() {
        let image = WxImage { picurl: "http://a/b.png".into(), width: 3, height: 4 };
        let video = WxVideo { picurl: "http://a/b.png".into(), width: 3, height: 4, mediaurl: "http://a/b.mp4".into() };
        let link = WxLink { url: "http://a/".into(), iconurl: "http://a/i.png".into() };
        for (message, keys) in [
            (WxMessage::Text, r#""msgtype":"text""#),
            (
                WxMessage::Image { type_info: image },
                r#""msgtype":"image","type_info":{"picurl":"http://a/b.png","width":3,"height":4}"#,
            ),
            (
                WxMessage::Video { type_info: video },
                r#""msgtype":"video","type_info":{"picurl":"http://a/b.png","width":3,"height":4,"mediaurl":"http://a/b.mp4"}"#,
            ),
            (
                WxMessage::Link { type_info: link },
                r#""msgtype":"link","type_info":{"url":"http://a/","iconurl":"http://a/i.png"}"#,
            ),
        ] {
            assert_eq!(sent(message, None), format!(r#"{keys},"title":"t","content":"c"}}"#));
        }
    }

    #[test]
    fn each_kind_of_button_has_its_own_keys() {
        let name = || "go".to_owned();
        let rankview = WxRankView { title: "r".into(), button_name: "b".into(), message_ext: "m".into() };
        let webview = WxWebView { url: "http://a/".into() };
        let app = WxApp { message_ext: "m".into() };
        for (button, keys) in [
            (
                WxButton::Rank { name: name(), rankview },
                r#"{"type":"rank","name":"go","rankview":{"title":"r","button_name":"b","message_ext":"m"}}"#,
            ),
            (WxButton::Web { name: name(), webview }, r#"{"type":"web","name":"go","webview":{"url":"http://a/"}}"#),
            (WxButton::App { name: name(), app }, r#"{"type":"app","name":"go","app":{"message_ext":"m"}}"#),
        ] {
            let expected = format!(r#""msgtype":"text","title":"t","content":"c","button":{keys}}}"#);
            assert_eq!(sent(WxMessage::Text, Some(button)), expected);
        }
    }

    #[test]
    fn an_address_is_there() {
        let webview = WxWebView { url: String::new() };
        let link = WxMessage::Link { type_info: WxLink { url: String::new(), iconurl: String::new() } };
        let broken = call(link, Some(WxButton::Web { name: "go".into(), webview }));
        assert_eq!(
            violations(broken),
            [
                "`type_info.url` must have at least 1 byte of UTF-8, has 0",
                "`button.webview.url` must have at least 1 byte of UTF-8, has 0"
            ]
        );
        answer(call(WxMessage::Text, None), r#"{"ret":0}"#).unwrap();
    }
}
