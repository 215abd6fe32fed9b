//! The properties of an object.

use msdk::metadata::{Field, Limits, Part, Shape};
use serde_json::{Map, Value, json};

use super::schema::{self, Spot, Way, note};

/// The properties of an object, in the making.
pub(super) struct Properties {
    spot: Spot,
    by_name: Map<String, Value>,
    required: Vec<Value>,
}

impl Properties {
    pub(super) fn new(spot: Spot) -> Self {
        Self { spot, by_name: Map::new(), required: Vec::new() }
    }

    /// Adds a property; the first one of a name stays.
    pub(super) fn add(&mut self, name: &str, schema: Value, required: bool) {
        if self.by_name.contains_key(name) {
            return;
        }
        self.by_name.insert(name.to_owned(), schema);
        if required {
            self.required.push(name.into());
        }
    }

    /// Adds fields, those of a flattened object one by one.
    pub(super) fn add_fields<'f>(&mut self, fields: impl Iterator<Item = &'f Field>) {
        let spot = self.spot.clone();
        self.add_fields_of(fields, &spot);
    }

    fn add_fields_of<'f>(&mut self, fields: impl Iterator<Item = &'f Field>, spot: &Spot) {
        let fields: Vec<&Field> = fields.collect();
        for field in &fields {
            if let (Part::Flattened, Shape::Object(inner)) = (field.part, field.shape.resolved()) {
                if let Some(spot) = spot.deeper() {
                    self.add_fields_of(inner.iter(), &spot);
                }
                continue;
            }
            let same: Vec<&Field> = fields.iter().copied().filter(|other| other.name == field.name).collect();
            let schema = schema_of(field, &same, spot);
            self.add(field.name, schema, field.required && field.default.is_none());
        }
    }

    pub(super) fn into_schema(self) -> Value {
        json!({ "type": "object", "properties": self.by_name, "required": self.required })
    }
}

fn schema_of(field: &Field, same: &[&Field], spot: &Spot) -> Value {
    let mut schema = match same {
        [_] => schema::of(field.shape, &field.limits, &spot.inside(field)),
        _ => schema_of_kinds(same, &spot.inside(field)),
    };
    if spot.way == Way::Read && !field.required {
        schema = schema::or_absent(schema);
    }
    note(&mut schema, &spot.at.field(field, field.docs), spot.at.lang);
    if let Some(object) = schema.as_object_mut() {
        if let Some(default) = field.default {
            object.insert("default".to_owned(), crate::describe::constant(default));
        }
        if field.secret {
            object.insert("format".to_owned(), "password".into());
        }
    }
    schema
}

/// A field that an object of several kinds has in each of them: its values are those of any.
fn schema_of_kinds(same: &[&Field], spot: &Spot) -> Value {
    let values: Vec<Value> =
        same.iter().flat_map(|field| field.limits.one_of).copied().map(crate::describe::constant).collect();
    let Some(first) = same.first() else { return json!({}) };
    let mut schema = schema::of(first.shape, &Limits::NONE, spot);
    if let Some(object) = schema.as_object_mut().filter(|_| same.iter().all(|field| !field.limits.one_of.is_empty())) {
        let mut known: Vec<Value> = Vec::new();
        for value in values {
            if !known.contains(&value) {
                known.push(value);
            }
        }
        object.insert("enum".to_owned(), known.into());
    }
    schema
}
