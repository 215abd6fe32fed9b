//! JSON that leaves nothing to guess.

mod other;

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::Strictness;
use crate::Refusal;

/// Reads a body: one JSON object in UTF-8, as section 1.1 wants it, in which no key comes twice. Where that is passed over,
/// the last one counts.
pub(crate) fn object(body: &[u8], strictness: &Strictness) -> Result<Map<String, Value>, Refusal> {
    if body.is_empty() {
        return Err(Refusal::access(-501, "the body is empty"));
    }
    let refuse = |text: String| Refusal::access(-304, format!("the body is {text}"));
    let text = std::str::from_utf8(body).map_err(|error| refuse(other::than_utf8(body, error.valid_up_to())))?;
    let value = parse(text).or_else(|error| {
        let what = other::than_json(text).map_or_else(|| format!("not valid JSON: {error}"), str::to_owned);
        // Nothing but a key that comes twice is wrong with what serde_json reads.
        let lenient = serde_json::from_str(text).ok().filter(|_| strictness.is_lenient());
        let value = lenient.ok_or_else(|| refuse(what.clone()))?;
        strictness.refuse(refuse(what)).map(|()| value)
    })?;
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(refuse("JSON, but not an object".to_owned())),
    }
}

/// Reads JSON in which no key comes twice.
pub(super) fn parse(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text).map(|Strict(value)| value)
}

/// A [`Value`] that refuses keys that come twice, at any depth.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue).map(Self)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((key, Strict(value))) = entries.next_entry::<String, _>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(format_args!("key `{key}` comes twice")));
            }
            object.insert(key, value);
        }
        Ok(object.into())
    }
}
