//! Messages to friends.

use msdk::UnixTime;
use serde_json::{Value, json};

use super::Outcome;
use crate::{Call, Message, Refusal, World};

/// How many messages of the game a player receives on one day.
const DAILY_MESSAGES: usize = 30;
/// Verbatim, the raw tab included.
const LIMIT_REACHED: &str = "null ServiceError: :workid=0 APIException: \t30,response errorCode error 30";

pub(super) fn qq(world: &mut World, call: &Call<'_>) -> Outcome {
    let [target] = call.items("fopenids") else {
        return Err(Refusal::platform(100_001, "fopenids must name exactly one friend"));
    };
    // 2.2.1.2: "type is always 0".
    if target.get("type").and_then(Value::as_i64) != Some(0) {
        return Err(Refusal::platform(100_001, "fopenids[0].type must be 0"));
    }
    let to = target.get("openid").and_then(Value::as_str).unwrap_or_default();
    if !world.find(call.openid())?.friends.contains(to) {
        return Err(Refusal::platform(100_030, "is_friend is 0"));
    }
    let texts = ["title", "summary", "previewText"].map(|name| call.text(name));
    if world.forbidden_words.iter().any(|word| texts.iter().any(|text| text.contains(word.as_str()))) {
        return Err(Refusal::platform(100_004, "the text has forbidden words"));
    }
    let today = |message: &&Message| message.to == to && day(message.sent_at) == day(call.now());
    if world.messages.iter().filter(today).count() >= DAILY_MESSAGES {
        return Err(Refusal::platform(30, LIMIT_REACHED));
    }
    let [title, summary, preview_text] = texts.map(str::to_owned);
    world.messages.push(Message {
        from: call.openid().to_owned(),
        to: to.to_owned(),
        sent_at: call.now(),
        title,
        summary,
        preview_text,
        target_url: call.text("target_url").to_owned(),
        game_tag: call.text("game_tag").to_owned(),
    });
    Ok(json!({}))
}

/// The day in UTC.
pub(super) const fn day(time: UnixTime) -> i64 {
    time.as_secs().div_euclid(24 * 60 * 60)
}
