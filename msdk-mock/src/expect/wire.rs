//! Requests and replies between their types and the wire.
//!
//! serde writes and reads the types under their wire names, with each value in the form of its Rust type: a list as a list, a
//! yes as `true`. The wire has some of them in strings. The descriptions say which.

use msdk::{
    declare::Endpoint,
    metadata::{Field, Part, Shape},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Number, Value};

type Object = Map<String, Value>;

/// Reads the body of a request as its type.
pub(crate) fn read_request<E: Endpoint + DeserializeOwned>(body: &Object) -> serde_json::Result<E> {
    let mut body = body.clone();
    each(&mut body, E::META.fields, from_wire);
    // A request without fields is a unit struct, which serde reads from null.
    serde_json::from_value(Value::Object(body)).or_else(|error| match E::META.fields {
        [] => serde_json::from_value(Value::Null),
        _ => Err(error),
    })
}

/// The same, where it is known to be one.
#[expect(clippy::panic, reason = "it is caught by the gateway, and fails the test")]
pub(super) fn request_of<E: Endpoint + DeserializeOwned>(body: &Object) -> E {
    read_request(body).unwrap_or_else(|error| panic!("the request cannot be read by serde: {error}"))
}

/// Writes the fields of a reply.
#[expect(clippy::panic, reason = "it is the test's own value, and fails the test")]
pub(super) fn reply_of<E: Endpoint>(reply: &E::Reply) -> Object
where
    E::Reply: Serialize,
{
    let name = E::META.name;
    match serde_json::to_value(reply) {
        Ok(Value::Object(mut fields)) => {
            if let Shape::Object(declared) = E::META.reply.resolved() {
                each(&mut fields, declared, to_wire);
            }
            fields.retain(|_, value| !value.is_null());
            fields
        }
        Ok(Value::Null) => Object::new(),
        Ok(_) => panic!("the reply of {name} is no object"),
        Err(error) => panic!("the reply of {name} cannot be written by serde: {error}"),
    }
}

/// Changes the values of an object that have a description.
fn each(object: &mut Object, fields: &[Field], change: fn(&mut Value, Shape)) {
    for field in fields {
        match (field.part, field.shape.resolved()) {
            (Part::Flattened, Shape::Object(inner)) => each(object, inner, change),
            (_, shape) => {
                if let Some(value) = object.get_mut(field.name) {
                    change(value, shape);
                }
            }
        }
    }
}

/// Changes what is inside of a value.
fn inside(value: &mut Value, shape: Shape, change: fn(&mut Value, Shape)) {
    match (shape, value) {
        (Shape::Object(fields), Value::Object(object)) => each(object, fields, change),
        (Shape::List(item), Value::Array(items)) => {
            for value in items {
                change(value, item.resolved());
            }
        }
        (Shape::Map(item), Value::Object(object)) => {
            for value in object.values_mut() {
                change(value, item.resolved());
            }
        }
        _ => {}
    }
}

fn from_wire(value: &mut Value, shape: Shape) {
    match (shape, &*value) {
        (Shape::JoinedText(separator), Value::String(text)) => {
            *value = text.split(separator).filter(|item| !item.is_empty()).map(Value::from).collect();
        }
        (Shape::JsonText, Value::String(text)) => {
            if let Ok(json) = serde_json::from_str(text) {
                *value = json;
            }
        }
        (Shape::Quoted(_), Value::String(text)) => {
            if let Ok(number) = text.parse::<Number>() {
                *value = Value::Number(number);
            }
        }
        _ => inside(value, shape, from_wire),
    }
}

fn to_wire(value: &mut Value, shape: Shape) {
    match (shape, &*value) {
        (Shape::JoinedText(separator), Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(text).collect();
            *value = items.join(separator).into();
        }
        (Shape::JsonText, json) if !json.is_string() => *value = json.to_string().into(),
        (Shape::Flag, Value::Bool(flag)) => *value = u8::from(*flag).to_string().into(),
        (Shape::Quoted(_) | Shape::Text, Value::Number(number)) => *value = number.to_string().into(),
        _ => inside(value, shape, to_wire),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
