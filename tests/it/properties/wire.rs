//! The ways in which the platform writes one value.

use proptest::{collection, prelude::*};
use serde_json::{Map, Value, json};

/// Writes a reply as the platform might: numbers in quotes or not, a yes or no as 0 and 1, and what is not there in
/// any of the ways to leave it out.
pub(super) fn written(reply: impl Strategy<Value = Value>) -> impl Strategy<Value = (Value, Value)> {
    (reply, collection::vec(any::<u8>(), 1..16)).prop_map(|(reply, ways)| {
        let written = Writer { ways: ways.into_iter().cycle() }.value(&reply).unwrap_or_default();
        (reply, written)
    })
}

struct Writer<W> {
    ways: W,
}

impl<W: Iterator<Item = u8>> Writer<W> {
    /// The value as it is written, if it is written at all.
    fn value(&mut self, value: &Value) -> Option<Value> {
        let absent = [Some(Value::Null), Some(json!("")), None];
        match value {
            Value::Null => self.one_of(absent),
            Value::Bool(flag) => {
                let int = i32::from(*flag);
                self.one_of([json!(int), json!(int.to_string()), json!(flag), json!(2 * int)]).into()
            }
            Value::Number(number) => self.one_of([json!(number), json!(number.to_string())]).into(),
            Value::String(text) => Some(json!(text)),
            Value::Array(items) if items.is_empty() => {
                let [null, blank, none] = absent;
                self.one_of([Some(json!([])), null, blank, none])
            }
            Value::Array(items) => Some(items.iter().filter_map(|item| self.value(item)).collect()),
            Value::Object(fields) => {
                let fields = fields.iter().filter_map(|(name, value)| {
                    // The one list that is never left out.
                    let is_empty = name == "GiftPackList" && *value == json!([]);
                    Some((name.clone(), if is_empty { json!([]) } else { self.value(value)? }))
                });
                let mut written: Map<_, _> = fields.collect();
                written.insert("unheard_of".into(), json!([{"ret": 1}]));
                Some(written.into())
            }
        }
    }

    fn one_of<T, const N: usize>(&mut self, values: [T; N]) -> T {
        let way = usize::from(self.ways.next().unwrap_or(0)) % N;
        values.into_iter().nth(way).unwrap()
    }
}
