//! Recorded calls as JSON, without what is secret.

use std::{collections::BTreeSet, sync::LazyLock};

use msdk::metadata::{Field, Shape};
use msdk_mock::{InProcess, Received};
use regex_lite::Regex;
use serde_json::{Map, Value, json};

use super::site::State;
use crate::{registry::entries, secrets::MASK};

/// Whether all is known of a call that ever will be.
pub(super) fn is_decided(call: &Received) -> bool {
    call.verdict.is_some() || !call.faults.is_empty() || !call.answer.is_empty()
}

/// What must not be shown: values under some names wherever they stand, and the tokens and keys that a call may have.
pub(super) struct Masks {
    secrets: Vec<String>,
}

/// How deep a description is looked into.
const MOST_LEVELS: usize = 8;

/// The names under which secrets stand, in lower case: those of the declarations, and what other clients call them.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut names = BTreeSet::from(["sig", "token", "secret", "appkey", "app_key", "access_token", "refresh_token"]);
    for entry in entries() {
        names.extend(entry.metadata.identity.token);
        names.extend(entry.metadata.identity.app_key);
        gather(entry.metadata.fields, &mut names, MOST_LEVELS);
        inside(entry.metadata.reply, &mut names, MOST_LEVELS);
    }
    names.into_iter().map(str::to_ascii_lowercase).collect()
});

/// A name and a value in a text that is no JSON: a form, a query, JSON with a mistake in it.
static PAIRS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let names: Vec<&str> = NAMES.iter().map(String::as_str).collect();
    let names = names.join("|");
    Regex::new(&format!(r#"(?i)\b({names})("?\s*(?:=|:|%3D|%3A)\s*"?)([^"&,;\s}}]+)"#)).ok()
});

fn is_secret(name: &str) -> bool {
    NAMES.contains(&name.to_ascii_lowercase())
}

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
    pub(super) fn of(call: &Received, gateway: &InProcess, site: &State) -> Self {
        Self::of_player(openid(call), gateway, site)
    }

    /// What calls of a player may have.
    pub(super) fn of_player(openid: Option<&str>, gateway: &InProcess, site: &State) -> Self {
        let mut secrets: Vec<String> = site.apps.iter().map(|app| app.key.expose().to_owned()).collect();
        gateway.with_world(|world| {
            if let Some(player) = openid.and_then(|openid| world.players.get(openid)) {
                secrets.push(player.token.expose().to_owned());
                secrets.extend(player.wechat.iter().map(|wechat| wechat.refresh_token.expose().to_owned()));
            }
        });
        // Shorter ones are made up for a test, and would tear other words apart. One may be a part of another.
        secrets.retain(|secret| secret.len() >= 8);
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        Self { secrets }
    }

    /// A text, in which pairs of names and values may stand.
    pub(super) fn text(&self, text: &str) -> String {
        let known = self.secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret, MASK));
        match &*PAIRS {
            Some(pairs) => pairs.replace_all(&known, format!("${{1}}${{2}}{MASK}")).into_owned(),
            None => known,
        }
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
            if is_secret(name) {
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
            let value = if is_secret(name) { MASK.to_owned() } else { self.text(value) };
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
            "sections": refusal.map_or_else(Vec::new, |refusal| refusal.sections(call.endpoint)),
            "passed_over": verdict.passed_over.iter().map(|note| masks.text(note)).collect::<Value>(),
        })
    });
    json!({
        "id": call.id,
        "at": call.at.as_secs(),
        "method": call.method.as_str(),
        "path": masks.text(&call.path),
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
        for name in ["sig", "Sig", "refreshToken", "secret", "AppKey"] {
            assert!(is_secret(name), "{name} of {:?}", *NAMES);
        }
        let form = "appid=1&accessToken=SEEN-BY-NOBODY&sig=0123&openid=A";
        assert_eq!(masks.body(form.as_bytes()), json!("appid=1&accessToken=***&sig=***&openid=A"));
        let comma = r#"{"openid":"A", "AccessToken" : "SEEN-BY-NOBODY",}"#;
        assert_eq!(masks.body(comma.as_bytes()), json!(r#"{"openid":"A", "AccessToken" : "***",}"#));
        assert_eq!(masks.text("no endpoint at /a/&sig=0123&x=1"), "no endpoint at /a/&sig=***&x=1");
        assert_eq!(
            masks.text("accessToken is not the token of this player"),
            "accessToken is not the token of this player"
        );
    }
}
