//! Fields from values that are known at run time only, held against the same descriptions as typed ones.

use serde_json::{Map, Value};

use super::{Encoder, Segment, keys_of, report::path_of};
use crate::{
    decode::{MOST_LEVELS, is_value},
    describe::{Field, Part, Shape},
    encode::{Encode, Measure},
    error::Violation,
};

/// A value and the shape that it is to have.
struct Shaped<'v> {
    value: &'v Value,
    shape: Shape,
}

impl Encoder<'_> {
    /// Writes the described fields of the request from the values under their wire names. The identity is the session's.
    pub(crate) fn dynamic(&mut self, values: &Map<String, Value>) {
        let fields = self.fields;
        self.dynamic_fields(fields, values);
        self.refuse_unknown(fields, values);
    }

    fn dynamic_fields(&mut self, fields: &'static [Field], values: &Map<String, Value>) {
        for (index, field) in fields.iter().enumerate() {
            // An object of several kinds describes what tells them apart once for each kind.
            let is_same = |other: &&Field| other.part == Part::Body && other.name == field.name;
            if field.part == Part::Body && fields.iter().take(index).any(|before| is_same(&before)) {
                continue;
            }
            let admits = |field: &&'static Field| {
                let value = values.get(field.name);
                value.is_some_and(|value| field.limits.breach(Shaped { value, shape: field.shape }.measure()).is_none())
            };
            let field = fields.iter().filter(is_same).find(admits).unwrap_or(field);
            match (field.part, field.shape.resolved(), values.get(field.name)) {
                (Part::Flattened, Shape::Object(inner), _) => self.dynamic_fields(inner, values),
                (Part::Body, shape, Some(value)) if !value.is_null() => self.described(field, &Shaped { value, shape }),
                (Part::Body, ..) if field.required => self.report().add(field.name, "is required"),
                _ => self.described(field, &None::<bool>),
            }
        }
    }

    /// Refuses keys that no field has.
    fn refuse_unknown(&mut self, fields: &[Field], values: &Map<String, Value>) {
        let unknown = values.keys().filter(|name| !has(fields, name));
        for name in unknown.cloned().collect::<Vec<_>>() {
            let name: String = name.chars().take(64).collect();
            let field = path_of(&self.path, self.items_before, None);
            let field = if field.is_empty() { name } else { format!("{field}.{name}") };
            self.violations.push(Violation::new(field, "is none of the endpoint's fields"));
        }
    }

    fn dynamic_object(&mut self, fields: &'static [Field], values: &Map<String, Value>) {
        if self.refuse_to_join() || !self.enter() {
            return;
        }
        let outer = std::mem::replace(&mut self.fields, fields);
        let keys = std::mem::replace(&mut self.keys, keys_of(fields));
        self.json.push(b'{');
        self.dynamic_fields(fields, values);
        self.refuse_unknown(fields, values);
        self.json.push(b'}');
        self.fields = outer;
        self.keys = keys;
        self.leave();
    }

    fn dynamic_value(&mut self, value: &Value, shape: Shape) {
        match (shape.resolved(), value) {
            (Shape::Text, Value::String(text)) => self.text(text),
            (Shape::Int | Shape::Mask(_) | Shape::Flag, Value::Number(number)) => match integer(number) {
                Some(int) => self.int(int),
                None => self.reject("must be an integer"),
            },
            (Shape::Number, Value::Number(number)) => self.number(number.as_f64().unwrap_or(f64::NAN)),
            (Shape::Bool, Value::Bool(bool)) => self.bool(*bool),
            (Shape::Quoted(inner), Value::String(text)) => match serde_json::from_str::<Value>(text) {
                Ok(number @ Value::Number(_)) => self.dynamic_value(&number, *inner),
                _ => self.reject("must be a number in a string"),
            },
            (Shape::Quoted(inner), number @ Value::Number(_)) => self.dynamic_value(number, *inner),
            (Shape::JoinedText(separator), Value::String(text)) => {
                let items: Vec<Value> =
                    text.split(separator).filter(|item| !item.is_empty()).map(Value::from).collect();
                self.joined(&items);
            }
            (Shape::JoinedText(_), Value::Array(items)) => self.joined(items),
            (Shape::JsonText, Value::String(text)) => match serde_json::from_str::<Value>(text) {
                Ok(document) => self.dynamic_value(&document, Shape::Any),
                Err(_) => self.reject("must be JSON in a string"),
            },
            (Shape::List(inner), Value::Array(items)) => self.list(&shaped(items, *inner)),
            (Shape::Object(fields), Value::Object(values)) => self.dynamic_object(fields, values),
            (Shape::Map(inner), Value::Object(values)) => {
                let entries: Vec<_> =
                    values.iter().map(|(key, value)| (key, Shaped { value, shape: *inner })).collect();
                self.map(entries.iter().map(|(key, value)| (*key, value)));
            }
            (Shape::AnyOf(kinds), value) => match kinds.iter().find(|kind| fits(kind.shape, value)) {
                Some(kind) => self.alternative(kind, &Shaped { value, shape: kind.shape }),
                None => self.reject("is of none of the types that it can have"),
            },
            (Shape::Any | Shape::JsonText, value) => {
                let json = value.to_string();
                if !is_value(&json, self.levels) {
                    self.reject(format!("must have at most {MOST_LEVELS} levels of nesting"));
                }
                self.json.extend(json.as_bytes());
            }
            (shape, _) => self.reject(expected(shape)),
        }
    }

    /// Writes items as one string; items that are numbers are written as such.
    fn joined(&mut self, items: &[Value]) {
        let texts: Vec<Value> =
            items.iter().map(|item| item.as_str().map_or_else(|| item.to_string().into(), Value::from)).collect();
        if self.joining.is_some() && !matches!(self.path.last(), Some(Segment::Index(_))) {
            self.list(&shaped(&texts, Shape::Text));
        } else {
            self.comma_separated(texts.iter().filter_map(Value::as_str));
        }
    }
}

