//! The parameters of the query, of which section 1.2 of the vendor's document has the list.

use std::borrow::Cow;

use msdk::metadata::{Field, FixedValue, Metadata, Place, Shape};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::Strictness;
use crate::Refusal;

const REQUIRED: [&str; 5] = ["timestamp", "appid", "sig", "openid", "encode"];
const OPTIONAL: [&str; 3] = ["conn", EXT_INFO, "opua"];
/// What V3 adds.
const OF_V3: [&str; 2] = ["version", "ishttps"];
const EXT_INFO: &str = "msdkExtInfo";

/// The decoded names and values of a query, in their order.
pub(crate) type Pairs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// What a query says of its caller.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub(crate) timestamp: &'a str,
    pub(crate) appid: &'a str,
    pub(crate) sig: &'a str,
    pub(crate) openid: &'a str,
    pub(crate) encode: &'a str,
}

/// Splits and decodes a query by the rules of RFC 3986, for which a plus sign is a plus sign.
pub(crate) fn parse(raw: &str) -> Result<Pairs<'_>, Refusal> {
    // What every query has; an endpoint's own parameters grow it.
    let mut pairs = Vec::with_capacity(REQUIRED.len() + OPTIONAL.len());
    let is_plain = !raw.contains('%');
    for piece in raw.split('&').filter(|_| !raw.is_empty()) {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        if is_plain {
            pairs.push((name.into(), value.into()));
            continue;
        }
        let name = decode(name).ok_or_else(|| refuse("the name of a parameter is not valid percent-encoding"))?;
        let value = decode(value).ok_or_else(|| refuse(format!("`{name}` is not valid percent-encoding")))?;
        pairs.push((name, value));
    }
    Ok(pairs)
}

/// Decodes one name or value; none for a `%` without two hexadecimal digits and for what is not UTF-8.
fn decode(text: &str) -> Option<Cow<'_, str>> {
    let encoded = |after: &str| after.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if !text.split('%').skip(1).all(encoded) {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok()
}

/// Checks the parameters that an endpoint takes.
///
/// `takes_v3` says whether it may be a query of V3: `encode=2`, `version`, `ishttps`.
pub(crate) fn check<'a>(
    pairs: &'a Pairs<'_>,
    metadata: &Metadata,
    takes_v3: bool,
    strictness: &Strictness,
) -> Result<Caller<'a>, Refusal> {
    for name in REQUIRED {
        match get(pairs, name) {
            None => return Err(refuse(format!("`{name}` is missing from the query"))),
            Some("") => return Err(refuse(format!("`{name}` is empty"))),
            Some(_) => {}
        }
    }
    for (index, (name, value)) in pairs.iter().enumerate() {
        let is_repeated = pairs.iter().take(index).any(|(earlier, _)| earlier == name);
        if is_repeated && !own_field(metadata, name).is_some_and(|field| field.repeated) {
            strictness.refuse(refuse(format!("`{name}` comes twice in the query")))?;
        }
        check_parameter(name, value, metadata, takes_v3, strictness)?;
    }
    let value = |name| get(pairs, name).unwrap_or_default();
    Ok(Caller {
        timestamp: value("timestamp"),
        appid: value("appid"),
        sig: value("sig"),
        openid: value("openid"),
        encode: value("encode"),
    })
}

/// Refuses what section 1.2 does not have. The platform passes parameters over that it does not know; a misspelt one
/// would then be found in production only, so this gateway is stricter.
fn check_parameter(
    name: &str,
    value: &str,
    metadata: &Metadata,
    takes_v3: bool,
    strictness: &Strictness,
) -> Result<(), Refusal> {
    let is_constant = metadata.query.iter().any(|fixed| fixed.name == name);
    let is_own = is_constant
        || own_field(metadata, name).is_some()
        || (metadata.method == msdk::metadata::Method::GET && !OPTIONAL.contains(&name));
    let is_known =
        REQUIRED.contains(&name) || OPTIONAL.contains(&name) || is_own || (takes_v3 && OF_V3.contains(&name));
    if !is_known || (name == "opua" && !metadata.opua) {
        return strictness.refuse(refuse(format!("`{name}` is not a parameter of {}", metadata.name)));
    }
    let is_of_v3 = takes_v3 && name == "encode" && value == "2";
    if matches!(name, "encode" | "conn" | "ishttps") && value != "1" && !is_of_v3 {
        return Err(refuse(format!("`{name}` must be 1")));
    }
    if name == EXT_INFO && !is_ext_info(value) {
        return Err(refuse(format!("`{EXT_INFO}` must be ASCII letters, digits and underscores")));
    }
    Ok(())
}

