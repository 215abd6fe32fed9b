//! A value that a schema admits.

use serde_json::{Value, json};

/// Makes an example of a schema of ours; what it does not require is left out.
pub(super) fn example_of(schema: &Value) -> Value {
    let get = |name: &str| schema.get(name);
    let first = |name: &str| get(name).and_then(|values| values.get(0));
    if let Some(value) = get("const").or_else(|| first("examples")).or_else(|| first("enum")) {
        return value.clone();
    }
    if let Some(kind) = first("anyOf") {
        return example_of(kind);
    }
    let number = |name: &str| get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    let kind = get("type").map(|kind| kind.get(0).unwrap_or(kind));
    match kind.and_then(Value::as_str) {
        Some("string") if get("pattern").is_some() => "1".into(),
        Some("string") if get("contentMediaType").is_some() => "{}".into(),
        Some("string") => "x".repeat(number("minLength").unwrap_or(1).max(1)).into(),
        Some("integer" | "number") => integer(schema),
        Some("boolean") => true.into(),
        Some("array") => {
            let item = get("items").map(example_of).unwrap_or_default();
            vec![item; number("minItems").unwrap_or(1).max(1)].into()
        }
        Some("object") => object(schema),
        _ => json!({}),
    }
}

/// One of the range, 1 if it is in it.
fn integer(schema: &Value) -> Value {
    let get = |name: &str| schema.get(name).and_then(Value::as_i64);
    let (low, high) = (get("minimum").unwrap_or(i64::MIN), get("maximum").unwrap_or(i64::MAX));
    1.max(low).min(high).into()
}

fn object(schema: &Value) -> Value {
    let names = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let properties = names.filter_map(|name| {
        let property = schema.get("properties")?.get(name)?;
        Some((name.to_owned(), example_of(property)))
    });
    Value::Object(properties.collect())
}
