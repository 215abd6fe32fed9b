use msdk::{OpenId, msdk_endpoint, msdk_reply};

/// Returns the openids of the friends who play the same game; [`wxprofile`](super::wxprofile()) has their profiles.
///
/// Section 3.3.3 of the vendor's document. The body has no app id.
#[msdk_endpoint(path = "/relation/wxfriends/", method = POST, platform = wechat, appid = none, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wxfriends;

/// The friends.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxfriendsReply {
    /// Their openids. An absent list, `null` and `""` are read as none, since the document does not say how the platform
    /// writes an empty list.
    #[msdk(default)]
    pub openids: Vec<OpenId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, body_of};

    #[test]
    fn has_no_app_id_in_its_body() {
        let body = r#"{"openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_","accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG"}"#;
        assert_eq!(body_of(Wxfriends), body);
    }

    #[test]
    fn the_sample_is_read() {
        let body =
            r#"{"ret":0,"msg":"success","openids":["ofw-3jruPoUp5shCFNXkX1XMTZHc","ofw-3jtIxxX9lpJFmWTPqjHTXtCA"]}"#;
        let openids = ["ofw-3jruPoUp5shCFNXkX1XMTZHc".into(), "ofw-3jtIxxX9lpJFmWTPqjHTXtCA".into()];
        assert_eq!(answer(Wxfriends, body).unwrap().openids, openids);
        assert_eq!(answer(Wxfriends, r#"{"ret":0}"#).unwrap().openids, []);
    }
}
