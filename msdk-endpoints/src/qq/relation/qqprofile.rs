use msdk::{msdk_endpoint, msdk_reply};

use crate::qq::Gender;

/// Returns the player's own QQ profile.
///
/// Section 2.3.1 of the vendor's document, which has lost the endpoint's heading.
#[msdk_endpoint(path = "/relation/qqprofile/", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Qqprofile;

/// The player's profile.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqprofileReply {
    /// The nickname, the same in Qzone and mobile QQ; empty where it is absent.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The gender, as a Chinese word on the wire; an empty [`Gender::Other`] where it is absent.
    #[msdk(default)]
    pub gender: Gender,
    /// The address of the picture of 40 × 40 pixels, which every player has; empty where it is absent.
    #[msdk(default)]
    pub picture40: String,
    /// The address of the picture of 100 × 100 pixels, `None` for a player who has none.
    pub picture100: Option<String>,
    /// Whether the player has the yellow diamond; no where it is absent.
    #[msdk(default)]
    pub yellow_vip: bool,
    /// The level of the yellow diamond; 0 where it is absent.
    #[msdk(default)]
    pub yellow_vip_level: u32,
    /// Whether the yellow diamond is paid by the year; no where it is absent.
    #[msdk(default)]
    pub yellow_year_vip: bool,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            Qqprofile,
            r#"
                POST http://msdktest.qq.com/relation/qqprofile/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0,
            "msg": "success",
            "nickName": "憨特",
            "gender": "男",
            "picture40": "http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/40",
            "picture100": "http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/100",
            "yellow_vip": 0,
            "yellow_vip_level": 0,
            "yellow_year_vip": 0,
            "is_lost": "0"
        }"#;
        let expected = QqprofileReply {
            nick_name: "憨特".into(),
            gender: Gender::Male,
            picture40: "http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/40".into(),
            picture100: Some("http://q.qlogo.cn/qqapp/100703379/A3284A812ECA15269F85AE1C2D94EB37/100".into()),
            yellow_vip: false,
            yellow_vip_level: 0,
            yellow_year_vip: false,
            is_lost: false,
        };
        assert_eq!(answer(Qqprofile, body).unwrap(), expected);
    }

    #[test]
    fn values_may_be_quoted_and_pictures_missing() {
        let body = r#"{
            "ret": "0", "nickName": "a", "gender": "女", "picture40": "http://a/40", "picture100": "",
            "yellow_vip": "1", "yellow_vip_level": "7", "yellow_year_vip": "1", "is_lost": 0
        }"#;
        let expected = QqprofileReply {
            nick_name: "a".into(),
            gender: Gender::Female,
            picture40: "http://a/40".into(),
            picture100: None,
            yellow_vip: true,
            yellow_vip_level: 7,
            yellow_year_vip: true,
            is_lost: false,
        };
        assert_eq!(answer(Qqprofile, body).unwrap(), expected);
    }

    #[test]
    fn a_degraded_answer_may_lack_everything() {
        let expected = QqprofileReply {
            nick_name: String::new(),
            gender: Gender::Other(String::new()),
            picture40: String::new(),
            picture100: None,
            yellow_vip: false,
            yellow_vip_level: 0,
            yellow_year_vip: false,
            is_lost: true,
        };
        assert_eq!(answer(Qqprofile, r#"{"ret":0,"is_lost":"1"}"#).unwrap(), expected);
    }
}
