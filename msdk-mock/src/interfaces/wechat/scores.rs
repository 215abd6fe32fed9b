//! Reported scores.

use serde_json::json;

use super::super::Outcome;
use crate::{Call, Refusal, Score, World};

pub(in super::super) fn wxscore(world: &mut World, call: &Call<'_>) -> Outcome {
    let score = Score { data: call.text("score").to_owned(), expires: call.text("expires").to_owned() };
    if score.expires.is_empty() || !score.expires.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::wechat(47001, "expires must be seconds since 1970, or 0"));
    }
    world.wechat.scores.insert(call.openid().to_owned(), score);
    Ok(json!({}))
}
