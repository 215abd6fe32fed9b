//! The endpoints about a player's own memberships, gifts and scores.

use msdk::{UnixTime, qq::profile::*};
use proptest::{collection, option, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{
    exchange::{Identity, check},
    texts::text,
};

const WITHOUT_TOKEN: Identity = Identity { token: &[], ..Identity::USUAL };

#[test]
fn load_vip() {
    let request = (1..=VipMask::all().bits())
        .prop_map(VipMask::from_bits_truncate)
        .prop_filter("nothing is asked for", |mask| !mask.is_empty())
        .prop_map(|vip| (LoadVip { vip }, json!({"login": 2, "uin": 0, "vip": vip.bits()})));
    let kind = prop_oneof![select(VipKind::ALL.to_vec()).prop_map(VipKind::code), any::<i64>()];
    let status = (kind, any::<[bool; 4]>(), any::<[u32; 2]>()).prop_map(|(flag, yes, levels)| {
        json!({
            "flag": flag, "isvip": yes[0], "year": yes[1], "luxury": yes[2], "ispay": yes[3],
            "level": levels[0], "qqLevel": levels[1],
        })
    });
    let reply = collection::vec(status, 0..8).prop_map(|lists| {
        // What means nothing for a kind is not given out; it is left out here too.
        let known = lists.into_iter().map(meaningful).collect::<Vec<_>>();
        json!({ "lists": known })
    });
    check(Identity { is_int: true, ..Identity::USUAL }, request, reply, |reply| {
        let lists: Vec<_> = reply.lists.iter().map(status_of).collect();
        json!({ "lists": lists })
    });
}

fn status_of(vip: &VipStatus) -> Value {
    let mut status = json!({"flag": vip.kind().code(), "isvip": vip.is_vip()});
    for (name, value) in [
        ("year", vip.is_yearly().map(Value::from)),
        ("luxury", vip.is_luxury().map(Value::from)),
        ("ispay", vip.is_game_member().map(Value::from)),
        ("level", vip.level().map(Value::from)),
        ("qqLevel", vip.qq_level().map(Value::from)),
    ] {
        if let Some(value) = value {
            status[name] = value;
        }
    }
    status
}

/// A membership without the fields that the document says not to look at.
fn meaningful(mut status: Value) -> Value {
    let meaningless: &[&str] = match status["flag"].as_i64() {
        Some(1) => &["ispay"],
        Some(16) => &["year", "level", "luxury", "ispay", "qqLevel"],
        Some(32) => &["qqLevel"],
        Some(64) => &["year", "luxury", "ispay", "qqLevel"],
        Some(128) => &["level", "ispay", "qqLevel"],
        _ => &["ispay", "qqLevel"],
    };
    if let Value::Object(fields) = &mut status {
        fields.retain(|name, _| !meaningless.contains(&name.as_str()));
    }
    status
}

#[test]
fn get_gift() {
    let gift = (text(0), any::<u32>()).prop_map(|(id, count)| json!({"giftId": id, "giftCount": count}));
    let reply = collection::vec(gift, 0..8).prop_map(|gifts| json!({ "GiftPackList": gifts }));
    check(WITHOUT_TOKEN, Just((GetGift, json!({}))), reply, |reply| {
        let gifts = reply.gift_pack_list.into_iter();
        let gifts: Vec<_> = gifts.map(|gift| json!({"giftId": gift.gift_id, "giftCount": gift.gift_count})).collect();
        json!({ "GiftPackList": gifts })
    });
}

#[test]
fn get_wifi() {
    let reply = any::<bool>().prop_map(|wifi| json!({ "wifiVip": wifi }));
    check(WITHOUT_TOKEN, Just((GetWifi, json!({}))), reply, |reply| json!({"wifiVip": reply.wifi_vip}));
}

#[test]
fn qqscore_batch() {
    let request = collection::vec(score(), 0..20).prop_map(|scores| {
        // The company that the document asks for.
        let needed = [12, 26, 27, 28, 30].map(|kind| (ScoreType::from_code(kind), "1".to_owned(), None, 1));
        let scores: Vec<_> = needed.into_iter().chain(scores).collect();
        let fields = scores.iter().map(|(kind, data, expires, cover)| {
            let expires = expires.unwrap_or(0).to_string();
            json!({"type": kind.code(), "data": data, "expires": expires, "bcover": cover})
        });
        let fields = json!({ "param": fields.collect::<Vec<_>>() });
        (QqscoreBatch { param: scores.into_iter().map(report).collect() }, fields)
    });
    check(Identity::USUAL, request, Just(json!({})), |()| json!({}));
}

type Score = (ScoreType, String, Option<i64>, i64);

fn report((kind, data, expires, cover): Score) -> ScoreReport {
    let expires = expires.map_or(Expiry::Never, |time| Expiry::At(UnixTime::from_secs(time)));
    ScoreReport { r#type: kind, data, expires, bcover: Cover::from_code(cover) }
}

/// A fact that the game reports, with data as its kind has them.
fn score() -> impl Strategy<Value = Score> {
    let by_game = |kind: &ScoreType| kind.reporting() == Reporting::ByGame;
    let listed = ScoreType::ALL.iter().copied().filter(by_game).collect::<Vec<_>>();
    let kind = prop_oneof![4 => select(listed), 1 => (1000..i64::MAX).prop_map(ScoreType::from_code)];
    (kind, text(1), any::<u32>(), option::of(1..i64::MAX), 0..=1_i64).prop_map(
        |(kind, text, number, expires, cover)| {
            let data = match kind.data_format() {
                DataFormat::OneOf(values) => values[number as usize % values.len()].to_owned(),
                DataFormat::Seconds | DataFormat::UnixTime => number.to_string(),
                _ => text,
            };
            (kind, data, expires, cover)
        },
    )
}