fn shaped(items: &[Value], shape: Shape) -> Vec<Shaped<'_>> {
    items.iter().map(|value| Shaped { value, shape }).collect()
}

fn integer(number: &serde_json::Number) -> Option<i128> {
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
}

/// Whether one of the fields, or of those that are flattened into them, has a name.
fn has(fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| match (field.part, field.shape.resolved()) {
        (Part::Flattened, Shape::Object(inner)) => has(inner, name),
        (Part::Body, _) => field.name == name,
        _ => false,
    })
}

/// Whether a value is of the JSON type that a shape is sent as.
fn fits(shape: Shape, value: &Value) -> bool {
    match shape.resolved() {
        Shape::Int | Shape::Number | Shape::Mask(_) | Shape::Flag => value.is_number(),
        Shape::Bool => value.is_boolean(),
        Shape::List(_) => value.is_array(),
        Shape::Object(_) | Shape::Map(_) => value.is_object(),
        Shape::Any => true,
        _ => value.is_string(),
    }
}

/// What a value of a shape has to be.
const fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Int | Shape::Mask(_) | Shape::Flag => "must be an integer",
        Shape::Number => "must be a number",
        Shape::Quoted(_) => "must be a number, in a string or not",
        Shape::Bool => "must be `true` or `false`",
        Shape::List(_) => "must be an array",
        Shape::JoinedText(_) => "must be a string or an array of strings",
        Shape::Object(_) | Shape::Map(_) => "must be an object",
        _ => "must be a string",
    }
}

impl Encode for Shaped<'_> {
    const SHAPE: Shape = Shape::Any;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.dynamic_value(self.value, self.shape);
    }

    fn measure(&self) -> Measure<'_> {
        match (self.shape, self.value) {
            (Shape::Text, Value::String(text)) => Measure::Text(text),
            (Shape::JoinedText(separator), Value::String(text)) => {
                Measure::Items(text.split(separator).filter(|item| !item.is_empty()).count())
            }
            (Shape::List(_) | Shape::JoinedText(_), Value::Array(items)) => Measure::Items(items.len()),
            (Shape::Map(_), Value::Object(entries)) => Measure::Items(entries.len()),
            (Shape::Int | Shape::Mask(_) | Shape::Quoted(_), Value::Number(number)) => {
                integer(number).map_or(Measure::Opaque, Measure::Int)
            }
            (Shape::Quoted(_), Value::String(text)) => text.parse().map_or(Measure::Opaque, Measure::Int),
            _ => Measure::Opaque,
        }
    }
}
