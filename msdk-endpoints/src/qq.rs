//! The endpoints for players who log in with mobile QQ.
//!
//! Every endpoint is a struct, with the function that calls it and the reply that comes back; the structs' fields are
//! what a caller has to say, since the identity comes from the client and the session. Section numbers are those of
//! the vendor's document.
//!
//! # Degraded answers
//!
//! Many replies have `is_lost`. Where it is true the platform could not reach all of its data: prefer a copy of your
//! own, use the reply only if there is none, and never keep it. [`Call::whole`](msdk::Call::whole) has such an answer fail
//! the call; otherwise the client warns of it and counts it. Such a reply may lack any field but the one it is asked
//! for: a lost text is empty, a lost number is 0 and a lost yes or no is no.
//!
//! # Absent values
//!
//! A value counts as absent where the platform leaves it out, writes `null` or writes an empty string. A field that is an
//! `Option` is `None` then, which means that there is none or that the platform does not say. The docs of a field say
//! what else its absence means; where they say nothing, an answer without it is malformed. Whatever gives something away
//! or answers one question ([`get_gift`](profile::get_gift()), [`get_wifi`](profile::get_wifi()),
//! [`get_groupopenid`](relation::get_groupopenid())) has no such defaults. A `ret` of 0 from an endpoint that writes ([`share_qq`](share::share_qq()), [`unbind_group`](relation::unbind_group()),
//! [`qqscore_batch`](profile::qqscore_batch())) says that it was done, whatever stands beside it.

pub mod auth;
pub mod profile;
pub mod relation;
pub mod share;

pub use crate::gender::Gender;

use msdk::metadata::Chapter;

/// Every endpoint, by chapter, in the order of the vendor's document.
pub const CHAPTERS: &[Chapter] =
    &Chapter::distinct([auth::CHAPTER, share::CHAPTER, relation::CHAPTER, profile::CHAPTER]);

#[cfg(test)]
mod tests {
    use msdk::metadata::Metadata;

    use super::{profile::*, relation::*, *};
    use crate::testing::answer;

    fn names(wanted: fn(&Metadata) -> bool) -> Vec<&'static str> {
        let endpoints = CHAPTERS.iter().flat_map(|chapter| chapter.endpoints);
        endpoints.filter(|endpoint| wanted(endpoint)).map(|endpoint| endpoint.name).collect()
    }

    #[test]
    fn endpoints_are_listed_as_the_document_has_them() {
        let all = [
            "verify_login",
            "share_qq",
            "qqprofile",
            "qqfriends_detail",
            "qqstrange_profile",
            "qqfriends_vip",
            "get_groupopenid",
            "get_groupinfo",
            "unbind_group",
            "get_group_detail",
            "get_vip_rich_info",
            "get_group_key",
            "qq_gain_chest",
            "load_vip",
            "get_gift",
            "get_wifi",
            "qqscore_batch",
            "query_vip",
            "qqscore",
        ];
        assert_eq!(names(|_| true), all);
        let writing = ["share_qq", "unbind_group", "qq_gain_chest", "get_gift", "qqscore_batch", "qqscore"];
        assert_eq!(names(|endpoint| !endpoint.idempotent), writing);
        assert_eq!(names(|endpoint| endpoint.unreleased), ["get_group_detail", "get_vip_rich_info"]);
        assert_eq!(
            names(|endpoint| endpoint.opua),
            ["get_groupopenid", "get_groupinfo", "unbind_group", "get_group_detail"]
        );
    }

    #[test]
    fn is_lost_is_1_in_quotes_or_not() {
        let cases = [
            (r#","is_lost":"1""#, true),
            (r#","is_lost":1"#, true),
            (r#","is_lost":"0""#, false),
            (r#","is_lost":0"#, false),
            (r#","is_lost":"""#, false),
            (r#","is_lost":null"#, false),
            ("", false),
        ];
        let lookup = || GroupLookup::by_group_code("1");
        for (field, expected) in cases {
            let body = &format!(r#"{{"ret":0,"groupOpenid":"x"{field}}}"#);
            let friends = QqfriendsDetail { flag: FriendScope::WithSelf };
            let strangers = QqstrangeProfile { vcopenid: vec!["A".into()] };
            let unbound = UnbindGroup { group_openid: "x".into(), unionid: "1".into() };
            let is_lost = [
                answer(Qqprofile, body).unwrap().is_lost,
                answer(friends, body).unwrap().is_lost,
                answer(strangers, body).unwrap().is_lost,
                answer(QqfriendsVip::new(["A"], [127, 0, 0, 1].into()), body).unwrap().is_lost,
                answer(GetGroupopenid { lookup: lookup() }, body).unwrap().is_lost,
                answer(GetGroupinfo { group_openid: "x".into() }, body).unwrap().is_lost,
                answer(unbound, body).unwrap().is_lost,
                answer(GetGroupDetail { lookup: lookup() }, body).unwrap().info.is_lost,
                answer(GetVipRichInfo, body).unwrap().is_lost,
            ];
            assert_eq!(is_lost, [expected; 9], "{body}");
        }
    }

    #[test]
    fn a_list_that_is_read_may_be_empty_null_or_absent() {
        for list in [r#","lists":[]"#, r#","lists":null"#, r#","lists":"""#, ""] {
            let body = &format!(r#"{{"ret":0{list}}}"#);
            let friends = QqfriendsDetail { flag: FriendScope::WithSelf };
            let strangers = QqstrangeProfile { vcopenid: vec!["A".into()] };
            assert_eq!(answer(friends, body).unwrap().lists, []);
            assert_eq!(answer(strangers, body).unwrap().lists, []);
            assert_eq!(answer(QqfriendsVip::new(["A"], [127, 0, 0, 1].into()), body).unwrap().lists, []);
            assert_eq!(answer(LoadVip { vip: VipMask::all() }, body).unwrap().lists, []);
        }
    }
}
