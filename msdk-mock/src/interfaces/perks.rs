//! Gifts and entitlements.

use serde_json::{Value, json};

use super::Outcome;
use crate::{Call, World};

/// Whoever asks first gets the gifts.
pub(super) fn get_gift(world: &mut World, call: &Call<'_>) -> Outcome {
    let gifts = std::mem::take(&mut world.find_mut(call.openid())?.gifts).into_iter();
    let list: Vec<Value> = gifts.map(|gift| json!({"giftId": gift.id, "giftCount": gift.count.to_string()})).collect();
    Ok(json!({"GiftPackList": list}))
}

pub(super) fn get_wifi(world: &mut World, call: &Call<'_>) -> Outcome {
    Ok(json!({"wifiVip": i64::from(world.find(call.openid())?.wifi)}))
}
