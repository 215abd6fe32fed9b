//! Writes a request, and gathers every rule that its values break.

mod buffer;
mod identity;
mod report;

use std::ops::Range;

use bytes::Bytes;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::{Chunk, Encode, FlattenedValue, Measure, Object, RequestValue};
use crate::{Field, FixedValue, Metadata, Method, Secret, Violation};

use buffer::Buffer;
pub(crate) use identity::Caller;
pub use report::Report;
use report::Segment;

/// What was written. Secrets are in all of it, so all of it is overwritten when the last owner lets go.
pub(crate) struct Encoded {
    /// The JSON body; empty where fields travel in the query.
    pub(crate) body: Bytes,
    /// The parameters of the query.
    pub(crate) query: Vec<(&'static str, Secret)>,
    /// The values that must not be printed, besides the caller's own.
    pub(crate) secrets: Vec<Secret>,
}

/// Writes the fields of a request, as JSON or as parameters of the query, and gathers the rules that they break.
pub struct Encoder<'a> {
    json: Buffer,
    /// The parameters so far, where the interface has no body.
    query: Option<Vec<(&'static str, Secret)>>,
    secrets: Vec<Secret>,
    caller: Caller<'a>,
    /// The part of a chunked list that this request is about.
    chunk: Option<Range<usize>>,
    /// The object being written, and where it stands in the body.
    fields: &'static [Field],
    next: usize,
    /// The keys of the object so far.
    keys: Vec<&'static str>,
    path: Vec<Segment>,
    violations: Vec<Violation>,
}

impl<'a> Encoder<'a> {
    /// Starts a request with the identity and the constants that the interface asks for.
    pub(crate) fn start(metadata: &'static Metadata, caller: Caller<'a>, chunk: Option<Range<usize>>) -> Self {
        let mut encoder = Self {
            json: Buffer::with_capacity(256),
            query: (metadata.method == Method::GET).then(Vec::new),
            secrets: Vec::new(),
            caller,
            chunk,
            fields: metadata.fields,
            next: 0,
            keys: Vec::new(),
            path: Vec::new(),
            violations: Vec::new(),
        };
        encoder.json.push(b'{');
        encoder.start_identity(&metadata.identity);
        for fixed in metadata.fixed {
            encoder.constant(fixed.name, fixed.value);
        }
        encoder
    }

    /// Ends the request.
    pub(crate) fn finish(mut self) -> Result<Encoded, Vec<Violation>> {
        if !self.violations.is_empty() {
            return Err(self.violations);
        }
        self.json.push(b'}');
        let (body, query) = match self.query {
            None => (Bytes::from_owner(self.json.into_inner()), Vec::new()),
            Some(query) => (Bytes::new(), query),
        };
        Ok(Encoded { body, query, secrets: self.secrets })
    }

    /// Writes one field, unless it is absent, and checks its limits.
    pub fn field<T: RequestValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if self.open(name, value.is_absent(), value.measure()) {
            value.encode(self);
            self.close();
        }
    }

    /// Writes one field, or a constant where it is absent.
    pub fn field_or<T: RequestValue>(&mut self, name: &'static str, value: &Option<T>, default: FixedValue) {
        if let Some(value) = value {
            self.field(name, value);
        } else {
            self.describe(name);
            self.constant(name, default);
        }
    }

    /// Writes a list as one string, with `separator` between its items.
    pub fn joined<T: RequestValue + ?Sized>(&mut self, name: &'static str, value: &T, separator: &str) {
        if self.open(name, value.is_absent(), value.measure()) {
            let start = self.json.len();
            value.encode(self);
            let joined = join(self.json.since(start), separator);
            self.json.truncate(start);
            match joined {
                Some(text) => self.text(&text),
                None => self.reject(format!("is joined with `{separator}`, so no item may be empty or have one")),
            }
            self.close();
        }
    }

