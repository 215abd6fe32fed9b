//! The body, held against the declaration of its endpoint and what the document says besides.

use std::fmt;

use msdk::{
    declare::Measure,
    metadata::{Field, FixedValue, Metadata, Part, Shape},
};
use serde_json::{Map, Number, Value};

use super::{
    App, Strictness, coerce::Coerce, document::Amendments, json, kind, place::Place, placed::Outside, query::Caller,
    route::Route,
};
use crate::Refusal;

type Object = Map<String, Value>;

/// Checks a body: the identity, the constants, the fields, and that there is nothing else.
///
/// A list that came as JSON in a string is put into the body as a list, and so are values that stand outside of it.
pub(crate) fn check(
    route: &Route,
    body: &mut Object,
    outside: &Outside<'_>,
    caller: &Caller<'_>,
    app: &App,
    strictness: &Strictness,
) -> Result<(), Refusal> {
    for name in route.amendments.json_texts() {
        unpack(body, name)?;
    }
    let check = Check { metadata: route.metadata, amendments: &route.amendments, caller, app, strictness };
    if strictness.is_lenient() {
        check.coerce(body)?;
    }
    check.identity(body)?;
    check.constants(body)?;
    check.fields(route.metadata.fields, body, &Place::Body)?;
    check.refuse_others(body, &Place::Body, |name| check.knows(name))?;
    outside.constants(route.metadata)?;
    for place in [msdk::metadata::Place::Query, msdk::metadata::Place::Header, msdk::metadata::Place::Path] {
        let (fields, values) = outside.values(route.metadata, place);
        for field in &fields {
            check.field(field, &values, &Place::Body)?;
        }
        // A handler finds them where it finds the rest.
        for (name, value) in values {
            body.entry(name).or_insert(value);
        }
    }
    Ok(())
}

/// Replaces a string by the JSON that it holds.
fn unpack(body: &mut Object, name: &'static str) -> Result<(), Refusal> {
    let Some(value) = body.get_mut(name) else { return Ok(()) };
    if let Some(text) = value.as_str() {
        let unpacked = json::parse(text);
        *value = unpacked.map_err(|error| refuse(&name, format_args!("is a string that is no JSON: {error}")))?;
    }
    Ok(())
}

struct Check<'a> {
    metadata: &'a Metadata,
    amendments: &'a Amendments,
    caller: &'a Caller<'a>,
    app: &'a App,
    strictness: &'a Strictness,
}

