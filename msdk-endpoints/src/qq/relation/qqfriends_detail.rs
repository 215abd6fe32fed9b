use msdk::{OpenId, PictureUrl, msdk_endpoint, msdk_reply, wire_enum};

use crate::qq::Gender;

/// Returns the profiles of the player's friends who play the same game.
///
/// Section 2.3.2 of the vendor's document, whose table says `list` where the platform sends `lists`.
#[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST, platform = qq, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QqfriendsDetail {
    /// Whether the player is in the list too.
    #[msdk(range = 1..=2)]
    pub flag: FriendScope,
}

wire_enum! {
    /// Whom a list of friends has in it.
    pub enum FriendScope: int {
        /// The friends.
        WithoutSelf = 1,
        /// The friends and the player.
        WithSelf = 2,
    }
}

/// The profiles of the player's friends.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqfriendsDetailReply {
    /// The friends. An absent list, `null` and `""` are read as none, since the
    /// document does not say how the platform writes an empty list.
    #[msdk(default)]
    pub lists: Vec<FriendProfile>,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

/// The profile of a friend.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FriendProfile {
    /// The friend's openid, which no entry may lack.
    pub openid: OpenId,
    /// The name that the player gave the friend, else the friend's nickname; empty where it is absent.
    #[msdk(name = "nickName", default)]
    pub nick_name: String,
    /// The gender, as a Chinese word on the wire; an empty [`Gender::Other`] where it is absent.
    #[msdk(default)]
    pub gender: Gender,
    /// The picture, of 40 or 100 pixels; `None` where the platform gives none.
    pub figureurl_qq: Option<PictureUrl>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session, violations};

    const CALL: QqfriendsDetail = QqfriendsDetail { flag: FriendScope::WithoutSelf };

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            CALL,
            r#"
                POST http://msdktest.qq.com/relation/qqfriends_detail/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F","flag":1}
                "#,
        );
    }

    #[test]
    fn flag_is_1_or_2() {
        let cases: [(_, &[&str]); 4] = [
            (FriendScope::Other(0), &["`flag` must be 1 or 2, is 0"]),
            (FriendScope::WithoutSelf, &[]),
            (FriendScope::WithSelf, &[]),
            (FriendScope::Other(3), &["`flag` must be 1 or 2, is 3"]),
        ];
        for (flag, expected) in cases {
            assert_eq!(violations(QqfriendsDetail { flag }), expected);
        }
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "ret": 0,
            "msg": "success",
            "lists": [
                {
                    "openid": "69FF99F3B17436F2F6621FA158B30549",
                    "nickName": "张鸿",
                    "gender": "男",
                    "figureurl_qq": "http://q.qlogo.cn/qqapp/100703379/69FF99F3B17436F2F6621FA158B30549/"
                }
            ],
            "is_lost": "0"
        }"#;
        let picture = PictureUrl::new("http://q.qlogo.cn/qqapp/100703379/69FF99F3B17436F2F6621FA158B30549/");
        // The address ends with a slash here, and without one in qqstrange_profile.
        assert_eq!(picture.size(100), "http://q.qlogo.cn/qqapp/100703379/69FF99F3B17436F2F6621FA158B30549/100");
        let expected = QqfriendsDetailReply {
            lists: vec![FriendProfile {
                openid: "69FF99F3B17436F2F6621FA158B30549".into(),
                nick_name: "张鸿".into(),
                gender: Gender::Male,
                figureurl_qq: Some(picture),
            }],
            is_lost: false,
        };
        assert_eq!(answer(CALL, body).unwrap(), expected);
    }

    #[test]
    fn a_friend_has_an_openid_and_may_lack_the_rest() {
        let expected = QqfriendsDetailReply {
            lists: vec![FriendProfile {
                openid: "69FF".into(),
                nick_name: String::new(),
                gender: Gender::Other(String::new()),
                figureurl_qq: None,
            }],
            is_lost: true,
        };
        let body = r#"{"ret":0,"is_lost":"1","lists":[{"openid":"69FF","figureurl_qq":""}]}"#;
        assert_eq!(answer(CALL, body).unwrap(), expected);
        let error = answer(CALL, r#"{"ret":0,"lists":[{"openid":"69FF"},{"nickName":"张鸿"}]}"#).unwrap_err();
        assert_eq!(error.path(), Some("lists[1].openid"));
    }
}
