//! Writes a request in one pass, and gathers every rule that its values break.
//!
//! A field is written as its description says: the encoder is given the value and the place of the field among the
//! described ones, and finds there its name, its limits, how it is written and what stands in for an absent value.

mod buffer;
mod dynamic;
mod elsewhere;
mod identity;
mod joined;
mod nested;
mod quoted;
mod report;
mod scalars;
mod serialized;

use std::{collections::BTreeMap, ops::Range};

use bytes::Bytes;
use smallvec::SmallVec;

use super::{Chunk, Encode, Measure, Object};
use crate::{
    describe::{Field, FixedValue, Metadata, Method, Part, Secret, Shape},
    encode::plain_bytes::plain_bytes,
    error::Violation,
};

use buffer::Buffer;
pub(crate) use elsewhere::Elsewhere;
use elsewhere::Entry;
pub(crate) use identity::Caller;
use joined::Joining;
pub use report::Report;
use report::Segment;

/// What was written. Secrets are in all of it, so all of it is overwritten when the last owner lets go.
pub(crate) struct Encoded {
    /// The JSON body; empty where fields travel in the query.
    pub(crate) body: Bytes,
    /// What does not stand in the body.
    pub(crate) elsewhere: Elsewhere,
    /// The values that must not be printed, besides the caller's own.
    pub(crate) secrets: Vec<Secret>,
    /// Whether the body has a part of a list of openids.
    pub(crate) asks_about_openids: bool,
}

/// Writes the fields of a request, as JSON or as parameters of the query, and gathers the rules that they break.
pub struct Encoder<'a> {
    json: Buffer,
    /// Whether the endpoint has no body, so that its fields are parameters of the query.
    has_no_body: bool,
    elsewhere: Elsewhere,
    secrets: Vec<Secret>,
    caller: Caller<'a>,
    /// The part of a chunked list that this request is about.
    chunk: Option<Range<usize>>,
    /// While that part is written, how many items of the list come before it.
    items_before: usize,
    /// Whether that list is one of openids.
    asks_about_openids: bool,
    /// The fields of the object being written.
    fields: &'static [Field],
    /// The keys of that object so far. Only a flattened part can bring one that is there already: the attributes see to
    /// the rest, so without such a part no keys are kept.
    keys: Option<Vec<&'static str>>,
    /// The list being written, if that is to be one string.
    joining: Option<Joining>,
    path: SmallVec<[Segment; 4]>,
    /// How many arrays and objects the value being written stands in.
    levels: u32,
    violations: Vec<Violation>,
}

impl<'a> Encoder<'a> {
    /// Makes an encoder that has written nothing.
    pub(crate) fn new(metadata: &'static Metadata, caller: Caller<'a>, chunk: Option<Range<usize>>) -> Self {
        // Most bodies are shorter, so that their memory never moves.
        const BODY: usize = 512;
        Self {
            json: Buffer::with_capacity(BODY),
            has_no_body: metadata.method == Method::GET,
            elsewhere: Elsewhere::new(metadata),
            secrets: Vec::new(),
            caller,
            chunk,
            items_before: 0,
            asks_about_openids: false,
            fields: metadata.fields,
            keys: keys_of(metadata.fields),
            joining: None,
            path: SmallVec::new(),
            levels: 1,
            violations: Vec::new(),
        }
    }

    /// Starts the request with the identity and the constants that the endpoint asks for. It is not a part of
    /// [`new`](Self::new), since an encoder with something written in it would be moved for nothing.
    pub(crate) fn start(&mut self, metadata: &'static Metadata) {
        self.json.push(b'{');
        self.start_identity(&metadata.identity);
        for fixed in metadata.fixed {
            self.constant(fixed.name, fixed.value);
        }
    }

    /// Ends the request.
    pub(crate) fn finish(mut self) -> Result<Encoded, Vec<Violation>> {
        if !self.violations.is_empty() {
            return Err(self.violations);
        }
        self.json.push(b'}');
        let body = if self.has_no_body { Bytes::new() } else { Bytes::from_owner(self.json) };
        let Self { elsewhere, secrets, asks_about_openids, .. } = self;
        Ok(Encoded { body, elsewhere, secrets, asks_about_openids })
    }