impl Check<'_> {
    /// Gives values the JSON types that the endpoint has for them.
    fn coerce(&self, body: &mut Object) -> Result<(), Refusal> {
        let Metadata { identity, fields, fixed, .. } = self.metadata;
        let coerce = Coerce { strictness: self.strictness };
        let may_be_int = |name: &&str| self.amendments.may_be_int(name);
        for name in identity.appid.iter().filter(|name| !may_be_int(name)) {
            coerce.key(body, name, identity.appid_shape, &Place::Body)?;
        }
        for name in [identity.openid, identity.token, identity.app_key].concat() {
            coerce.key(body, name, Shape::Text, &Place::Body)?;
        }
        for fixed in *fixed {
            let shape = if matches!(fixed.value, FixedValue::Int(_)) { Shape::Int } else { Shape::Text };
            coerce.key(body, fixed.name, shape, &Place::Body)?;
        }
        coerce.fields(body, fields, &Place::Body)
    }

    fn identity(&self, body: &Object) -> Result<(), Refusal> {
        let identity = &self.metadata.identity;
        let parts = [
            (identity.appid, identity.appid_shape, Part::AppId),
            (identity.openid, Shape::Text, Part::OpenId),
            (identity.token, Shape::Text, Part::Token),
            (identity.app_key, Shape::Text, Part::AppKey),
        ];
        for (names, shape, part) in parts {
            for name in names {
                self.part(body, name, shape, part)?;
            }
        }
        Ok(())
    }

    /// Checks a part of the identity, which must be there and agree with the query.
    fn part(&self, body: &Object, name: &str, shape: Shape, part: Part) -> Result<(), Refusal> {
        if self.amendments.is_optional(name) && !body.contains_key(name) {
            return Ok(());
        }
        let value = required(body, name, &name)?;
        if !(kind::is_int(value) && self.amendments.may_be_int(name)) {
            self.shape(value, shape, &Place::Body.key(name))?;
        }
        let number = if value.is_string() { String::new() } else { value.to_string() };
        let text = value.as_str().unwrap_or(&number);
        if text.is_empty() {
            return Err(refuse(&name, "must not be empty"));
        }
        let (parameter, expected) = match part {
            Part::AppId => ("appid", self.caller.appid),
            Part::OpenId => ("openid", self.caller.openid),
            Part::AppKey if text != self.app.key.expose() => return Err(refuse(&name, "must be the app key")),
            _ => return Ok(()),
        };
        if text != expected {
            return Err(refuse(&name, format_args!("must equal the `{parameter}` of the query")));
        }
        Ok(())
    }

    fn constants(&self, body: &Object) -> Result<(), Refusal> {
        for fixed in self.metadata.fixed {
            let value = required(body, fixed.name, &fixed.name)?;
            let (is_right, kind) = match fixed.value {
                FixedValue::Int(expected) => (value.as_i64() == Some(expected), "integer"),
                FixedValue::Text(expected) => (value.as_str() == Some(expected), "string"),
            };
            if !is_right {
                return Err(refuse(&fixed.name, format_args!("must be the {kind} {}", fixed.value)));
            }
        }
        Ok(())
    }

    /// Checks the fields of the body, or of an object inside of it, which has no identity.
    fn fields(&self, fields: &[Field], object: &Object, parent: &Place<'_>) -> Result<(), Refusal> {
        for field in fields.iter().filter(|field| field.place == msdk::metadata::Place::Usual) {
            match (field.part, field.shape) {
                (Part::Flattened, Shape::Object(inner)) => self.fields(inner, object, parent)?,
                (Part::AppId | Part::OpenId | Part::Token, shape) if parent.is_body() => {
                    self.part(object, field.name, shape, field.part)?;
                    let place = parent.key(field.name);
                    check_limits(field, required(object, field.name, &place)?, &place)?;
                }
                _ => self.field(field, object, parent)?,
            }
        }
        Ok(())
    }

    fn field(&self, field: &Field, object: &Object, parent: &Place<'_>) -> Result<(), Refusal> {
        let is_optional = !field.required || self.amendments.is_optional(field.name);
        if is_optional && !object.contains_key(field.name) {
            return Ok(());
        }
        let place = parent.key(field.name);
        let value = required(object, field.name, &place)?;
        self.shape(value, field.shape, &place)?;
        if !self.amendments.may_be_any_value(field.name) {
            check_limits(field, value, &place)?;
        }
        match value.as_str().and_then(|text| self.amendments.broken_by(field.name, text)) {
            Some(rule) => Err(refuse(&place, rule)),
            None => Ok(()),
        }
    }

    fn shape(&self, value: &Value, shape: Shape, place: &Place<'_>) -> Result<(), Refusal> {
        let shape = shape.resolved();
        match (shape, value) {
            (Shape::List(shape), Value::Array(items)) => {
                let mut items = items.iter().enumerate();
                items.try_for_each(|(index, item)| self.shape(item, *shape, &place.item(index)))
            }
            (Shape::Object(fields), Value::Object(object)) => {
                self.fields(fields, object, place)?;
                self.refuse_others(object, place, |name| has(fields, name))
            }
            (Shape::Map(shape), Value::Object(object)) => {
                object.iter().try_for_each(|(key, value)| self.shape(value, *shape, &place.key(key)))
            }
            (Shape::AnyOf(alternatives), value) => self.any_of(value, alternatives, place),
            _ if kind::fits(value, shape) => Ok(()),
            _ => Err(refuse(place, format_args!("expected {}, found {}", kind::expected(shape), kind::found(value)))),
        }
    }

    /// Checks a value of one of several types: against those of its JSON type, if there are any.
    fn any_of(&self, value: &Value, alternatives: &[Field], place: &Place<'_>) -> Result<(), Refusal> {
        let mut refusal = None;
        for field in alternatives.iter().filter(|field| kind::fits(value, field.shape)) {
            match self.shape(value, field.shape, place).and_then(|()| check_limits(field, value, place)) {
                Ok(()) => return Ok(()),
                Err(first) => refusal = refusal.or(Some(first)),
            }
        }
        Err(refusal.unwrap_or_else(|| {
            let expected: Vec<_> = alternatives.iter().map(|field| kind::expected(field.shape)).collect();
            refuse(place, format_args!("expected {}, found {}", expected.join(" or "), kind::found(value)))
        }))
    }

    /// Refuses keys that an object does not have.
    ///
    /// No document says so: the platform passes them over. A misspelt key that is passed over is a mistake which shows in
    /// production only, so this gateway is stricter.
    fn refuse_others(
        &self,
        object: &Object,
        parent: &Place<'_>,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<(), Refusal> {
        let mut others = object.keys().filter(|key| !is_known(key));
        others.try_for_each(|key| self.strictness.refuse(refuse(&parent.key(key), "is not a field of this endpoint")))
    }

    /// Whether the endpoint has a key.
    fn knows(&self, name: &str) -> bool {
        let identity = &self.metadata.identity;
        let identity = [identity.appid, identity.openid, identity.token, identity.app_key];
        identity.iter().any(|names| names.contains(&name))
            || self.metadata.fixed.iter().any(|fixed| fixed.name == name)
            || has(self.metadata.fields, name)
    }
}

