//! Writes a body, and gathers every rule that its values break.

use std::fmt::Write as _;

use super::{Encode, Object};
use crate::{Field, FixedValue, Metadata, Part, Shape, Violation};

/// Who a body speaks for.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub(crate) appid: &'a str,
    pub(crate) openid: &'a str,
    pub(crate) token: Option<&'a str>,
}

/// Writes the JSON of a body and gathers the rules that its values break.
pub struct Encoder<'a> {
    json: Vec<u8>,
    caller: Caller<'a>,
    /// The object being written, and where it stands in the body.
    fields: &'static [Field],
    next: usize,
    empty: bool,
    path: Vec<Segment>,
    violations: Vec<Violation>,
}

/// A step on the way from the body to a value.
enum Segment {
    Key(&'static str),
    Index(usize),
}

impl<'a> Encoder<'a> {
    /// Starts a body with the identity and the constants that the interface asks for.
    pub(crate) fn start(metadata: &'static Metadata, caller: Caller<'a>) -> Self {
        let mut encoder = Self {
            json: Vec::with_capacity(256),
            caller,
            fields: metadata.fields,
            next: 0,
            empty: true,
            path: Vec::new(),
            violations: Vec::new(),
        };
        encoder.json.push(b'{');
        let identity = &metadata.identity;
        for name in identity.appid {
            encoder.part(name, Part::AppId, identity.appid_shape);
        }
        for name in identity.openid {
            encoder.part(name, Part::OpenId, Shape::Text);
        }
        for name in identity.token {
            encoder.part(name, Part::Token, Shape::Text);
        }
        for fixed in metadata.fixed {
            encoder.key(fixed.name);
            match fixed.value {
                FixedValue::Int(value) => encoder.int(i128::from(value)),
                FixedValue::Text(value) => encoder.text(value),
            }
        }
        encoder
    }

    /// Ends the body.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, Vec<Violation>> {
        self.json.push(b'}');
        if self.violations.is_empty() { Ok(self.json) } else { Err(self.violations) }
    }

