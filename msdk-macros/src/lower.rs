//! From what was written to what it means. Every rule of the declaration language lives here.

mod constant;
mod endpoint;
mod field;
mod identity;
mod object;
mod path;
mod range;
mod reply;
mod serde;
mod words;

use syn::LitStr;

use crate::{
    errors::Errors,
    input::{RawBody, RawField, RawItem},
    keys::{self, Kind},
    model::Model,
};
use words::Words;

/// Judges an item. `None` means that a mistake left nothing to model; it is in `errors`, with all the others.
pub(crate) fn lower<'a>(kind: Kind, raw: &'a RawItem, errors: &mut Errors) -> Option<Model<'a>> {
    if let Some(mistake) = wrong_attribute(kind, raw) {
        errors.add(&raw.ident, mistake);
        return None;
    }
    serde::check_item(&raw.serde, errors);
    let words = Words::new(&raw.args, kind.item_words(), &format!("{kind}"), errors);
    match kind {
        Kind::Endpoint => endpoint::lower(raw, &words, errors).map(Model::Endpoint),
        Kind::Object => object::lower(raw, &words, errors).map(Model::Object),
        Kind::Reply => reply::lower(raw, &words, errors).map(Model::Reply),
    }
}

/// A request declared as a reply or the other way round, which would be a heap of mistakes if each word was judged.
fn wrong_attribute(kind: Kind, raw: &RawItem) -> Option<&'static str> {
    let says = |word: &str| raw.args.iter().any(|entry| entry.key == word);
    let says_request = says(keys::PATH) || says(keys::METHOD);
    match kind {
        Kind::Endpoint if raw.args.is_empty() && raw.ident.to_string().ends_with("Reply") => {
            Some("this looks like a reply; put `#[msdk_reply]` on it")
        }
        Kind::Reply if says_request => Some(
            "`path` and `method` declare a request; put `#[msdk_endpoint(...)]` on it, and `#[msdk_reply]` on its reply",
        ),
        Kind::Object if says_request => Some(
            "`path` and `method` declare a request; put `#[msdk_endpoint(...)]` on it, and `#[msdk_object]` on objects inside it",
        ),
        _ => None,
    }
}

/// The named fields of an item, none for a unit struct.
fn check_body<'a>(kind: Kind, body: &'a RawBody, errors: &mut Errors) -> Option<&'a [RawField]> {
    match body {
        RawBody::Named(fields) => Some(fields),
        RawBody::Unit => Some(&[]),
        // Only an object can be an enum, and reads its variants itself.
        RawBody::Variants(_) => None,
        RawBody::Other(what, token) => {
            errors.add(token, format_args!("{kind} does not fit {what}; declare a struct with named fields"));
            None
        }
    }
}

/// A wire name that can stand in a JSON key and in a log line as it is.
fn check_wire_name(name: &LitStr, errors: &mut Errors) {
    let value = name.value();
    if value.is_empty() {
        errors.add(name, "an empty wire name; write the key as the vendor's document has it");
    } else if !value.chars().all(|c| c.is_ascii_graphic() && c != '"' && c != '\\') {
        let value = value.escape_debug();
        errors.add(name, format_args!("wire name `{value}` has characters that no key has; use visible ASCII"));
    }
}
