use msdk::msdk_endpoint;

use super::WxProfiles;

/// Returns the profiles of the player and of the friends who play the same game.
///
/// Section 3.3.1 of the vendor's document. The body has no app id.
#[msdk_endpoint(
    path = "/relation/wxfriends_profile/", method = POST, platform = wechat,
    appid = none, idempotent, reply = WxProfiles,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WxfriendsProfile;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        testing::{answer, assert_request, wechat},
        wechat::Gender,
    };

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &wechat(),
            WxfriendsProfile,
            r#"
                POST http://msdktest.qq.com/relation/wxfriends_profile/
                ?timestamp=1381288134&appid=wxcde873f99466f74a&sig=d9e7ce879bf7bf28f0c77c14552a024a
                &openid=oGRTijlTHnyvS3bXHbdGB8hSPZ-_&encode=1

                content-type: application/x-www-form-urlencoded

                {"openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_",
                "accessToken":"OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "country": "CN", "language": "zh_CN",
            "lists": [
                {
                    "city": "Shenzhen", "nickName": "WeGame001", "openid": "oy6-ljl-aYH1tl3L2clpVhhVXHtY",
                    "picture": "http://wx.qlogo.cn/mmhead/ver_1/", "provice": "Guangdong", "sex": 2
                },
                {"city": "", "nickName": "WeGame002", "openid": "oy6", "picture": "", "provice": "", "sex": 0}
            ],
            "msg": "success", "privilege": ["chinaunicom"], "ret": 0
        }"#;
        let reply = answer(WxfriendsProfile, body).unwrap();
        assert_eq!((reply.country.as_str(), reply.language.as_str()), ("CN", "zh_CN"));
        assert_eq!(reply.privilege, ["chinaunicom"]);
        let [first, second] = &reply.lists[..] else { panic!("{reply:?}") };
        assert_eq!((first.nick_name.as_str(), &first.sex), ("WeGame001", &Gender::Female));
        assert_eq!((first.province(), first.city.as_str()), ("Guangdong", "Shenzhen"));
        assert_eq!(first.picture.as_ref().unwrap().size(46), "http://wx.qlogo.cn/mmhead/ver_1/46");
        assert_eq!((&second.picture, &second.sex), (&None, &Gender::Other("0".into())));
    }

    #[test]
    fn a_province_is_spelled_in_either_way_and_an_openid_is_there() {
        let reply = answer(WxfriendsProfile, r#"{"ret":0,"lists":[{"openid":"o","province":"Guangdong"}]}"#).unwrap();
        assert_eq!((reply.lists[0].province(), reply.country.as_str()), ("Guangdong", ""));
        let both = r#"{"ret":0,"list":[{"openid":"o","provice":"Guangdong","province":"GD"}]}"#;
        assert_eq!(answer(WxfriendsProfile, both).unwrap().lists[0].province(), "Guangdong");
        let error = answer(WxfriendsProfile, r#"{"ret":0,"lists":[{"nickName":"x"}]}"#).unwrap_err();
        assert_eq!(error.path(), Some("lists[0].openid"));
        for list in ["", r#","lists":[]"#, r#","lists":null"#, r#","lists":"""#] {
            assert_eq!(answer(WxfriendsProfile, &format!(r#"{{"ret":0{list}}}"#)).unwrap().lists, []);
        }
    }
}
