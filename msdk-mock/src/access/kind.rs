//! JSON types: what a description asks for, and what a value is.

use msdk::metadata::Shape;
use serde_json::{Number, Value};

/// Whether a value has the JSON type of a shape, whatever is inside of it.
pub(super) fn fits(value: &Value, shape: Shape) -> bool {
    match (shape.resolved(), value) {
        (Shape::Text | Shape::JoinedText(_) | Shape::JsonText, Value::String(_))
        | (Shape::Number, Value::Number(_))
        | (Shape::Bool, Value::Bool(_))
        | (Shape::List(_), Value::Array(_))
        | (Shape::Object(_) | Shape::Map(_), Value::Object(_)) => true,
        (Shape::Int, value) => is_int(value),
        (Shape::Mask(_), value) => value.is_u64(),
        // The text is that of the number itself: no space around it, no `+` and no leading zero.
        (Shape::Quoted(number), Value::String(text)) => {
            text.parse().is_ok_and(|value: Number| fits(&Value::Number(value), *number))
        }
        (Shape::AnyOf(alternatives), value) => alternatives.iter().any(|field| fits(value, field.shape)),
        (
            Shape::Text
            | Shape::JoinedText(_)
            | Shape::JsonText
            | Shape::Number
            | Shape::Quoted(_)
            | Shape::Bool
            | Shape::List(_)
            | Shape::Object(_)
            | Shape::Map(_),
            _,
        ) => false,
        _ => true,
    }
}

/// What to call the JSON type of a shape.
pub(super) fn expected(shape: Shape) -> &'static str {
    match shape.resolved() {
        Shape::Text | Shape::JoinedText(_) | Shape::JsonText => "a string",
        Shape::Int => "an integer",
        Shape::Mask(_) => "an integer without a sign",
        Shape::Number => "a number",
        Shape::Quoted(Shape::Int | Shape::Mask(_)) => "an integer in quotes",
        Shape::Quoted(_) => "a number in quotes",
        Shape::Bool => "true or false",
        Shape::List(_) => "an array",
        Shape::Object(_) | Shape::Map(_) => "an object",
        _ => "something else",
    }
}

/// What to call the JSON type of a value.
pub(super) fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) if is_int(value) => "an integer",
        Value::Number(_) => "a floating-point number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

pub(super) fn is_int(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}
