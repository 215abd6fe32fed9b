//! Names, pictures, friends and memberships.

use serde_json::{Value, json};

use super::super::{Outcome, with};
use crate::{Call, Gender, Player, WechatPlayer, World};

pub(in super::super) fn wxfriends_profile(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let players: Vec<&Player> = [caller].into_iter().chain(world.friends(caller)).collect();
    Ok(profiles(&players))
}

#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
pub(in super::super) fn wxprofile(world: &mut World, call: &Call<'_>) -> Outcome {
    let wanted = call.items("openids").iter().filter_map(Value::as_str);
    let players: Vec<&Player> = wanted.filter_map(|openid| world.players.get(openid)).collect();
    Ok(profiles(&players))
}

/// Privileges, country and language are those of the first player.
fn profiles(players: &[&Player]) -> Value {
    let players = || players.iter().filter_map(|player| Some((*player, player.wechat.as_ref()?)));
    let lists: Vec<Value> = players().map(|(player, wechat)| profile(player, wechat)).collect();
    let first = players().next().map(|(_, wechat)| wechat);
    json!({
        "lists": lists,
        "privilege": first.map_or(&[][..], |wechat| &wechat.privileges),
        "country": first.map_or("", |wechat| &wechat.country),
        "language": first.map_or("", |wechat| &wechat.language),
    })
}

/// `provice` is how the platform spells it.
fn profile(player: &Player, wechat: &WechatPlayer) -> Value {
    json!({
        "nickName": player.nickname,
        "sex": code(&player.gender),
        "picture": format!("{}/", player.picture),
        "provice": wechat.province,
        "city": wechat.city,
        "openid": player.openid,
    })
}

pub(in super::super) fn wxfriends(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let openids: Vec<&str> = world.friends(caller).map(|friend| friend.openid.as_str()).collect();
    Ok(json!({"openids": openids}))
}

/// Names are spelled otherwise here, the gender is a text, and the picture has its size.
pub(in super::super) fn wxuserinfo(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let fields = json!({
        "nickname": caller.nickname,
        "sex": code(&caller.gender).to_string(),
        "picture": format!("{}/0", caller.picture),
    });
    let Some(wechat) = &caller.wechat else { return Ok(fields) };
    let fields = with(fields, "province", wechat.province.as_str());
    let fields = with(fields, "city", wechat.city.as_str());
    let fields = with(fields, "country", wechat.country.as_str());
    let fields = with(fields, "unionid", wechat.unionid.as_str());
    let fields = with(fields, "privilege", wechat.privileges.clone());
    Ok(with(fields, "language", wechat.language.as_str()))
}

const fn code(gender: &Gender) -> i64 {
    match gender {
        Gender::Male => 1,
        Gender::Female => 2,
        _ => 0,
    }
}

/// The caller's membership comes first; `data` is empty where nobody has one.
pub(in super::super) fn wxget_vip(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let vips: Vec<Value> = [caller].into_iter().chain(world.friends(caller)).filter_map(vip).collect();
    Ok(json!({"data": if vips.is_empty() { json!({}) } else { json!({"vipinfo": vips}) }}))
}

fn vip(player: &Player) -> Option<Value> {
    let vip = player.wechat.as_ref()?.vip?;
    Some(json!({
        "openid": player.openid,
        "level": vip.level,
        "score": vip.score,
        "nick": player.nickname,
        "logo_url": format!("http://game.gtimg.cn/images/vip/{}.png", vip.level),
        "logo_faceurl": format!("{}/96", player.picture),
    }))
}
