use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

/// Returns what is known of the QQ group that a guild is bound to.
///
/// The second of two sections 2.3.5 of the vendor's document.
#[msdk_endpoint(path = "/relation/get_groupinfo/", method = POST, platform = qq, opua, idempotent)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupinfo {
    /// The openid of the group, from [`get_groupopenid`](super::get_groupopenid()).
    #[msdk(name = "groupOpenid", bytes = 1..)]
    pub group_openid: String,
}

/// A QQ group and the guild that it is bound to. The platform writes all values as strings, counts included.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetGroupinfoReply {
    /// The name of the group; empty where it is absent.
    #[msdk(name = "groupName", default)]
    pub group_name: String,
    /// The description of the group; `None` for a group that has none.
    #[msdk(name = "fingerMemo")]
    pub finger_memo: Option<String>,
    /// How many members the group has; `None` where the platform does not say.
    #[msdk(name = "memberNum")]
    pub member_num: Option<u32>,
    /// How many members the group can have; `None` where the platform does not say.
    #[msdk(name = "maxNum")]
    pub max_num: Option<u32>,
    /// Who owns the group; `None` where the platform does not say.
    #[msdk(name = "ownerOpenid")]
    pub owner_openid: Option<OpenId>,
    /// The id of the guild in the game; empty where it is absent.
    #[msdk(default)]
    pub unionid: String,
    /// The zone of the game; empty where it is absent.
    #[msdk(default)]
    pub zoneid: String,
    /// Who administers the group; none where it is empty or absent.
    #[msdk(name = "adminOpenids", default)]
    pub admin_openids: CommaList<OpenId>,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session_with_opua, violations};

    fn call(group_openid: &str) -> GetGroupinfo {
        GetGroupinfo { group_openid: group_openid.into() }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session_with_opua(),
            call("84A812ECA15269F85AE1C2"),
            r#"
                POST http://msdktest.qq.com/relation/get_groupinfo/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1&opua=AndroidSDK_17_maguro_4.2.2

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "groupOpenid":"84A812ECA15269F85AE1C2"}
                "#,
        );
    }

    #[test]
    fn a_group_has_an_openid() {
        assert_eq!(violations(call("8")), [""; 0]);
        assert_eq!(violations(call("")), ["`groupOpenid` must have at least 1 byte of UTF-8, has 0"]);
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "is_lost": "0",
            "platCode": "0",
            "groupName": "xxxx",
            "fingerMemo": "xxxx",
            "memberNum": "1000",
            "maxNum": "2000",
            "ownerOpenid": "A3284A812ECA15269F85AE1C2D94EB38",
            "unionid": "xxxx",
            "zoneid": "1",
            "adminOpenids": "0000000000000000000000002329FBEF,0000000000000000000000002329FAFF",
            "msg": "success",
            "ret": 0
        }"#;
        let expected = GetGroupinfoReply {
            group_name: "xxxx".into(),
            finger_memo: Some("xxxx".into()),
            member_num: Some(1000),
            max_num: Some(2000),
            owner_openid: Some("A3284A812ECA15269F85AE1C2D94EB38".into()),
            unionid: "xxxx".into(),
            zoneid: "1".into(),
            admin_openids: ["0000000000000000000000002329FBEF", "0000000000000000000000002329FAFF"]
                .map(OpenId::from)
                .into(),
            is_lost: false,
        };
        assert_eq!(answer(call("8"), body).unwrap(), expected);
    }

    #[test]
    fn a_degraded_answer_may_lack_everything() {
        let expected = GetGroupinfoReply {
            group_name: String::new(),
            finger_memo: None,
            member_num: None,
            max_num: None,
            owner_openid: None,
            unionid: String::new(),
            zoneid: String::new(),
            admin_openids: CommaList::default(),
            is_lost: true,
        };
        let blank = r#"{
            "ret": 0, "is_lost": "1", "groupName": "", "fingerMemo": "", "memberNum": "", "maxNum": null,
            "ownerOpenid": "", "unionid": null, "zoneid": "", "adminOpenids": ""
        }"#;
        for body in [r#"{"ret":0,"is_lost":"1"}"#, blank] {
            assert_eq!(answer(call("8"), body).unwrap(), expected);
        }
    }

    #[test]
    fn counts_are_numbers_in_quotes_or_not() {
        let reply = answer(call("8"), r#"{"ret":0,"memberNum":1000,"maxNum":"2000"}"#).unwrap();
        assert_eq!((reply.member_num, reply.max_num), (Some(1000), Some(2000)));
        for count in [r#""many""#, r#""-1""#, "1.5", "[]", r#""4294967296""#] {
            let error = answer(call("8"), &format!(r#"{{"ret":0,"memberNum":{count}}}"#)).unwrap_err();
            assert_eq!(error.path(), Some("memberNum"), "{count}");
        }
    }
}