/// The time of a query.
pub(super) fn seconds(caller: &Caller<'_>) -> Result<i64, Refusal> {
    let digits = Some(caller.timestamp).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let seconds = digits.and_then(|text| text.parse().ok());
    seconds.ok_or_else(|| refuse("`timestamp` must be seconds since 1970 in decimal digits"))
}

/// The fields that travel in the query of an endpoint without a body, as the body they would make: numbers by the
/// description of their field, lists where a parameter may be repeated. Names that no field has are left for the check
/// of the body.
pub(crate) fn fields(pairs: &Pairs<'_>, metadata: &Metadata) -> Map<String, Value> {
    let identity = &metadata.identity;
    let mut body = Map::new();
    for (name, value) in pairs {
        let name = name.as_ref();
        let is_identity = identity.appid.contains(&name) || identity.openid.contains(&name);
        if !is_identity && (REQUIRED.contains(&name) || OPTIONAL.contains(&name)) {
            continue;
        }
        let is_of_v3 = OF_V3.contains(&name) && own_field(metadata, name).is_none();
        let is_elsewhere = own_field(metadata, name).is_some_and(|field| field.place == Place::Query);
        if is_of_v3 || is_elsewhere || metadata.query.iter().any(|fixed| fixed.name == name) {
            continue;
        }
        let field = own_field(metadata, name);
        let is_fixed_int =
            metadata.fixed.iter().any(|fixed| fixed.name == name && matches!(fixed.value, FixedValue::Int(_)));
        let shape = match field.map(|field| field.shape) {
            Some(Shape::List(item)) => *item,
            Some(shape) => shape,
            None if is_fixed_int => Shape::Int,
            None if identity.appid.contains(&name) => identity.appid_shape,
            None => Shape::Text,
        };
        let value = typed(value, shape);
        match (field.is_some_and(|field| field.repeated), body.get_mut(name)) {
            (true, Some(Value::Array(items))) => items.push(value),
            (true, _) => drop(body.insert(name.to_owned(), json!([value]))),
            (false, _) => drop(body.insert(name.to_owned(), value)),
        }
    }
    body
}

/// Returns the value of a field that stands in the query beside a body.
pub(super) fn own_value(pairs: &Pairs<'_>, field: &Field) -> Option<Value> {
    let mut values = pairs.iter().filter(|(name, _)| name == field.name).map(|(_, value)| value);
    match field.shape.resolved() {
        Shape::List(item) if field.repeated => {
            let items: Vec<Value> = values.map(|value| typed(value, *item)).collect();
            // A list without items leaves no trace in a query.
            (field.required || !items.is_empty()).then(|| json!(items))
        }
        shape => values.next().map(|value| typed(value, shape)),
    }
}

/// A text as the JSON that a field of such a shape would be in a body.
pub(super) fn typed(value: &str, shape: Shape) -> Value {
    match shape.resolved() {
        Shape::Text | Shape::JoinedText(_) | Shape::JsonText | Shape::Quoted(_) => json!(value),
        _ => serde_json::from_str(value).unwrap_or_else(|_| json!(value)),
    }
}

fn own_field<'a>(metadata: &'a Metadata, name: &str) -> Option<&'a Field> {
    let is_in_query = |field: &&Field| match field.place {
        Place::Query => true,
        Place::Usual => metadata.method == msdk::metadata::Method::GET,
        _ => false,
    };
    metadata.fields.iter().filter(is_in_query).find(|field| field.name == name)
}

/// Returns what the answer has to echo.
pub(crate) fn ext_info<'a>(pairs: &'a Pairs<'_>) -> Option<&'a str> {
    get(pairs, EXT_INFO).filter(|text| is_ext_info(text))
}

fn is_ext_info(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(crate) fn get<'a>(pairs: &'a Pairs<'_>, name: &str) -> Option<&'a str> {
    pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_ref())
}

/// Refuses for a parameter that is missing, or that is not what it should be.
pub(super) fn refuse(text: impl Into<String>) -> Refusal {
    Refusal::access(-506, text)
}
