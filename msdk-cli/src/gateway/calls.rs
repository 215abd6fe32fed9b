//! Recorded calls as JSON, without what is secret.

use std::{collections::BTreeSet, sync::LazyLock};

use msdk::metadata::{Field, Shape};
use msdk_mock::{InProcess, Received};
use serde_json::{Map, Value, json};

use super::site::State;
use crate::{registry::entries, secrets::MASK};

/// Whether all is known of a call that ever will be.
pub(super) fn is_decided(call: &Received) -> bool {
    call.verdict.is_some() || !call.faults.is_empty() || !call.answer.is_empty()
}

/// What must not be shown: values under some names wherever they stand, and the tokens and keys that this gateway knows.
pub(super) struct Masks {
    secrets: Vec<String>,
}

/// How deep a description is looked into.
const MOST_LEVELS: usize = 8;

/// The names under which secrets stand, by the declarations.
static NAMES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut names = BTreeSet::from(["sig"]);
    for entry in entries() {
        names.extend(entry.metadata.identity.token);
        names.extend(entry.metadata.identity.app_key);
        gather(entry.metadata.fields, &mut names, MOST_LEVELS);
        inside(entry.metadata.reply, &mut names, MOST_LEVELS);
    }
    names
});

fn gather(fields: &'static [Field], names: &mut BTreeSet<&'static str>, levels: usize) {
    for field in fields {
        if field.secret {
            names.insert(field.name);
            names.extend(field.aliases);
        }
        inside(field.shape, names, levels);
    }
}

fn inside(shape: Shape, names: &mut BTreeSet<&'static str>, levels: usize) {
    let Some(levels) = levels.checked_sub(1) else { return };
    match shape.resolved() {
        Shape::Object(fields) | Shape::AnyOf(fields) => gather(fields, names, levels),
        Shape::List(item) | Shape::Map(item) => inside(*item, names, levels),
        _ => {}
    }
}

impl Masks {
    pub(super) fn of(gateway: &InProcess, site: &State) -> Self {
        let mut secrets: Vec<String> = site.apps.iter().map(|app| app.key.expose().to_owned()).collect();
        gateway.with_world(|world| {
            for player in world.players.values() {
                secrets.push(player.token.expose().to_owned());
                secrets.extend(player.wechat.iter().map(|wechat| wechat.refresh_token.expose().to_owned()));
            }
        });
        // Shorter ones are made up for a test, and would tear other words apart.
        secrets.retain(|secret| secret.len() >= 8);
        Self { secrets }
    }

    pub(super) fn text(&self, text: &str) -> String {
        self.secrets.iter().filter(|secret| text.contains(*secret)).fold(text.to_owned(), |text, secret| {
            // `replace` is looked for in every text, so only where it is needed.
            text.replace(secret, MASK)
        })
    }

    fn value(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(object) => self.object(object),
            _ => {}
        }
    }

    fn object(&self, object: &mut Map<String, Value>) {
        for (name, value) in object {
            if NAMES.contains(name.as_str()) {
                *value = MASK.into();
            } else {
                self.value(value);
            }
        }
    }

    /// A body as JSON, or as a text if it is none.
    pub(super) fn body(&self, body: &[u8]) -> Value {
        match serde_json::from_slice(body) {
            Ok(mut value) => {
                self.value(&mut value);
                value
            }
            Err(_) if body.is_empty() => Value::Null,
            Err(_) => self.text(&String::from_utf8_lossy(body)).into(),
        }
    }

    /// The names and values of a query.
    pub(super) fn query(&self, call: &Received) -> Vec<(String, String)> {
        let masked = |(name, value): &(String, String)| {
            let value = if NAMES.contains(name.as_str()) { MASK.to_owned() } else { self.text(value) };
            (name.clone(), value)
        };
        call.query.iter().map(masked).collect()
    }
}

/// Writes a call.
pub(super) fn as_json(call: &Received, masks: &Masks) -> Value {
    let verdict = call.verdict.as_ref().map(|verdict| {
        let refusal = verdict.refusal.as_ref();
        json!({
            "accepted": refusal.is_none(),
            "ret": refusal.map_or(0, |refusal| refusal.ret),
            "msg": refusal.map(|refusal| masks.text(&refusal.msg)),
            "sections": verdict.sections(call.endpoint),
            "passed_over": verdict.passed_over,
        })
    });
    json!({
        "id": call.id,
        "at": call.at.as_secs(),
        "method": call.method.as_str(),
        "path": call.path,
        "endpoint": call.endpoint.map(|endpoint| endpoint.name),
        "openid": openid(call),
        "query": masks.query(call),
        "body": masks.body(&call.body),
        "faults": call.faults,
        "verdict": verdict,
        "answer": masks.body(&call.answer),
    })
}

/// The openid of the query, if it has one.
pub(super) fn openid(call: &Received) -> Option<&str> {
    call.query.iter().find(|(name, _)| name == "openid").map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked_by_their_names_and_by_their_values() {
        let masks = Masks { secrets: vec!["TOKEN-OF-A".into()] };
        assert_eq!(
            masks.body(br#"{"accessToken":"x","list":[{"openkey":1}],"text":"a TOKEN-OF-A b","openid":"A"}"#),
            json!({"accessToken": MASK, "list": [{"openkey": MASK}], "text": "a *** b", "openid": "A"})
        );
        assert_eq!(masks.body(b"no json with TOKEN-OF-A"), json!("no json with ***"));
        assert_eq!(masks.body(b""), Value::Null);
        for name in ["sig", "refreshToken", "secret"] {
            assert!(NAMES.contains(name), "{name} of {:?}", *NAMES);
        }
    }
}
