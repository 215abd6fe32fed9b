use msdk::{OpenId, msdk_endpoint};

/// Sends one message to one friend of the player, shown in WeChat.
///
/// Section 3.2.2 of the vendor's document. The friend must play the same game. A player may send five messages of one
/// game a day.
///
/// It is not idempotent: repeated after a lost answer, it may send the message twice.
#[msdk_endpoint(path = "/share/wx/", method = POST, platform = wechat, token = "access_token", reply = ())]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareWx {
    /// The friend who gets the message.
    pub fopenid: OpenId,
    /// What the game's client gets back when the message is tapped, up to 2 KB; empty for nothing.
    #[msdk(bytes = ..=2048)]
    pub extinfo: String,
    /// The title.
    #[msdk(bytes = 1..)]
    pub title: String,
    /// The description below the title.
    pub description: String,
    /// The kind of message, for the platform's statistics, such as `MSG_INVITE`.
    pub media_tag_name: String,
    /// The picture, as [`upload_wx`](super::upload_wx()) calls it; empty for the game's own icon.
    pub thumb_media_id: String,
}

impl ShareWx {
    /// Makes a message with the game's icon.
    pub fn new(friend: impl Into<OpenId>, title: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            fopenid: friend.into(),
            extinfo: String::new(),
            title: title.into(),
            description: description.into(),
            media_tag_name: "MSG_INVITE".to_owned(),
            thumb_media_id: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, violations, wechat};

    fn call() -> ShareWx {
        let call = ShareWx::new("oGRTijrV0l67hDGN7dstOl8CphN0", "to app title", "test");
        ShareWx { extinfo: "extinfo".into(), thumb_media_id: "NAmnK2QuB4oIGCQ".into(), ..call }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &wechat(),
            call(),
            r#"
                POST http://msdktest.qq.com/share/wx/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"wxcde873f99466f74a","openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
                "access_token":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG",
                "fopenid":"oGRTijrV0l67hDGN7dstOl8CphN0","extinfo":"extinfo","title":"to app title",
                "description":"test","media_tag_name":"MSG_INVITE","thumb_media_id":"NAmnK2QuB4oIGCQ"}
                "#,
        );
    }

    #[test]
    fn limits_are_checked() {
        let long = ShareWx { extinfo: "x".repeat(2049), title: String::new(), ..call() };
        assert_eq!(
            violations(long),
            [
                "`extinfo` must have at most 2048 bytes of UTF-8, has 2049",
                "`title` must have at least 1 byte of UTF-8, has 0"
            ]
        );
        assert_eq!(violations(ShareWx { extinfo: "中".repeat(682), ..call() }), [""; 0]);
    }

    #[test]
    fn the_sample_is_read() {
        answer(call(), r#"{"ret":0,"msg":"success"}"#).unwrap();
    }
}
