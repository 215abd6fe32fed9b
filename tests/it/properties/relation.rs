//! The endpoints about players, their friends and their groups.

use msdk::{
    OpenId, PictureUrl, UnixTime,
    qq::{Gender, relation::*},
};
use proptest::{collection, option, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{
    exchange::{Identity, check},
    texts::{ip, item, openid, text},
};

#[test]
fn qqprofile() {
    let reply = (text(0), gender(), text(0), option::of(text(1)), any::<[bool; 3]>(), any::<u32>()).prop_map(
        |(nick_name, gender, picture40, picture100, yes, level)| {
            json!({
                "nickName": nick_name, "gender": gender, "picture40": picture40, "picture100": picture100,
                "yellow_vip": yes[0], "yellow_vip_level": level, "yellow_year_vip": yes[1], "is_lost": yes[2],
            })
        },
    );
    check(Identity::USUAL, Just((Qqprofile, json!({}))), reply, |reply| {
        json!({
            "nickName": reply.nick_name, "gender": written(&reply.gender), "picture40": reply.picture40,
            "picture100": reply.picture100, "yellow_vip": reply.yellow_vip, "yellow_vip_level": reply.yellow_vip_level,
            "yellow_year_vip": reply.yellow_year_vip, "is_lost": reply.is_lost,
        })
    });
}

#[test]
fn qqfriends_detail() {
    let scope = select(FriendScope::ALL.to_vec());
    let request = scope.prop_map(|flag| (QqfriendsDetail { flag }, json!({"flag": flag.code()})));
    let friend = (openid(), text(0), gender(), option::of(text(1))).prop_map(|(openid, name, gender, figure)| {
        json!({"openid": openid, "nickName": name, "gender": gender, "figureurl_qq": figure})
    });
    check(Identity::USUAL, request, listing(friend), |reply| {
        let friends = reply.lists.into_iter().map(|friend| {
            let figure = friend.figureurl_qq.as_ref().map(PictureUrl::as_str);
            let gender = written(&friend.gender);
            let openid = friend.openid.as_str();
            json!({"openid": openid, "nickName": friend.nick_name, "gender": gender, "figureurl_qq": figure})
        });
        json!({"lists": friends.collect::<Vec<_>>(), "is_lost": reply.is_lost})
    });
}

#[test]
fn qqstrange_profile() {
    let request = collection::vec(openid(), 1..60).prop_map(|openids| {
        let fields = json!({ "vcopenid": openids });
        (QqstrangeProfile { vcopenid: openids.into_iter().map(OpenId::from).collect() }, fields)
    });
    let pictures = proptest::array::uniform4(option::of(text(1)));
    let stranger = (openid(), text(0), gender(), pictures).prop_map(|(openid, name, gender, pictures)| {
        json!({
            "openid": openid, "nickName": name, "gender": gender, "qzonepicture50": pictures[0],
            "qqpicture40": pictures[1], "qqpicture100": pictures[2], "qqpicture": pictures[3],
        })
    });
    check(Identity::USUAL, request, listing(stranger), |reply| {
        let strangers = reply.lists.into_iter().map(|stranger| {
            json!({
                "openid": stranger.openid.as_str(), "nickName": stranger.nick_name, "gender": written(&stranger.gender),
                "qzonepicture50": stranger.qzonepicture50, "qqpicture40": stranger.qqpicture40,
                "qqpicture100": stranger.qqpicture100,
                "qqpicture": stranger.qqpicture.as_ref().map(PictureUrl::as_str),
            })
        });
        json!({"lists": strangers.collect::<Vec<_>>(), "is_lost": reply.is_lost})
    });
}

#[test]
fn qqfriends_vip() {
    let friends = prop_oneof![collection::vec(openid(), 1..=4), collection::vec(openid(), 50)];
    let services = collection::vec(prop_oneof![Just("qq_vip".to_owned()), item()], 1..4);
    // Ones that the document does not list start like those that it lists.
    let later = "openmobile_[a-z0-9_]{1,20}".prop_map(|code| LoginPlatform::from_code(&code));
    let platform = prop_oneof![select(LoginPlatform::ALL.to_vec()), later];
    let request = (friends, services, ip(), platform).prop_map(|(friends, services, ip, pf)| {
        let fields = json!({
            "fopenids": friends, "flags": services.join(","), "userip": ip.to_string(), "pf": pf.code(),
        });
        let flags = services.iter().map(|code| VipService::from_code(code)).collect();
        (QqfriendsVip { flags, pf, ..QqfriendsVip::new(friends, ip) }, fields)
    });
    let vip = (openid(), any::<[bool; 2]>(), any::<Option<u32>>()).prop_map(|(openid, yes, level)| {
        json!({"openid": openid, "is_qq_vip": yes[0], "qq_vip_level": level, "is_qq_year_vip": yes[1]})
    });
    check(Identity::USUAL, request, listing(vip), |reply| {
        let friends = reply.lists.into_iter().map(|vip| {
            json!({
                "openid": vip.openid.as_str(), "is_qq_vip": vip.is_qq_vip, "qq_vip_level": vip.qq_vip_level,
                "is_qq_year_vip": vip.is_qq_year_vip,
            })
        });
        json!({"lists": friends.collect::<Vec<_>>(), "is_lost": reply.is_lost})
    });
}

#[test]
fn get_vip_rich_info() {
    let time = || option::of(any::<i64>().prop_filter("0 is none", |time| *time != 0));
    let times = [time(), time(), time(), time(), time(), time()];
    let reply = (any::<[bool; 4]>(), times).prop_map(|(yes, times)| {
        json!({
            "is_qq_vip": yes[0], "qq_vip_start": times[0], "qq_vip_end": times[1],
            "is_qq_year_vip": yes[1], "qq_year_vip_start": times[2], "qq_year_vip_end": times[3],
            "is_svip": yes[2], "qq_svip_start": times[4], "qq_svip_end": times[5], "is_lost": yes[3],
        })
    });
    check(Identity::USUAL, Just((GetVipRichInfo, json!({}))), reply, |reply| {
        let secs = |time: Option<UnixTime>| time.map(UnixTime::as_secs);
        json!({
            "is_qq_vip": reply.is_qq_vip, "qq_vip_start": secs(reply.qq_vip_start),
            "qq_vip_end": secs(reply.qq_vip_end), "is_qq_year_vip": reply.is_qq_year_vip,
            "qq_year_vip_start": secs(reply.qq_year_vip_start), "qq_year_vip_end": secs(reply.qq_year_vip_end),
            "is_svip": reply.is_svip, "qq_svip_start": secs(reply.qq_svip_start),
            "qq_svip_end": secs(reply.qq_svip_end), "is_lost": reply.is_lost,
        })
    });
}

#[test]
fn get_groupopenid() {
    let request = lookup().prop_map(|(lookup, fields)| (GetGroupopenid { lookup }, fields));
    let reply = (text(0), any::<bool>()).prop_map(|(group, lost)| json!({"groupOpenid": group, "is_lost": lost}));
    check(
        Identity::USUAL,
        request,
        reply,
        |reply| json!({"groupOpenid": reply.group_openid, "is_lost": reply.is_lost}),
    );
}

#[test]
fn get_groupinfo() {
    let request = text(1).prop_map(|group_openid| {
        let fields = json!({ "groupOpenid": group_openid });
        (GetGroupinfo { group_openid }, fields)
    });
    check(Identity::USUAL, request, group(), |reply| info(&reply));
}

#[test]
fn get_group_detail() {
    let request = lookup().prop_map(|(lookup, fields)| (GetGroupDetail { lookup }, fields));
    let reply = (group(), text(0), option::of(text(1))).prop_map(|(mut group, openid, key)| {
        (group["groupOpenid"], group["joinGroupKey"]) = (json!(openid), json!(key));
        group
    });
    check(Identity::USUAL, request, reply, |reply| {
        let mut group = info(&reply.info);
        (group["groupOpenid"], group["joinGroupKey"]) = (json!(reply.group_openid), json!(reply.join_group_key));
        group
    });
}

#[test]
fn unbind_group() {
    let request = (text(1), text(1)).prop_map(|(group_openid, unionid)| {
        let fields = json!({"groupOpenid": group_openid, "unionid": unionid});
        (UnbindGroup { group_openid, unionid }, fields)
    });
    let reply = any::<bool>().prop_map(|lost| json!({ "is_lost": lost }));
    check(Identity::USUAL, request, reply, |reply| json!({"is_lost": reply.is_lost}));
}

fn lookup() -> impl Strategy<Value = (GroupLookup, Value)> {
    let guild = (text(1), text(1)).prop_map(|(guild, zone)| {
        let fields = json!({"opt": "0", "unionid": guild, "zoneid": zone});
        (GroupLookup::by_guild(guild, zone), fields)
    });
    let group = text(1).prop_map(|code| {
        let fields = json!({"opt": "1", "groupCode": code});
        (GroupLookup::by_group_code(code), fields)
    });
    prop_oneof![guild, group]
}

fn group() -> impl Strategy<Value = Value> {
    let texts = (text(0), option::of(text(1)), option::of(openid()), text(0), text(0));
    let admins = collection::vec(item(), 0..5).prop_map(|admins| admins.join(","));
    (texts, any::<[Option<u32>; 2]>(), admins, any::<bool>()).prop_map(|(texts, counts, admins, lost)| {
        let (name, memo, owner, guild, zone) = texts;
        json!({
            "groupName": name, "fingerMemo": memo, "memberNum": counts[0], "maxNum": counts[1], "ownerOpenid": owner,
            "unionid": guild, "zoneid": zone, "adminOpenids": admins, "is_lost": lost,
        })
    })
}

fn info(group: &GetGroupinfoReply) -> Value {
    let admins: Vec<_> = group.admin_openids.iter().map(OpenId::as_str).collect();
    json!({
        "groupName": group.group_name, "fingerMemo": group.finger_memo, "memberNum": group.member_num,
        "maxNum": group.max_num, "ownerOpenid": group.owner_openid.as_ref().map(OpenId::as_str),
        "unionid": group.unionid, "zoneid": group.zoneid, "adminOpenids": admins.join(","), "is_lost": group.is_lost,
    })
}

/// A reply of a list and whether something of it is lost.
fn listing(item: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    (collection::vec(item, 0..8), any::<bool>()).prop_map(|(lists, lost)| json!({"lists": lists, "is_lost": lost}))
}

/// What the platform says of a gender.
fn gender() -> impl Strategy<Value = String> {
    let other = text(0).prop_filter("a code", |text| text != "1" && text != "2");
    prop_oneof![Just("男".to_owned()), Just("女".to_owned()), other]
}

fn written(gender: &Gender) -> &str {
    match gender {
        Gender::Male => "男",
        Gender::Female => "女",
        Gender::Other(text) => text,
        _ => panic!("a gender"),
    }
}
