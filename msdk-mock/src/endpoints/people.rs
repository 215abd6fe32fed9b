//! Names, genders and pictures.

use serde_json::{Value, json};

use super::Outcome;
use crate::{Call, Gender, Player, VipKind, World};

/// The `flag` with which the caller is in the list too. Any other, says 2.3.2.2, changes nothing.
const WITH_SELF: i64 = 2;

pub(super) fn qqprofile(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let (is_yellow, yellow) = caller.vip(VipKind::Yellow);
    Ok(json!({
        "nickName": caller.nickname,
        "gender": word(&caller.gender),
        "picture40": of_size(&caller.picture, "40"),
        "picture100": of_size(&caller.picture, "100"),
        "yellow_vip": i64::from(is_yellow),
        "yellow_vip_level": yellow.level,
        "yellow_year_vip": i64::from(yellow.yearly.is_some()),
        "is_lost": "0",
    }))
}

pub(super) fn qqfriends_detail(world: &mut World, call: &Call<'_>) -> Outcome {
    let caller = world.find(call.openid())?;
    let own = (call.int("flag") == WITH_SELF).then_some(caller);
    let lists: Vec<Value> = world.friends(caller).chain(own).map(|player| friend(player, caller)).collect();
    Ok(json!({"lists": lists, "is_lost": "0"}))
}

/// The caller's remark comes before the friend's own name (2.3.2.3). The address of the picture ends in a slash here.
fn friend(player: &Player, caller: &Player) -> Value {
    let remark = caller.remarks.get(&player.openid).filter(|remark| !remark.is_empty());
    json!({
        "openid": player.openid,
        "nickName": remark.unwrap_or(&player.nickname),
        "gender": word(&player.gender),
        "figureurl_qq": format!("{}/", player.picture),
    })
}

pub(super) fn qqstrange_profile(world: &mut World, call: &Call<'_>) -> Outcome {
    world.find(call.openid())?;
    let wanted = call.items("vcopenid").iter().filter_map(Value::as_str);
    let lists: Vec<Value> = wanted.filter_map(|openid| world.players.get(openid)).map(stranger).collect();
    Ok(json!({"lists": lists, "is_lost": "0"}))
}

/// The gender is a code here, and `qqpicture` ends without a slash.
fn stranger(player: &Player) -> Value {
    json!({
        "openid": player.openid,
        "gender": code(&player.gender),
        "nickName": player.nickname,
        "qzonepicture50": of_size(&player.qzone_picture, "50"),
        "qqpicture40": of_size(&player.picture, "40"),
        "qqpicture100": of_size(&player.picture, "100"),
        "qqpicture": player.picture,
    })
}

/// The address of a picture in one of its sizes.
fn of_size(picture: &str, pixels: &str) -> String {
    [picture, "/", pixels].concat()
}

fn word(gender: &Gender) -> &'static str {
    match gender {
        Gender::Female => "女",
        // The platform's default.
        _ => "男",
    }
}

fn code(gender: &Gender) -> &'static str {
    match gender {
        Gender::Female => "2",
        _ => "1",
    }
}
