//! Who pays for what.

use msdk::UnixTime;
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::{Call, Player, Refusal, Term, Vip, VipKind, World};

/// The one word that `flags` knows.
const QQ_VIP: &str = "qq_vip";

pub(super) fn qqfriends_vip(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    // 2.3.4.2: without it, all kinds are looked up.
    let flags = call.body().get("flags").and_then(Value::as_str);
    if flags.is_some_and(|flags| !flags.split(',').any(|flag| flag == QQ_VIP)) {
        return Err(Refusal::platform(-1, "flags must name qq_vip"));
    }
    let is_near = |openid: &&str| *openid == caller.openid || caller.friends.contains(*openid);
    let wanted = call.items("fopenids").iter().filter_map(Value::as_str).filter(is_near);
    let lists: Vec<Value> = wanted.filter_map(|openid| world.players.get(openid)).map(member).collect();
    Ok(json!({"lists": lists, "is_lost": "0"}))
}

/// Only a member has a level.
fn member(player: &Player) -> Value {
    let (is_member, vip) = player.vip(VipKind::Normal);
    let fields = json!({
        "openid": player.openid,
        "is_qq_vip": i64::from(is_member),
        "is_qq_year_vip": i64::from(vip.yearly.is_some()),
    });
    if is_member { with(fields, "qq_vip_level", vip.level) } else { fields }
}

pub(super) fn get_vip_rich_info(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let ((is_member, member), (is_super, super_member)) = (caller.vip(VipKind::Normal), caller.vip(VipKind::Super));
    Ok(json!({
        "is_qq_vip": digit(is_member),
        "qq_vip_start": start(member.term),
        "qq_vip_end": end(member.term),
        "is_qq_year_vip": digit(member.yearly.is_some()),
        "qq_year_vip_start": start(member.yearly),
        "qq_year_vip_end": end(member.yearly),
        "is_svip": digit(is_super),
        "qq_svip_start": start(super_member.term),
        "qq_svip_end": end(super_member.term),
        "is_lost": "0",
    }))
}

const fn digit(yes: bool) -> &'static str {
    if yes { "1" } else { "0" }
}

fn start(term: Option<Term>) -> String {
    term.map_or(0, |term| UnixTime::as_secs(term.start)).to_string()
}

fn end(term: Option<Term>) -> String {
    term.map_or(0, |term| UnixTime::as_secs(term.end)).to_string()
}

/// A bit that the document does not have is of a kind that this gateway does not know, so it has nothing to say of it.
pub(super) fn load_vip(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let wanted = call.int("vip");
    let kinds = VipKind::ALL.iter().copied().filter(|kind| wanted & kind.code() != 0);
    let lists: Vec<Value> = kinds.map(|kind| vip(caller, kind)).collect();
    Ok(json!({"msg": "", "lists": lists}))
}

/// The kinds of `query_vip`, of which [`VipKind`] lacks the QQ level and anime membership.
pub(super) fn query_vip(world: &mut World, call: &Call<'_>) -> Outcome {
    const QQ_LEVEL: i64 = 2;
    const ANIME: i64 = 256;
    let caller = world.find(call.openid())?;
    let wanted = call.int("vip");
    let kinds = VipKind::ALL.iter().filter(|kind| **kind != VipKind::Game).map(|kind| (kind.code(), caller.vip(*kind)));
    let level = Vip { level: caller.qq_level, ..Vip::default() };
    let others = [(QQ_LEVEL, (false, level)), (ANIME, (false, Vip::default()))];
    let mut kinds: Vec<_> = kinds.chain(others).filter(|(code, _)| wanted & code != 0).collect();
    kinds.sort_by_key(|(code, _)| *code);
    let entry = |(code, (is_vip, vip)): (i64, (bool, Vip))| {
        json!({
            "flag": code,
            "isvip": i64::from(is_vip),
            "year": i64::from(vip.yearly.is_some()),
            "level": vip.level,
            "luxury": i64::from(vip.luxury),
        })
    };
    Ok(json!({"lists": kinds.into_iter().map(entry).collect::<Vec<_>>()}))
}

/// What the vendor's document calls invalid for a kind is 0.
fn vip(player: &Player, kind: VipKind) -> Value {
    let (is_vip, vip) = player.vip(kind);
    let only = |valid: bool, value: i64| if valid { value } else { 0 };
    let has_terms = !matches!(kind, VipKind::Super | VipKind::Xinyue);
    json!({
        "flag": kind.code(),
        "isvip": i64::from(is_vip),
        "year": only(has_terms, vip.yearly.is_some().into()),
        "level": only(!matches!(kind, VipKind::Super | VipKind::Yellow), vip.level),
        "luxury": only(has_terms, vip.luxury.into()),
        "ispay": only(kind == VipKind::Game, is_vip.into()),
        "qqLevel": only(kind == VipKind::Normal, player.qq_level),
    })
}