    /// Writes one field, unless it is absent, and checks its limits.
    pub fn field<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        let field = self.describe(name);
        if value.is_absent() {
            return;
        }
        self.key(name);
        self.path.push(Segment::Key(name));
        if let Some(rule) = field.and_then(|field| field.limits.broken_by(value.measure())) {
            self.reject(rule);
        }
        value.encode(self);
        self.path.pop();
    }

    /// Writes the fields of `value` as fields of the object being written.
    pub fn flatten<T: Object>(&mut self, value: &T) {
        let (fields, next) = (self.fields, self.next + 1);
        self.fields = T::FIELDS;
        self.next = 0;
        value.encode_fields(self);
        self.fields = fields;
        self.next = next;
    }

    /// Writes a field that is a part of the identity and checks that it agrees with the client and the session. An
    /// absent one is taken from there.
    pub fn identity<T: Encode + ?Sized>(&mut self, name: &'static str, part: Part, value: &T) {
        if value.is_absent() {
            self.describe(name);
            self.part(name, part, T::SHAPE);
            return;
        }
        let before = self.json.len();
        self.field(name, value);
        let written = self.json.get(before..).unwrap_or_default();
        if self.expected(part).is_none_or(|expected| !sends(written, name, expected)) {
            let owner = match part {
                Part::AppId => "client's app id",
                Part::OpenId => "session's openid",
                Part::Token | Part::Body | Part::Flattened => "session's access token",
            };
            self.report().add(name, format!("must be the {owner}, which the query carries"));
        }
    }

    /// Writes a JSON object.
    pub fn object<T: Object>(&mut self, value: &T) {
        let (fields, next, empty) = (self.fields, self.next, self.empty);
        self.json.push(b'{');
        self.fields = T::FIELDS;
        self.next = 0;
        self.empty = true;
        value.encode_fields(self);
        self.json.push(b'}');
        self.fields = fields;
        self.next = next;
        self.empty = empty;
    }

    /// Writes a JSON array.
    pub fn list<T: Encode>(&mut self, items: &[T]) {
        self.json.push(b'[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.json.push(b',');
            }
            self.path.push(Segment::Index(index));
            item.encode(self);
            self.path.pop();
        }
        self.json.push(b']');
    }

    /// Writes a JSON string.
    pub fn text(&mut self, text: &str) {
        self.write(text);
    }

    /// Writes a JSON integer.
    pub fn int(&mut self, int: i128) {
        self.write(&int);
    }

    /// Writes a JSON number; one that is not finite is refused.
    pub fn number(&mut self, number: f64) {
        if !number.is_finite() {
            self.reject("must be a finite number");
        }
        self.write(&number);
    }

    /// Writes `true` or `false`.
    pub fn bool(&mut self, bool: bool) {
        self.write(&bool);
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.json.extend_from_slice(b"null");
    }

    /// Refuses the value being written, with the rule it breaks: "must not be empty".
    pub fn reject(&mut self, rule: impl Into<String>) {
        let field = path_of(&self.path, None);
        self.violations.push(Violation::new(field, rule.into()));
    }

    /// Returns the place for rules that look at several fields.
    pub fn report(&mut self) -> Report<'_> {
        Report { path: &self.path, violations: &mut self.violations }
    }

    /// Finds a field's description. Fields are written in the order of their descriptions, so it is mostly the next.
    fn describe(&mut self, name: &'static str) -> Option<&'static Field> {
        let ahead = self.fields.get(self.next..).unwrap_or_default();
        let ahead = ahead.iter().position(|field| field.name == name).map(|offset| self.next + offset);
        let index = ahead.or_else(|| self.fields.iter().position(|field| field.name == name));
        if let Some(index) = index {
            self.next = index + 1;
            return self.fields.get(index);
        }
        self.report().add(name, "is not described in the metadata of its endpoint");
        None
    }

    fn part(&mut self, name: &'static str, part: Part, shape: Shape) {
        self.path.push(Segment::Key(name));
        match self.expected(part).map(str::to_owned) {
            None => self.reject("needs an access token, and the session has none"),
            Some(value) => {
                self.key(name);
                if matches!(shape, Shape::Int) {
                    match value.parse::<i64>() {
                        Ok(int) => self.int(i128::from(int)),
                        Err(_) => self.reject("is an int here, so the app id must be decimal digits and no guest's"),
                    }
                } else {
                    self.text(&value);
                }
            }
        }
        self.path.pop();
    }

    fn expected(&self, part: Part) -> Option<&'a str> {
        match part {
            Part::AppId => Some(self.caller.appid),
            Part::OpenId => Some(self.caller.openid),
            Part::Token => self.caller.token,
            Part::Body | Part::Flattened => None,
        }
    }

    fn key(&mut self, name: &str) {
        if !std::mem::take(&mut self.empty) {
            self.json.push(b',');
        }
        self.write(name);
        self.json.push(b':');
    }

    fn write<T: serde::Serialize + ?Sized>(&mut self, value: &T) {
        if let Err(error) = serde_json::to_writer(&mut self.json, value) {
            self.reject(error.to_string());
        }
    }
}

/// Whether `written`, a key and its value, says `expected`, as a string or as a number.
fn sends(written: &[u8], name: &str, expected: &str) -> bool {
    let Ok(written) = std::str::from_utf8(written) else { return false };
    let Some((_, value)) = written.split_once(&format!("\"{name}\":")) else { return false };
    value == expected || serde_json::from_str::<String>(value).is_ok_and(|text| text == expected)
}

/// Takes the rules that a function over several fields found broken.
pub struct Report<'a> {
    path: &'a [Segment],
    violations: &'a mut Vec<Violation>,
}

impl Report<'_> {
    /// Records that `field`, a wire name, breaks `rule`: "must come with `groupCode`".
    pub fn add(&mut self, field: &str, rule: impl Into<String>) {
        self.violations.push(Violation::new(path_of(self.path, Some(field)), rule.into()));
    }
}

/// `param[3].data`
fn path_of(segments: &[Segment], last: Option<&str>) -> String {
    let mut path = String::new();
    let key = |path: &mut String, name: &str| {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
    };
    for segment in segments {
        match segment {
            Segment::Key(name) => key(&mut path, name),
            Segment::Index(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    if let Some(name) = last {
        key(&mut path, name);
    }
    path
}
