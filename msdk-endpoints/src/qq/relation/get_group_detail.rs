use msdk::{msdk_endpoint, msdk_reply};

use super::{GetGroupinfoReply, GroupLookup};

/// Returns everything about the QQ group that a guild is bound to.
///
/// Section 2.3.7 of the vendor's document, where it is for joint debugging only; later editions release it. Unlike all
/// others, its path ends without a slash.
#[msdk_endpoint(path = "/relation/get_group_detail", method = POST, platform = qq, opua, idempotent, unreleased)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetGroupDetail {
    /// Which group.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub lookup: GroupLookup,
}

/// A QQ group, the guild that it is bound to, and how to join it.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetGroupDetailReply {
    /// What [`get_groupinfo`](super::get_groupinfo()) answers too.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub info: GetGroupinfoReply,
    /// The openid of the group; empty where it is absent.
    #[msdk(name = "groupOpenid", default)]
    pub group_openid: String,
    /// The key with which the game's client offers to join the group; `None` for a group without one.
    #[msdk(name = "joinGroupKey")]
    pub join_group_key: Option<String>,
}

#[cfg(test)]
mod tests {
    use msdk::CommaList;

    use super::*;
    use crate::testing::{answer, assert_request, session_with_opua};

    fn call() -> GetGroupDetail {
        GetGroupDetail { lookup: GroupLookup::by_group_code("188959810") }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session_with_opua(),
            call(),
            r#"
                POST http://msdktest.qq.com/relation/get_group_detail
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1&opua=AndroidSDK_17_maguro_4.2.2

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "opt":"1","groupCode":"188959810"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "adminOpenids": "",
            "fingerMemo": "",
            "groupName": "傲世西游35区绑群",
            "groupOpenid": "4944D5C58AF654020B010465AC945E76",
            "is_lost": "0",
            "joinGroupKey": "",
            "maxNum": "200",
            "memberNum": "1",
            "msg": "success",
            "ownerOpenid": "ECF664F0127DAB4004821795B40797F6",
            "platCode": "0",
            "ret": 0,
            "unionid": "35502799",
            "zoneid": "35"
        }"#;
        let expected = GetGroupDetailReply {
            info: GetGroupinfoReply {
                group_name: "傲世西游35区绑群".into(),
                finger_memo: None,
                member_num: Some(1),
                max_num: Some(200),
                owner_openid: Some("ECF664F0127DAB4004821795B40797F6".into()),
                unionid: "35502799".into(),
                zoneid: "35".into(),
                admin_openids: CommaList::default(),
                is_lost: false,
            },
            group_openid: "4944D5C58AF654020B010465AC945E76".into(),
            join_group_key: None,
        };
        assert_eq!(answer(call(), body).unwrap(), expected);
    }

    #[test]
    fn a_key_to_join_is_read() {
        let reply = answer(call(), r#"{"ret":0,"joinGroupKey":"k"}"#).unwrap();
        assert_eq!((reply.group_openid, reply.join_group_key), (String::new(), Some("k".into())));
    }

    #[test]
    fn a_wrong_count_is_named_without_a_prefix() {
        let error = answer(call(), r#"{"ret":0,"maxNum":"many"}"#).unwrap_err();
        assert_eq!(error.path(), Some("maxNum"));
    }
}
