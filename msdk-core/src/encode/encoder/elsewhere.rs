//! What of a request does not stand in its body.
//!
//! Every value is written as JSON first, so that one way of writing and checking serves all places; what belongs elsewhere
//! is then taken out of the body as the text that it stands for.

use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::utf8_percent_encode;

use super::{Encoder, items, plain};
use crate::{
    describe::{Field, Fixed, FixedValue, Metadata, Place, Secret},
    error::Violation,
    wire::protocol::UNRESERVED,
};

/// The parts of a request besides its body.
#[derive(Default)]
pub(crate) struct Elsewhere {
    /// The parameters of the query.
    pub(crate) query: Vec<(&'static str, Secret)>,
    /// The headers, of which most endpoints have none.
    pub(crate) headers: Option<Box<HeaderMap>>,
    /// The path, where the declared one has values in it.
    pub(crate) path: Option<String>,
}

/// Where an entry of the body stands: its key with the comma before it, and its value, which is the last so far.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) start: usize,
    pub(super) value: usize,
}

impl Elsewhere {
    /// Starts with the constants that a declaration puts there.
    pub(super) fn new(metadata: &Metadata) -> Self {
        let mut elsewhere = Self::default();
        elsewhere.query.extend(metadata.query.iter().map(|fixed| (fixed.name, Secret::new(text(fixed)))));
        for fixed in metadata.headers {
            // The attribute has seen to it that both can stand in a header.
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(fixed.name), HeaderValue::try_from(text(fixed))) {
                elsewhere.headers.get_or_insert_default().insert(name, value);
            }
        }
        elsewhere.path = metadata.has_path_values.then(|| metadata.path.to_owned());
        elsewhere
    }

    /// Puts a value into the path, in the place of its name in braces.
    fn fill(&mut self, name: &str, value: &str) -> Result<(), &'static str> {
        if matches!(value, "" | "." | "..") {
            return Err("must be a segment of a path: not empty, `.` or `..`");
        }
        if let Some(path) = &mut self.path {
            let value = utf8_percent_encode(value, UNRESERVED).to_string();
            // A value cannot bring a placeholder with it, since braces are encoded.
            *path = path.replacen(&format!("{{{name}}}"), &value, 1);
        }
        Ok(())
    }

    fn header(&mut self, field: &Field, value: &str) -> Result<(), &'static str> {
        let wrong = "must have no control characters, which no header can have";
        let name = HeaderName::try_from(field.name).map_err(|_| "is not the name of a header")?;
        let mut value = HeaderValue::from_str(value).map_err(|_| wrong)?;
        value.set_sensitive(field.secret);
        self.headers.get_or_insert_default().insert(name, value);
        Ok(())
    }
}

fn text(fixed: &Fixed) -> String {
    match fixed.value {
        FixedValue::Int(value) => value.to_string(),
        FixedValue::Text(value) => value.to_owned(),
    }
}

impl Encoder<'_> {
    /// Turns an entry of the outermost object into a parameter, where the endpoint has no body.
    #[inline]
    pub(super) fn move_to_query(&mut self, name: &'static str, entry: Entry) {
        if self.has_no_body && self.path.is_empty() {
            self.make_parameter(name, entry);
        }
    }

    fn make_parameter(&mut self, name: &'static str, entry: Entry) {
        self.elsewhere.query.push((name, plain(self.json.since(entry.value))));
        self.json.truncate(entry.start);
    }

    /// Ends an entry: a field of the outermost object goes to its place.
    pub(super) fn settle(&mut self, field: &'static Field, entry: Entry) {
        if self.path.is_empty() && (self.has_no_body || field.place != Place::Usual) {
            self.move_elsewhere(field, entry);
        }
    }

    fn move_elsewhere(&mut self, field: &'static Field, entry: Entry) {
        let value = self.json.since(entry.value);
        let moved = match field.place {
            Place::Usual | Place::Query => {
                match items(value).filter(|_| field.repeated) {
                    Some(items) => self.elsewhere.query.extend(items.into_iter().map(|item| (field.name, item))),
                    None => self.elsewhere.query.push((field.name, plain(value))),
                }
                Ok(())
            }
            Place::Header => self.elsewhere.header(field, plain(value).expose()),
            Place::Path => self.elsewhere.fill(field.name, plain(value).expose()),
        };
        self.json.truncate(entry.start);
        if let Err(rule) = moved {
            self.violations.push(Violation::new(field.name, rule));
        }
    }
}
