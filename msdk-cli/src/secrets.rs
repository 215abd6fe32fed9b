//! What must not be printed unless it is asked for.

use msdk::{
    bytes::Bytes,
    http::Request,
    metadata::{Field, Metadata, Part, Shape},
};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value};

/// What stands in the place of a secret.
pub(crate) const MASK: &str = "***";

/// The secrets of one call, in every spelling that a request has.
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    /// Gathers the secrets of a signed request: the signature, the token, the app key, and the fields that are declared as
    /// secret.
    pub(crate) fn of(metadata: &Metadata, request: &Request<Bytes>, values: &Map<String, Value>) -> Self {
        let mut secrets = Vec::new();
        let identity = [metadata.identity.token, metadata.identity.app_key].concat();
        let is_part = |field: &&Field| matches!(field.part, Part::Token | Part::AppKey);
        let own = metadata.fields.iter().filter(is_part).map(|field| field.name);
        let names: Vec<&str> = identity.into_iter().chain(own).chain(["sig"]).collect();
        for pair in request.uri().query().unwrap_or_default().split('&') {
            if let Some((_, value)) = pair.split_once('=').filter(|(name, _)| names.contains(name)) {
                secrets.push(percent_decode_str(value).decode_utf8_lossy().into_owned());
            }
        }
        let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        names.iter().filter_map(|name| body.get(name)).for_each(|value| gather(value, &mut secrets));
        gather_declared(values, metadata.fields, &mut secrets);
        let mut spellings: Vec<String> = secrets.iter().flat_map(|secret| spellings(secret)).collect();
        spellings.retain(|spelling| !spelling.is_empty());
        // One may be a part of another.
        spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.len()));
        spellings.dedup();
        Self(spellings)
    }

    /// Returns a text without them.
    pub(crate) fn mask(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| text.replace(secret, MASK))
    }

    /// Takes them out of an answer, and what the answer's declaration calls secret.
    pub(crate) fn mask_answer(&self, answer: &mut Value, shape: Shape) {
        mask_declared(answer, shape);
        self.mask_texts(answer);
    }

    fn mask_texts(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.mask(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.mask_texts(item)),
            Value::Object(object) => object.values_mut().for_each(|value| self.mask_texts(value)),
            _ => {}
        }
    }
}

/// As it is, in JSON, in JSON in a string, and in a URL.
fn spellings(secret: &str) -> Vec<String> {
    let json = |text: &str| Value::from(text).to_string().trim_matches('"').to_owned();
    let once = json(secret);
    let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
    // What the client leaves as it is in a URL.
    let mostly = ["%2D", "%2E", "%5F", "%7E"].iter().zip(["-", ".", "_", "~"]);
    let in_url = mostly.fold(encoded, |text, (from, to)| text.replace(from, to));
    vec![json(&once), once, in_url, secret.to_owned()]
}

/// The texts and numbers of a value.
fn gather(value: &Value, secrets: &mut Vec<String>) {
    match value {
        Value::String(text) => secrets.push(text.clone()),
        Value::Number(number) => secrets.push(number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| gather(item, secrets)),
        Value::Object(object) => object.values().for_each(|value| gather(value, secrets)),
        _ => {}
    }
}

/// The values of the fields that are declared as secret.
fn gather_declared(values: &Map<String, Value>, fields: &[Field], secrets: &mut Vec<String>) {
    for field in fields {
        match (field.part, field.shape.resolved(), values.get(field.name)) {
            (Part::Flattened, Shape::Object(inner), _) => gather_declared(values, inner, secrets),
            (_, _, Some(value)) if field.secret => gather(value, secrets),
            (_, shape, Some(value)) => gather_inside(value, shape, secrets),
            _ => {}
        }
    }
}

fn gather_inside(value: &Value, shape: Shape, secrets: &mut Vec<String>) {
    match (shape.resolved(), value) {
        (Shape::Object(fields), Value::Object(object)) => gather_declared(object, fields, secrets),
        (Shape::List(item), Value::Array(items)) => {
            for value in items {
                gather_inside(value, *item, secrets);
            }
        }
        (Shape::Map(inner), Value::Object(object)) => {
            for value in object.values() {
                gather_inside(value, *inner, secrets);
            }
        }
        (Shape::AnyOf(kinds), value) => {
            for kind in kinds {
                if kind.secret {
                    gather(value, secrets);
                }
                gather_inside(value, kind.shape, secrets);
            }
        }
        _ => {}
    }
}

/// Masks what a declaration calls secret.
fn mask_declared(value: &mut Value, shape: Shape) {
    match (shape.resolved(), value) {
        (Shape::Object(fields), Value::Object(object)) => mask_fields(object, fields),
        (Shape::List(item), Value::Array(items)) => {
            for value in items {
                mask_declared(value, *item);
            }
        }
        (Shape::Map(inner), Value::Object(object)) => {
            for value in object.values_mut() {
                mask_declared(value, *inner);
            }
        }
        (Shape::AnyOf(kinds), value) => {
            for kind in kinds {
                if kind.secret {
                    *value = MASK.into();
                } else {
                    mask_declared(value, kind.shape);
                }
            }
        }
        _ => {}
    }
}

fn mask_fields(object: &mut Map<String, Value>, fields: &[Field]) {
    for field in fields {
        if let (Part::Flattened, Shape::Object(inner)) = (field.part, field.shape.resolved()) {
            mask_fields(object, inner);
            continue;
        }
        for name in [field.name].iter().chain(field.aliases) {
            match object.get_mut(*name) {
                Some(value) if field.secret => *value = MASK.into(),
                Some(value) => mask_declared(value, field.shape),
                None => {}
            }
        }
    }
}
