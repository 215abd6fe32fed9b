//! Gifts and entitlements.

use serde_json::{Value, json};

use super::Outcome;
use crate::{Call, Chest, World};

/// Whoever asks first gets the gifts.
pub(super) fn get_gift(world: &mut World, call: &Call<'_>) -> Outcome {
    let gifts = std::mem::take(&mut world.find_mut(call.openid())?.gifts).into_iter();
    let list: Vec<Value> = gifts.map(|gift| json!({"giftId": gift.id, "giftCount": gift.count.to_string()})).collect();
    Ok(json!({"GiftPackList": list}))
}

pub(super) fn get_wifi(world: &mut World, call: &Call<'_>) -> Outcome {
    Ok(json!({"wifiVip": i64::from(world.find(call.openid())?.wifi)}))
}

/// A chest has an item for everybody who opens it.
#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
pub(super) fn qq_gain_chest(world: &mut World, call: &Call<'_>) -> Outcome {
    let peoplenum = call.int("peoplenum");
    let chest = Chest {
        boxid: format!("{}-{}", call.now().as_secs(), world.chests.len() + 1),
        from: call.openid().to_owned(),
        actid: call.int("actid"),
        num: call.int("num").max(peoplenum),
        peoplenum,
    };
    let boxid = chest.boxid.clone();
    world.chests.push(chest);
    Ok(json!({"boxid": boxid, "platCode": ""}))
}
