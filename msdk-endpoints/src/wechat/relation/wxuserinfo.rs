use msdk::{OpenId, msdk_endpoint, msdk_reply};

use crate::wechat::{Gender, WxPicture};

/// Returns the player's own profile.
///
/// Section 3.3.4 of the vendor's document, which has it for games that are not premium. Unlike its neighbours it writes
/// `nickname` in small letters, the gender as a string and the province as it is spelled; both spellings are read.
#[msdk_endpoint(path = "/relation/wxuserinfo/", method = POST, platform = wechat, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wxuserinfo;

/// The player's profile. A text that the platform leaves out is empty.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxuserinfoReply {
    /// The nickname.
    #[msdk(alias = "nickName", default)]
    pub nickname: String,
    /// The picture, whose address has a size already; `None` where the player has none.
    pub picture: Option<WxPicture>,
    /// The province under the name that is meant.
    province: Option<String>,
    /// The province as the neighbours spell its name.
    provice: Option<String>,
    /// The city.
    #[msdk(default)]
    pub city: String,
    /// The country, such as `CN`.
    #[msdk(default)]
    pub country: String,
    /// The gender, as a code on the wire.
    #[msdk(default)]
    pub sex: Gender,
    /// The id by which all games of one owner know the player; `None` where the platform gives none.
    pub unionid: Option<String>,
    /// The player's privileges, such as `chinaunicom`.
    #[msdk(default)]
    pub privilege: Vec<String>,
    /// The language, such as `zh_CN`.
    #[msdk(default)]
    pub language: String,
    /// The city where the player is; `None` where the platform does not say, as in the document's sample.
    #[msdk(name = "gpsCity")]
    pub gps_city: Option<String>,
    /// The player's openid, likewise.
    pub openid: Option<OpenId>,
}

impl WxuserinfoReply {
    /// Returns the province, empty where there is none. The spelling of the neighbours, `provice`, is read too.
    pub fn province(&self) -> &str {
        self.province.as_deref().or(self.provice.as_deref()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, body_of};

    #[test]
    fn is_sent_as_documented() {
        let body = r#"{"appid":"wxcde873f99466f74a","openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_","accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG"}"#;
        assert_eq!(body_of(Wxuserinfo), body);
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0, "msg": "success",
            "nickname": "kivi", "picture": "http://wx.qlogo.cn/mmopen/ajNVdqHZLLA/0", "province": "Guangdong",
            "city": "Shenzhen", "country": "CN", "sex": "1", "unionid": "o1A_BjhwQHB2BUyasZ_Lb2rkkOpE",
            "privilege": [], "language": ""
        }"#;
        let reply = answer(Wxuserinfo, body).unwrap();
        assert_eq!((reply.nickname.as_str(), &reply.sex, reply.province()), ("kivi", &Gender::Male, "Guangdong"));
        assert_eq!(reply.picture.unwrap().size(64), "http://wx.qlogo.cn/mmopen/ajNVdqHZLLA/64");
        assert_eq!(reply.unionid.as_deref(), Some("o1A_BjhwQHB2BUyasZ_Lb2rkkOpE"));
        assert_eq!((reply.gps_city, reply.openid), (None, None));
    }

    #[test]
    fn names_are_read_in_the_spelling_of_the_neighbours_too() {
        let reply = answer(Wxuserinfo, r#"{"ret":0,"nickName":"kivi","provice":"Guangdong","sex":2}"#).unwrap();
        assert_eq!((reply.nickname.as_str(), reply.province(), &reply.sex), ("kivi", "Guangdong", &Gender::Female));
    }
}
