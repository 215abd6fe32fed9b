use msdk::{OpenId, msdk_endpoint, msdk_object, msdk_reply};

use crate::wechat::WxPicture;

/// Returns the player's memberships in the game's WeChat club.
///
/// Section 3.4.3 of the vendor's document, whose table has the path with a slash and whose sample has it without.
#[msdk_endpoint(path = "/profile/wxget_vip/", method = POST, platform = wechat, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WxgetVip {
    /// What the document fixes.
    json: Operation,
}

impl WxgetVip {
    /// Asks for the memberships.
    pub const fn new() -> Self {
        Self { json: Operation {} }
    }
}

/// The one operation that there is.
#[msdk_object(fixed(optype = 1))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Operation {}

/// The memberships.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxgetVipReply {
    /// The player's data; `None` where there are none, which the platform writes as `{}`, `[]`, `""`, `null` or not at all.
    data: Option<Vips>,
}

impl WxgetVipReply {
    /// Returns the memberships, that of the player first; none where the player has none.
    pub fn vips(&self) -> &[WxVip] {
        self.data.as_ref().map_or(&[], |data| &data.vipinfo)
    }
}

/// What `data` holds.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Vips {
    #[msdk(default)]
    vipinfo: Vec<WxVip>,
}

/// One membership. A text that the platform leaves out is empty, and a number is 0.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WxVip {
    /// The openid of the member, which no entry may lack.
    pub openid: OpenId,
    /// The level.
    #[msdk(default)]
    pub level: u32,
    /// The points.
    #[msdk(default)]
    pub score: i64,
    /// The nickname.
    #[msdk(default)]
    pub nick: String,
    /// The badge of the level; `None` where there is none.
    pub logo_url: Option<String>,
    /// The picture with the badge; `None` where there is none.
    pub logo_faceurl: Option<WxPicture>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, wechat};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &wechat(),
            WxgetVip::new(),
            r#"
                POST http://msdktest.qq.com/profile/wxget_vip/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"wxcde873f99466f74a","openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
                "accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG","json":{"optype":1}}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0, "msg": "success",
            "data": {"vipinfo": [
                {
                    "openid": "oGRTijlTHnyvS3bXHbdGB8hSPZ-_", "level": 6, "score": 28000, "nick": "kivi",
                    "logo_url": "http://a/6.png", "logo_faceurl": "http://a/f6.png"
                },
                {"openid": "oFriend", "level": "1", "score": "", "logo_url": ""}
            ]}
        }"#;
        let reply = answer(WxgetVip::new(), body).unwrap();
        let [own, friend] = reply.vips() else { panic!("{reply:?}") };
        assert_eq!((own.level, own.score, own.nick.as_str()), (6, 28_000, "kivi"));
        assert_eq!((friend.level, friend.score, &friend.logo_url), (1, 0, &None));
    }

    #[test]
    fn nobody_is_no_member_in_many_ways() {
        for data in
            ["", r#","data":{}"#, r#","data":[]"#, r#","data":"""#, r#","data":null"#, r#","data":{"vipinfo":[]}"#]
        {
            assert_eq!(answer(WxgetVip::new(), &format!(r#"{{"ret":0{data}}}"#)).unwrap().vips(), [], "{data}");
        }
        let error = answer(WxgetVip::new(), r#"{"ret":0,"data":{"vipinfo":[{"level":1}]}}"#).unwrap_err();
        assert_eq!(error.path(), Some("data.vipinfo[0].openid"));
    }
}
