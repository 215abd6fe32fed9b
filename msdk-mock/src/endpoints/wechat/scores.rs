//! Reported scores and battles.

use serde_json::{Value, json};

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

/// A batch has to say whom each report is about.
pub(in super::super) fn wxbattle_report(world: &mut World, call: &Call<'_>) -> Outcome {
    let report = call.body().get("json").cloned().unwrap_or_default();
    let has_player = |report: &Value| report.pointer("/baseinfo/openid").is_some_and(|openid| openid != "");
    if let Value::Array(reports) = &report
        && !reports.iter().all(has_player)
    {
        return Err(Refusal::wechat(47001, "each report of a batch needs baseinfo.openid"));
    }
    world.wechat.battles.push((call.openid().to_owned(), report));
    Ok(json!({}))
}