    /// Writes one field by its name, unless it is absent, and checks its limits.
    pub fn field<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        match self.fields.iter().find(|field| field.name == name) {
            Some(field) => self.described(field, value),
            None => self.report().add(name, "is not described in the metadata of its endpoint"),
        }
    }

    /// Writes the field with this place among the described ones.
    pub(super) fn at<T: Encode + ?Sized>(&mut self, index: usize, value: &T) {
        if let Some(field) = self.fields.get(index) {
            self.described(field, value);
        }
    }

    /// Writes the part of a list that this request is about, which is all of it but in a call in chunks.
    pub(super) fn chunk_at<T: Chunk + ?Sized>(&mut self, index: usize, value: &T) {
        let items = value.as_items();
        let range = self.chunk.clone().unwrap_or(0..items.len());
        self.items_before = range.start;
        self.asks_about_openids = self.chunk.is_some() && <T::Item as Encode>::IS_OPENID;
        self.at(index, items.get(range).unwrap_or(items));
        self.items_before = 0;
    }

    /// Writes the fields of `value` as fields of the object being written.
    pub fn flatten<T: Object>(&mut self, value: &T) {
        let fields = std::mem::replace(&mut self.fields, T::FIELDS);
        if self.keys.is_none() {
            self.keys = Some(Vec::new());
        }
        value.encode_fields(self);
        self.fields = fields;
    }

    /// Writes a constant under a key of its own.
    pub fn constant(&mut self, name: &'static str, value: FixedValue) {
        if plain_bytes(name.as_bytes()) < name.len() {
            return self.report().add(name, "has characters that no key has");
        }
        let entry = self.key(name);
        self.constant_value(value);
        self.move_to_query(name, entry);
    }

    fn constant_value(&mut self, value: FixedValue) {
        match value {
            FixedValue::Int(value) => self.int(i128::from(value)),
            FixedValue::Text(value) => self.text(value),
        }
    }

    /// Refuses the value being written, with the rule it breaks: "must not be empty".
    pub fn reject(&mut self, rule: impl Into<String>) {
        let field = report::path_of(&self.path, self.items_before, None);
        self.violations.push(Violation::new(field, rule.into()));
    }

    /// Returns the place for rules that look at several fields.
    pub fn report(&mut self) -> Report<'_> {
        Report::new(&self.path, self.items_before, &mut self.violations)
    }

    /// Writes a field with its description, unless it is absent, and checks its limits.
    pub(super) fn described<T: Encode + ?Sized>(&mut self, field: &'static Field, value: &T) {
        if value.is_absent() {
            self.absent(field);
        } else {
            let entry = self.begin(field, value.measure());
            value.encode(self);
            self.end(entry);
        }
    }

    /// Writes what stands in for an absent value, if anything does.
    fn absent(&mut self, field: &'static Field) {
        if let Some(default) = field.default {
            self.default(field, default);
        } else if !matches!(field.part, Part::Body | Part::Flattened) {
            self.part(field.name, field.part, field.shape);
        }
    }

    /// Writes the key of a field and checks its limits; its value is written next.
    fn begin(&mut self, field: &'static Field, measure: Measure<'_>) -> Entry {
        let entry = self.key(field.name);
        self.path.push(Segment::Key(field, self.json.len()));
        self.check_limits(field, measure);
        if let Shape::JoinedText(separator) = field.shape {
            self.joining = Some(Joining::with(separator));
        }
        entry
    }

    fn check_limits(&mut self, field: &Field, measure: Measure<'_>) {
        match field.limits.breach(measure) {
            // Of an integer the rule has the value.
            Some(_) if field.secret && matches!(measure, Measure::Int(_)) => self.reject("is not one of its values"),
            Some(breach) => self.reject(breach.in_english()),
            None => {}
        }
    }

    /// Ends a field whose value was written.
    fn end(&mut self, entry: Entry) {
        let Some(Segment::Key(field, start)) = self.path.last().copied() else { return };
        self.end_joining(start);
        match field.shape {
            Shape::JsonText => self.json.quote_since(start),
            Shape::Quoted(_) => self.quote_number(start),
            Shape::List(Shape::Quoted(_)) => self.quote_numbers(start),
            _ => {}
        }
        if !matches!(field.part, Part::Body | Part::Flattened) {
            self.check_identity(field.part, start);
        }
        if field.secret {
            let json = self.json.since(start);
            self.secrets.extend(values_of(json, field.shape).unwrap_or_else(|| secrets_in(json)));
        }
        self.path.pop();
        self.settle(field, entry);
    }

    /// Writes the key of an entry and returns where that stands. It has no character that JSON escapes: [`Field`] and the
    /// attributes see to that.
    fn key(&mut self, name: &'static str) -> Entry {
        if self.keys.is_some() {
            self.check_new(name);
        }
        let start = self.json.len();
        self.json.key(name);
        Entry { start, value: self.json.len() }
    }

    /// Checks that a key is new, where keys are kept.
    fn check_new(&mut self, name: &'static str) {
        let Some(keys) = &mut self.keys else { return };
        let is_new = !keys.contains(&name);
        keys.push(name);
        if !is_new {
            self.report().add(name, "is written twice; a flattened object has it too");
        }
    }
}

/// The list of keys to keep for an object with such fields.
fn keys_of(fields: &[Field]) -> Option<Vec<&'static str>> {
    fields.iter().any(|field| field.part == Part::Flattened).then(Vec::new)
}

/// A JSON string as the text that it holds, and any other JSON as it is.
fn plain(json: &str) -> Secret {
    // Asked for a string in anything else, serde_json would put what it found into the text of its error.
    let text = json.starts_with('"').then(|| serde_json::from_str::<String>(json).ok()).flatten();
    text.map_or_else(|| Secret::from(json), Secret::new)
}

/// The items of a JSON array.
fn items(json: &str) -> Option<Vec<Secret>> {
    // As above.
    let items: Option<Vec<&serde_json::value::RawValue>> =
        json.starts_with('[').then(|| serde_json::from_str(json).ok()).flatten();
    Some(items?.into_iter().map(|item| plain(item.get())).collect())
}

/// The texts that a secret value consists of.
fn secrets_in(json: &str) -> Vec<Secret> {
    items(json).unwrap_or_else(|| vec![plain(json)])
}

/// The values of a map.
fn values_of(json: &str, shape: Shape) -> Option<Vec<Secret>> {
    if !matches!(shape, Shape::Map(_)) {
        return None;
    }
    let values: BTreeMap<String, &serde_json::value::RawValue> = serde_json::from_str(json).ok()?;
    Some(values.into_values().flat_map(|value| secrets_in(value.get())).collect())
}
