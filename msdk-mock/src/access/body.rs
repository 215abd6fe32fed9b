//! The body, held against the declaration of its interface.

use msdk::{Field, FixedValue, Measure, Metadata, Part, Shape};
use serde_json::{Map, Number, Value, json};

use super::query::Caller;
use crate::Refusal;

type Object = Map<String, Value>;

/// Checks a body: the identity, the constants, the fields, and that there is nothing else.
pub(crate) fn check(metadata: &Metadata, body: &Object, caller: &Caller<'_>) -> Result<(), Refusal> {
    let identity = &metadata.identity;
    for name in identity.appid {
        check_identity(body, name, identity.appid_shape, Part::AppId, caller)?;
    }
    for name in identity.openid {
        check_identity(body, name, Shape::Text, Part::OpenId, caller)?;
    }
    for name in identity.token {
        check_identity(body, name, Shape::Text, Part::Token, caller)?;
    }
    for name in identity.app_key {
        check_identity(body, name, Shape::Text, Part::AppKey, caller)?;
    }
    for fixed in metadata.fixed {
        let (expected, kind) = match fixed.value {
            FixedValue::Int(value) => (json!(value), "integer"),
            FixedValue::Text(value) => (json!(value), "string"),
        };
        if *required(body, fixed.name, fixed.name)? != expected {
            return Err(refuse(fixed.name, format!("must be the {kind} {expected}")));
        }
    }
    check_fields(metadata.fields, body, "", Some(caller))?;

    let mut names: Vec<&str> = [identity.appid, identity.openid, identity.token, identity.app_key].concat();
    names.extend(metadata.fixed.iter().map(|fixed| fixed.name));
    add_names(metadata.fields, &mut names);
    check_names(body, &names, "")
}

/// Checks a part of the identity, which must be there and agree with the query.
fn check_identity(body: &Object, name: &str, shape: Shape, part: Part, caller: &Caller<'_>) -> Result<(), Refusal> {
    let value = required(body, name, name)?;
    check_shape(value, shape, name)?;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if text.is_empty() {
        return Err(refuse(name, "must not be empty"));
    }
    let of_query = match part {
        Part::AppId => Some(("appid", caller.appid)),
        Part::OpenId => Some(("openid", caller.openid)),
        _ => None,
    };
    match of_query.filter(|(_, expected)| text != *expected) {
        Some((parameter, _)) => Err(refuse(name, format!("must equal the `{parameter}` of the query"))),
        None => Ok(()),
    }
}

/// Checks the fields of the body, or of an object inside of it, which knows no caller.
fn check_fields(fields: &[Field], object: &Object, parent: &str, caller: Option<&Caller<'_>>) -> Result<(), Refusal> {
    for field in fields {
        let path = join(parent, field.name);
        match (field.part, field.shape, caller) {
            (Part::Flattened, Shape::Object(inner), _) => check_fields(inner, object, parent, caller)?,
            (Part::AppId | Part::OpenId | Part::Token, shape, Some(caller)) => {
                check_identity(object, field.name, shape, field.part, caller)?;
                check_limits(field, required(object, field.name, &path)?, &path)?;
            }
            _ if !field.required && !object.contains_key(field.name) => {}
            _ => {
                let value = required(object, field.name, &path)?;
                check_shape(value, field.shape, &path)?;
                check_limits(field, value, &path)?;
            }
        }
    }
    Ok(())
}

fn check_shape(value: &Value, shape: Shape, path: &str) -> Result<(), Refusal> {
    let expected = match (shape, value) {
        (Shape::List(shape), Value::Array(items)) => {
            let mut items = items.iter().enumerate();
            return items.try_for_each(|(index, item)| check_shape(item, *shape, &format!("{path}[{index}]")));
        }
        (Shape::Object(fields), Value::Object(object)) => {
            check_fields(fields, object, path, None)?;
            let mut names = Vec::new();
            add_names(fields, &mut names);
            return check_names(object, &names, path);
        }
        (Shape::Text | Shape::JoinedText(_) | Shape::JsonText, Value::String(_))
        | (Shape::Number, Value::Number(_))
        | (Shape::Bool, Value::Bool(_)) => {
            return Ok(());
        }
        (Shape::Int, value) if is_int(value) => return Ok(()),
        (Shape::Text | Shape::JoinedText(_) | Shape::JsonText, _) => "a string",
        (Shape::Int, _) => "an integer",
        (Shape::Number, _) => "a number",
        (Shape::Bool, _) => "true or false",
        (Shape::List(_), _) => "an array",
        (Shape::Object(_), _) => "an object",
        _ => return Ok(()),
    };
    Err(refuse(path, format!("expected {expected}, found {}", kind(value))))
}

fn check_limits(field: &Field, value: &Value, path: &str) -> Result<(), Refusal> {
    let limits = field.limits;
    let measures = match (value, field.shape) {
        (Value::String(text), Shape::JoinedText(separator)) => {
            let items = text.split(separator).filter(|item| !item.is_empty());
            [Some(Measure::Items(items.count())), None]
        }
        (Value::String(text), _) => {
            // A number in a string is limited by its range.
            let int = limits.range.and_then(|_| text.parse().ok()).map(Measure::Int);
            [Some(Measure::Text(text)), int]
        }
        (Value::Array(items), _) => [Some(Measure::Items(items.len())), None],
        (value, _) => [value.as_number().and_then(Number::as_i128).map(Measure::Int), None],
    };
    match measures.into_iter().flatten().find_map(|measure| limits.broken_by(measure)) {
        Some(rule) => Err(refuse(path, rule)),
        None => Ok(()),
    }
}

/// Refuses keys that the interface does not have.
fn check_names(object: &Object, names: &[&str], parent: &str) -> Result<(), Refusal> {
    match object.keys().find(|key| !names.contains(&key.as_str())) {
        Some(key) => Err(refuse(&join(parent, key), "is not a field of this interface")),
        None => Ok(()),
    }
}

/// Adds the keys of an object, those of flattened objects included.
fn add_names(fields: &[Field], names: &mut Vec<&str>) {
    for field in fields {
        match (field.part, field.shape) {
            (Part::Flattened, Shape::Object(inner)) => add_names(inner, names),
            _ => names.push(field.name),
        }
    }
}

fn required<'a>(object: &'a Object, name: &str, path: &str) -> Result<&'a Value, Refusal> {
    object.get(name).ok_or_else(|| refuse(path, "is missing"))
}

fn is_int(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}

fn kind(value: &Value) -> &'static str {
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

fn join(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
}

fn refuse(path: &str, rule: impl AsRef<str>) -> Refusal {
    Refusal::access(-1011, format!("`{path}` {}", rule.as_ref()))
}
