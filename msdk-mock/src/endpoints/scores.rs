//! Reported achievements.

use serde_json::{Value, json};

use super::Outcome;
use crate::{Call, Refusal, Score, World};

/// The `bcover` that replaces what is stored.
const OVERWRITE: i64 = 1;

pub(super) fn qqscore_batch(world: &mut World, call: &Call<'_>) -> Outcome {
    let entries: Vec<Entry> = call.items("param").iter().map(Entry::read).collect::<Result<_, _>>()?;
    for entry in entries {
        entry.store(world, call);
    }
    Ok(json!({"type": 0}))
}

/// The one entry is the body itself.
pub(super) fn qqscore(world: &mut World, call: &Call<'_>) -> Outcome {
    let entry = Entry::read(&Value::Object(call.body().clone()))?;
    let kind = entry.kind;
    entry.store(world, call);
    Ok(json!({"type": kind}))
}

/// One entry of a batch.
struct Entry {
    kind: i64,
    score: Score,
    overwrite: bool,
}

impl Entry {
    fn read(entry: &Value) -> Result<Self, Refusal> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let int = |name: &str| entry.get(name).and_then(Value::as_i64);
        let score = Score { data: text("data"), expires: text("expires") };
        if !score.expires.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refusal::platform(-4037, "expires must be seconds since 1970, or 0"));
        }
        match int("type") {
            Some(kind) if !score.data.trim().is_empty() => {
                Ok(Self { kind, score, overwrite: int("bcover") == Some(OVERWRITE) })
            }
            _ => Err(Refusal::platform(-4035, "type and data must be there, and data must not be blank")),
        }
    }

    fn store(self, world: &mut World, call: &Call<'_>) {
        let key = (call.openid().to_owned(), self.kind);
        let stored = world.scores.get(&key);
        if self.overwrite || stored.is_none_or(|stored| !is_lower(&self.score.data, &stored.data)) {
            world.scores.insert(key, self.score);
        }
    }
}

/// Whether both are numbers and the new one is the lower.
fn is_lower(new: &str, old: &str) -> bool {
    match (new.parse::<f64>(), old.parse::<f64>()) {
        (Ok(new), Ok(old)) => new < old,
        _ => false,
    }
}
