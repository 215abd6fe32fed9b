//! Names for schemas, by which generators of clients call their types. An object without one gets a made-up name from them,
//! or none at all.

use serde_json::{Map, Value, json};

/// Puts a schema among those with a name, and the objects inside of it too: `lists` of `QqfriendsVipReply` is
/// `QqfriendsVipReplyLists`. Returns a reference to it.
pub(super) fn named(schemas: &mut Map<String, Value>, name: &str, mut schema: Value) -> Value {
    name_inside(schemas, name, &mut schema);
    let mut free = name.to_owned();
    let mut number = 1;
    // Two kinds of one value have the same name, and may be of the same type.
    while schemas.get(&free).is_some_and(|other| *other != schema) {
        number += 1;
        free = format!("{name}{number}");
    }
    let reference = reference(&free);
    schemas.insert(free, schema);
    reference
}

pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Writes the words of a name together, as `QqfriendsVip` for `qqfriends_vip`.
pub(super) fn type_name(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    });
    words.collect()
}

fn name_inside(schemas: &mut Map<String, Value>, name: &str, schema: &mut Value) {
    for (keyword, value) in schema.as_object_mut().into_iter().flatten() {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                for (property, schema) in properties {
                    name_object(schemas, &format!("{name}{}", type_name(property)), schema);
                }
            }
            ("items", schema) => name_object(schemas, name, schema),
            // The map itself is what the name is of.
            ("additionalProperties", schema) => name_object(schemas, &format!("{name}Value"), schema),
            ("anyOf", Value::Array(kinds)) => kinds.iter_mut().for_each(|kind| name_object(schemas, name, kind)),
            // The parts of an object are no objects of their own.
            ("allOf", Value::Array(parts)) => parts.iter_mut().for_each(|part| name_inside(schemas, name, part)),
            _ => {}
        }
    }
}

/// Replaces an object by a reference, or looks for objects inside of what is none.
fn name_object(schemas: &mut Map<String, Value>, name: &str, schema: &mut Value) {
    let has_properties = schema.get("properties").and_then(Value::as_object).is_some_and(|all| !all.is_empty());
    if !has_properties {
        return name_inside(schemas, name, schema);
    }
    let mut object = std::mem::take(schema);
    // It is about the field, and not about the type.
    let description = object.as_object_mut().and_then(|object| object.remove("description"));
    *schema = named(schemas, name, object);
    if let (Some(reference), Some(description)) = (schema.as_object_mut(), description) {
        reference.insert("description".to_owned(), description);
    }
}
