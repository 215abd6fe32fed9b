//! What of a request stands neither in its body nor in the envelope: an endpoint's own parameters of the query, headers,
//! and values in the path.

use http::HeaderMap;
use msdk::metadata::{Field, Fixed, FixedValue, Metadata, Place};
use serde_json::{Map, Value};

use super::{
    Strictness,
    coerce::Coerce,
    query::{self, Pairs},
    route,
};
use crate::{Received, Refusal};

/// A request but for its body.
pub(crate) struct Outside<'a> {
    pub(crate) query: &'a Pairs<'a>,
    pub(crate) headers: &'a HeaderMap,
    /// The values in the path, by the name of their field.
    pub(crate) path: &'a [(&'static str, String)],
}

impl Outside<'_> {
    /// Returns the fields with a place and the values that stand there, as the body would have them.
    pub(super) fn values(&self, metadata: &Metadata, place: Place) -> (Vec<Field>, Map<String, Value>) {
        let fields: Vec<Field> = metadata.fields.iter().copied().filter(|field| field.place == place).collect();
        let found = fields.iter().filter_map(|field| Some((field.name.to_owned(), self.value(field)?)));
        let values = found.collect();
        (fields, values)
    }

    fn value(&self, field: &Field) -> Option<Value> {
        match field.place {
            Place::Query => query::own_value(self.query, field),
            Place::Header => Some(query::typed(self.headers.get(field.name)?.to_str().ok()?, field.shape)),
            Place::Path => {
                let (_, value) = self.path.iter().find(|(name, _)| *name == field.name)?;
                Some(query::typed(value, field.shape))
            }
            _ => None,
        }
    }

    /// Checks the constants that do not stand in the body.
    pub(super) fn constants(&self, metadata: &Metadata) -> Result<(), Refusal> {
        for fixed in metadata.query {
            check_constant("parameter", fixed, query::get(self.query, fixed.name))?;
        }
        for fixed in metadata.headers {
            check_constant("header", fixed, self.headers.get(fixed.name).and_then(|value| value.to_str().ok()))?;
        }
        Ok(())
    }
}

/// What a recorded request asks of its endpoint, wherever it stands; none if it is one of another endpoint. A gateway that is
/// lenient may have taken it without a slash, or a number for a string.
pub(crate) fn asked(metadata: &'static Metadata, received: &Received) -> Option<Map<String, Value>> {
    let path = route::values(metadata.path.trim_matches('/'), received.path.trim_matches('/'))?;
    let query = query::parse(&received.raw_query).ok()?;
    let mut asked = match metadata.method {
        msdk::metadata::Method::GET => query::fields(&query, metadata),
        _ => serde_json::from_slice(&received.body).ok()?,
    };
    let outside = Outside { query: &query, headers: &received.headers, path: &path };
    for place in [Place::Query, Place::Header, Place::Path] {
        asked.extend(outside.values(metadata, place).1);
    }
    let coerce = Coerce { strictness: &Strictness::new(true) };
    coerce.fields(&mut asked, metadata.fields, &super::place::Place::Body).ok()?;
    Some(asked)
}

fn check_constant(what: &str, fixed: &Fixed, found: Option<&str>) -> Result<(), Refusal> {
    let expected = match fixed.value {
        FixedValue::Int(value) => value.to_string(),
        FixedValue::Text(value) => value.to_owned(),
    };
    if found == Some(&expected) {
        return Ok(());
    }
    Err(query::refuse(format!("the {what} `{}` must be {expected}", fixed.name)))
}