    /// Writes the JSON of a value as a string.
    pub fn json_text<T: RequestValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if self.open(name, value.is_absent(), value.measure()) {
            let start = self.json.len();
            value.encode(self);
            let text = Secret::from(self.json.since(start));
            self.json.truncate(start);
            self.text(text.expose());
            self.close();
        }
    }

    /// Writes the part of a list that this request is about, which is all of it but in a call in chunks.
    pub fn chunk<T: Chunk + ?Sized>(&mut self, name: &'static str, value: &T) {
        let items = value.as_items();
        let chunk = self.chunk.clone().and_then(|chunk| items.get(chunk));
        self.field(name, chunk.unwrap_or(items));
    }

    /// Writes the fields of `value` as fields of the object being written.
    pub fn flatten<T: FlattenedValue>(&mut self, value: &T) {
        let (fields, next) = (self.fields, self.next + 1);
        self.fields = T::FIELDS;
        self.next = 0;
        value.encode_fields(self);
        self.fields = fields;
        self.next = next;
    }

    /// Writes a constant under a key of its own.
    pub fn constant(&mut self, name: &'static str, value: FixedValue) {
        self.key(name);
        let start = self.json.len();
        match value {
            FixedValue::Int(value) => self.int(i128::from(value)),
            FixedValue::Text(value) => self.text(value),
        }
        self.move_to_query(name, start, false);
    }

    /// Writes a JSON object.
    pub fn object<T: Object>(&mut self, value: &T) {
        let (fields, next, keys) = (self.fields, self.next, std::mem::take(&mut self.keys));
        self.json.push(b'{');
        self.fields = T::FIELDS;
        self.next = 0;
        value.encode_fields(self);
        self.json.push(b'}');
        self.fields = fields;
        self.next = next;
        self.keys = keys;
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
        self.json.extend(b"null");
    }

    /// Refuses the value being written, with the rule it breaks: "must not be empty".
    pub fn reject(&mut self, rule: impl Into<String>) {
        let field = report::path_of(&self.path, None);
        self.violations.push(Violation::new(field, rule.into()));
    }

    /// Returns the place for rules that look at several fields.
    pub fn report(&mut self) -> Report<'_> {
        Report::new(&self.path, &mut self.violations)
    }

    /// Begins a field: the rest of it is its value and [`close`](Self::close). False where there is nothing to write.
    fn open(&mut self, name: &'static str, is_absent: bool, measure: Measure<'_>) -> bool {
        let Some(field) = self.describe(name) else { return false };
        if is_absent {
            return false;
        }
        self.key(name);
        self.path.push(Segment::Key(field, self.json.len()));
        match field.limits.broken_by(measure) {
            // Of an integer the rule has the value.
            Some(_) if field.secret && matches!(measure, Measure::Int(_)) => self.reject("is not one of its values"),
            Some(rule) => self.reject(rule),
            None => {}
        }
        true
    }

    fn close(&mut self) {
        let Some(Segment::Key(field, start)) = self.path.pop() else { return };
        if field.secret {
            let value = self.json.since(start);
            match items(value) {
                Some(items) => self.secrets.extend(items.iter().map(|item| plain(item.get()))),
                None => self.secrets.push(plain(value)),
            }
        }
        self.move_to_query(field.name, start, field.repeated);
    }

    /// Turns a field of the outermost object into a parameter, where the interface has no body.
    fn move_to_query(&mut self, name: &'static str, start: usize, repeated: bool) {
        if !self.path.is_empty() {
            return;
        }
        let Some(query) = &mut self.query else { return };
        let value = self.json.since(start);
        match items(value).filter(|_| repeated) {
            Some(items) => query.extend(items.iter().map(|item| (name, plain(item.get())))),
            None => query.push((name, plain(value))),
        }
        self.json.truncate(1);
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

    fn key(&mut self, name: &'static str) {
        if self.keys.contains(&name) {
            self.report().add(name, "is written twice; a flattened object has it too");
        }
        self.keys.push(name);
        if self.json.last() != Some(b'{') {
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

/// A JSON string as the text that it holds, and any other JSON as it is.
fn plain(json: &str) -> Secret {
    // Asked for a string in anything else, serde_json would put what it found into the text of its error.
    let text = json.starts_with('"').then(|| serde_json::from_str::<String>(json).ok()).flatten();
    text.map_or_else(|| Secret::from(json), Secret::new)
}

/// The items of a JSON array.
fn items(json: &str) -> Option<Vec<&RawValue>> {
    // As above.
    json.starts_with('[').then(|| serde_json::from_str(json).ok()).flatten()
}

/// The items of a JSON array with a separator between them, if none of them hides one.
fn join(array: &str, separator: &str) -> Option<Zeroizing<String>> {
    let items = items(array)?;
    // Enough for all of it, so that it never moves.
    let mut joined = Zeroizing::new(String::with_capacity(array.len() + items.len() * separator.len()));
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(separator);
        }
        let item = plain(item.get());
        if item.expose().is_empty() || item.expose().contains(separator) {
            return None;
        }
        joined.push_str(item.expose());
    }
    Some(joined)
}
