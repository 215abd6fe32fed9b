mod thumbnail;

use msdk::{Secret, UnixTime, msdk_endpoint, msdk_reply, wire_enum};

pub use thumbnail::Thumbnail;

/// Uploads a picture for messages, which [`share_wx`](super::share_wx()) names by the id that comes back.
///
/// Section 3.2.1 of the vendor's document. Upload a picture once and keep its id. The body has the app key of the account
/// of WeChat, which the client puts in; the session needs no token.
///
/// It is not idempotent: repeated after a lost answer, it uploads the picture twice. That does no harm but to a quota.
#[msdk_endpoint(
    path = "/share/upload_wx/", method = POST, platform = wechat, openid = none, token = none, app_key = "secret",
    fixed(flag = 1, access_token = "", r#type = "thumb"),
    codes(40001 = fix_request("the app id or the app key is wrong, since no token of a player was sent")),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadWx {
    /// The name of the file.
    #[msdk(bytes = 1..)]
    pub filename: String,
    /// The kind of picture.
    pub content_type: PictureType,
    /// The picture; on the wire the keys `filelength` and `binary`.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub picture: Thumbnail,
}

wire_enum! {
    /// The kinds of pictures that can be uploaded.
    pub enum PictureType: string {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// JPEG under the name that some programs use.
        Jpg = "image/jpg",
    }
}

/// The picture that was uploaded.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct UploadWxReply {
    /// What messages call the picture. An answer without it is malformed.
    #[msdk(filled)]
    pub media_id: String,
    /// What the picture is for, `thumb`; empty where the platform does not say.
    #[msdk(default)]
    pub r#type: String,
    /// When it was uploaded; `None` where the platform does not say.
    pub created_at: Option<UnixTime>,
    /// The token with which the platform uploaded it; `None` where it gives none. A caller needs it for nothing.
    pub access_token: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use msdk::Session;

    use super::*;
    use crate::testing::{answer, assert_request, violations};

    fn call(picture: impl Into<Vec<u8>>) -> UploadWx {
        UploadWx { filename: "9.jpg".into(), content_type: PictureType::Jpeg, picture: Thumbnail::new(picture) }
    }

    #[test]
    fn bytes_are_sent_one_by_one() {
        assert_request(
            &Session::wechat_without_token("oGRTijlTHnyvS3bXHbdGB8hSPZ-_"),
            call(*b"\xff\xd8\x00 +%-._~aZ9\""),
            r#"
                POST http://msdktest.qq.com/share/upload_wx/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"wxcde873f99466f74a","secret":"fedcba9876543210fedcba9876543210",
                "flag":1,"access_token":"","type":"thumb","filename":"9.jpg","content_type":"image/jpeg",
                "filelength":14,"binary":"%FF%D8%00%20%2B%25-._~aZ9%22"}
                "#,
        );
    }

    #[test]
    fn the_size_is_that_of_the_file() {
        assert_eq!(violations(call(vec![0; 65_536])), [""; 0]);
        assert_eq!(violations(call(vec![0; 65_537])), ["`filelength` must be 1 to 65536, is 65537"]);
        assert_eq!(violations(call([])), ["`filelength` must be 1 to 65536, is 0"]);
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0, "msg": "success", "type": "thumb", "media_id": "NAmnK2QuB4oIGCQ",
            "created_at": "1381288134", "access_token": "OezXcEiiBSKSxW0eoylIeL", "expire": ""
        }"#;
        let reply = answer(call([1]), body).unwrap();
        assert_eq!((reply.media_id.as_str(), reply.r#type.as_str()), ("NAmnK2QuB4oIGCQ", "thumb"));
        assert_eq!(reply.created_at, Some(UnixTime::from_secs(1_381_288_134)));
        assert!(!format!("{reply:?}").contains("OezX"));
        let error = answer(call([1]), r#"{"ret":0,"type":"thumb"}"#).unwrap_err();
        assert_eq!((error.path(), error.may_have_acted()), (Some("media_id"), true));
    }

    #[test]
    fn the_app_key_is_not_printed() {
        let error = answer(call([1]), r#"{"ret":-1,"msg":"fedcba9876543210fedcba9876543210"}"#).unwrap_err();
        let printed = format!("{error} {error:?} {:?}", call([1]));
        assert!(!printed.contains("fedcba"), "{printed}");
    }
}
