//! The body of an answer, read into every documented reply.

use std::net::{IpAddr, Ipv4Addr};

use msdk_core::{__private::read_answer, Client, Session, declare::Endpoint};
use msdk_endpoints::qq::{auth::*, profile::*, relation::*, share::*};
use msdk_mock::demo;

use crate::{
    canned::{answering, call},
    reference::json::{self, Verdict},
};

const IP: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Reads `body` as an answer.
///
/// # Panics
///
/// If a reply comes out of what is no success, or none out of what is one.
pub fn run(body: &[u8]) {
    read_answer(body);
    for lossy in [false, true] {
        let client = answering(200, body).lossy_utf8(lossy).build().expect("a client");
        let is_success = is_read(&client, VerifyLogin { userip: IP });
        match json::judge(body, lossy) {
            Verdict::Refused => assert!(!is_success, "success out of no success"),
            Verdict::Success => assert!(is_success, "no success out of one"),
            Verdict::Unknown => {}
        }
        // What is no success fails before the type of the reply matters.
        let typed = if is_success { read_replies(&client).contains(&true) } else { is_read(&client, GetGift) };
        assert!(is_success || !typed, "a reply out of no success");
    }
}

/// Whether each documented reply can be read.
fn read_replies(client: &Client) -> [bool; 14] {
    let lookup = || GroupLookup::by_group_code("1");
    let group_openid = || demo::GROUP_OPENID.to_owned();
    let unbind = UnbindGroup { group_openid: group_openid(), unionid: "1".to_owned() };
    [
        is_read(client, ShareQq::new("A", "t", "s", "http://a.b", "http://a.b/c.png")),
        is_read(client, Qqprofile),
        is_read(client, QqfriendsDetail { flag: FriendScope::WithSelf }),
        is_read(client, QqstrangeProfile { vcopenid: vec!["A".into()] }),
        is_read(client, QqfriendsVip::new(["A"], IP)),
        is_read(client, GetGroupopenid { lookup: lookup() }),
        is_read(client, GetGroupinfo { group_openid: group_openid() }),
        is_read(client, unbind),
        is_read(client, GetGroupDetail { lookup: lookup() }),
        is_read(client, GetVipRichInfo),
        is_read(client, LoadVip { vip: VipMask::all() }),
        is_read(client, GetGift),
        is_read(client, GetWifi),
        is_read(client, QqscoreBatch { param: vec![ScoreReport::new(ScoreType::Platform, 1)] }),
    ]
}

/// Makes one call, and prints what it fails with.
fn is_read<E: Endpoint>(client: &Client, endpoint: E) -> bool {
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    match call(client, &session, endpoint) {
        Ok(_) => true,
        Err(error) => {
            assert!(error.violations().is_empty(), "the request is right: {error}");
            let printed = format!("{error} {error:?}");
            assert!(!printed.chars().any(char::is_control), "a control character in {printed:?}");
            false
        }
    }
}