fn check_limits(field: &Field, value: &Value, place: &Place<'_>) -> Result<(), Refusal> {
    let limits = field.limits;
    let shape = field.shape.resolved();
    let measures = match (value, shape) {
        (Value::String(text), Shape::JoinedText(separator)) => {
            let items = text.split(separator).filter(|item| !item.is_empty());
            [Some(Measure::Items(items.count())), None]
        }
        (Value::String(text), Shape::Quoted(_)) => [text.parse().ok().map(Measure::Int), None],
        (Value::Object(entries), Shape::Map(_)) => [Some(Measure::Items(entries.len())), None],
        (Value::String(text), _) => {
            // A number in a string is limited by its range.
            let int = limits.range.and_then(|_| text.parse().ok()).map(Measure::Int);
            [Some(Measure::Text(text)), int]
        }
        (Value::Array(items), _) => [Some(Measure::Items(items.len())), None],
        (value, _) => [value.as_number().and_then(Number::as_i128).map(Measure::Int), None],
    };
    match measures.into_iter().flatten().find_map(|measure| limits.broken_by(measure)) {
        Some(rule) => Err(refuse(place, rule)),
        None => Ok(()),
    }
}

/// Whether an object has a key, be it a flattened object's.
fn has(fields: &[Field], name: &str) -> bool {
    let mut fields = fields.iter().filter(|field| field.place == msdk::metadata::Place::Usual);
    fields.any(|field| match (field.part, field.shape) {
        (Part::Flattened, Shape::Object(inner)) => has(inner, name),
        _ => field.name == name,
    })
}

fn required<'a>(object: &'a Object, name: &str, place: &dyn fmt::Display) -> Result<&'a Value, Refusal> {
    object.get(name).ok_or_else(|| refuse(place, "is missing"))
}

/// Code -1011: a parameter of the body is empty, or of the wrong type. Section 1.5 of the document has the types.
pub(super) fn refuse(place: &dyn fmt::Display, rule: impl fmt::Display) -> Refusal {
    Refusal::access(-1011, format!("`{place}` {rule}"))
}
