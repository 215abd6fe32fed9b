//! Values of another JSON type than the endpoint's, which the platform is known to take.

use msdk::metadata::{Field, Part, Place as FieldPlace, Shape};
use serde_json::{Map, Number, Value};

use super::{Strictness, body::refuse, kind, place::Place};
use crate::Refusal;

/// Turns numbers into strings and strings into numbers where an endpoint has the other.
pub(super) struct Coerce<'a> {
    pub(super) strictness: &'a Strictness,
}

impl Coerce<'_> {
    pub(super) fn fields(
        &self,
        object: &mut Map<String, Value>,
        fields: &[Field],
        place: &Place<'_>,
    ) -> Result<(), Refusal> {
        fields.iter().filter(|field| field.place == FieldPlace::Usual).try_for_each(|field| {
            match (field.part, field.shape) {
                (Part::Flattened, Shape::Object(inner)) => self.fields(object, inner, place),
                _ => self.key(object, field.name, field.shape, place),
            }
        })
    }

    /// Turns one value of an object.
    pub(super) fn key(
        &self,
        object: &mut Map<String, Value>,
        name: &str,
        shape: Shape,
        parent: &Place<'_>,
    ) -> Result<(), Refusal> {
        object.get_mut(name).map_or(Ok(()), |value| self.value(value, shape, &parent.key(name)))
    }

    fn value(&self, value: &mut Value, shape: Shape, place: &Place<'_>) -> Result<(), Refusal> {
        let shape = shape.resolved();
        let fits = kind::fits(value, shape);
        match (shape, &mut *value) {
            (Shape::List(item), Value::Array(items)) => {
                let mut items = items.iter_mut().enumerate();
                return items.try_for_each(|(index, value)| self.value(value, *item, &place.item(index)));
            }
            (Shape::Object(fields), Value::Object(object)) => return self.fields(object, fields, place),
            (Shape::Map(shape), Value::Object(object)) => {
                let mut entries = object.iter_mut();
                return entries.try_for_each(|(key, value)| self.value(value, *shape, &place.key(key)));
            }
            _ if fits => return Ok(()),
            _ => {}
        }
        let Some(other) = other(value, shape) else { return Ok(()) };
        let found = kind::found(value);
        self.strictness.refuse(refuse(place, format_args!("expected {}, found {found}", kind::expected(shape))))?;
        *value = other;
        Ok(())
    }
}

/// The same value as the other one of a number and a string, if that is what the shape has.
fn other(value: &Value, shape: Shape) -> Option<Value> {
    let other = match value {
        Value::Number(number) => Value::from(number.to_string()),
        Value::String(text) => Value::from(text.parse::<Number>().ok()?),
        _ => return None,
    };
    kind::fits(&other, shape).then_some(other)
}
