use msdk::{OpenId, msdk_endpoint};

use super::WxProfiles;

/// Returns the profiles of players of the same game.
///
/// Section 3.3.2 of the vendor's document, which has it for premium games only. The openids are those of
/// [`wxfriends`](super::wxfriends()). The body has neither an app id nor the caller's openid. The table of the document
/// has country and language in each entry, its sample has them beside the list; both are read.
#[msdk_endpoint(
    path = "/relation/wxprofile/", method = POST, platform = wechat,
    appid = none, openid = none, idempotent, reply = WxProfiles,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wxprofile {
    /// Whom to look up, at least one; no upper limit is documented.
    #[msdk(items = 1..)]
    pub openids: Vec<OpenId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, violations, wechat};

    fn call() -> Wxprofile {
        Wxprofile { openids: vec!["oy6-ljl-aYH1tl3L2clpVhhVXHtY".into(), "oy6".into()] }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &wechat(),
            call(),
            r#"
                POST http://msdktest.qq.com/relation/wxprofile/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG",
                "openids":["oy6-ljl-aYH1tl3L2clpVhhVXHtY","oy6"]}
                "#,
        );
        let nobody = Wxprofile { openids: Vec::new() };
        assert_eq!(violations(nobody), ["`openids` must have at least 1 item, has 0"]);
    }

    #[test]
    fn country_and_language_stand_in_either_place() {
        let body = r#"{"ret":0,"lists":[{"openid":"o","country":"CN","language":"zh_CN"}]}"#;
        let reply = answer(call(), body).unwrap();
        assert_eq!(
            (reply.lists[0].country.as_deref(), reply.lists[0].language.as_deref()),
            (Some("CN"), Some("zh_CN"))
        );
        assert_eq!((reply.country.as_str(), reply.privilege.len()), ("", 0));
    }
}
