//! From what was written to what it means. Every rule of the declaration language lives here.

mod chunk;
mod codes;
mod constant;
mod default;
mod elsewhere;
mod endpoint;
mod field;
mod identity;
mod object;
mod path;
mod place;
mod query;
mod range;
mod reply;
mod serde;
mod types;
mod untagged;
mod words;

use syn::LitStr;

use crate::{
    attr::Entry,
    errors::Errors,
    expand,
    input::{AN_ENUM, RawBody, RawField, RawItem},
    keys::{self, Kind},
    model::Model,
    source,
};
pub(crate) use types::{holds_itself, is_endless, is_no_reply, is_unsized, option_argument};
pub(crate) use words::Words;

/// Judges an item. `None` means that a mistake left nothing to model; it is in `errors`, with all the others.
pub(crate) fn lower<'a>(kind: Kind, raw: &'a RawItem, errors: &mut Errors) -> Option<Model<'a>> {
    let meant = meant(kind, raw);
    if meant != kind {
        let message = wrong_attribute(kind, meant);
        match raw.args.iter().find(|entry| is_of_request(entry)) {
            Some(entry) => errors.add(&entry.key, message),
            None => errors.add(&raw.ident, message),
        }
        return None;
    }
    fields_of(&raw.body).for_each(|field| types::check_field(kind, &raw.ident, field, errors));
    let words = Words::new(&raw.args, kind.item_words(), &format!("{kind}"), errors);
    check_crate(&words, errors);
    let is_untagged = kind != Kind::Endpoint && words.key(keys::UNTAGGED).is_some();
    serde::check_item(kind, is_untagged, &raw.serde, errors);
    let model = match kind {
        _ if is_untagged => untagged::lower(kind, raw, &words, errors).map(Model::Untagged),
        Kind::Endpoint => endpoint::lower(raw, &words, errors).map(Model::Endpoint),
        Kind::Object => object::lower(raw, &words, errors).map(Model::Object),
        Kind::Reply => reply::lower(raw, &words, errors).map(Model::Reply),
    };
    let secret = model.as_ref().and_then(expand::secret_unasked).filter(|_| source::derives_debug_above());
    if let Some(secret) = secret {
        let message = "would print this secret; move it below the attribute, which leaves secrets out";
        errors.add(secret, format_args!("`derive(Debug)` above {kind} {message}"));
    }
    model
}

/// The fields of a struct, or of all variants.
pub(crate) fn fields_of(body: &RawBody) -> Box<dyn Iterator<Item = &RawField> + '_> {
    match body {
        RawBody::Named(fields) => Box::new(fields.iter()),
        RawBody::Variants(variants) => Box::new(variants.iter().flat_map(|variant| fields_of(&variant.body))),
        RawBody::Newtype(value, _) => Box::new(std::iter::once(&**value)),
        RawBody::Unit | RawBody::Other(..) => Box::new(std::iter::empty()),
    }
}

/// The attribute that was meant: a request declared as a reply, or the other way round, would be a heap of mistakes if
/// each word was judged.
pub(crate) fn meant(kind: Kind, raw: &RawItem) -> Kind {
    let says_request = raw.args.iter().any(is_of_request);
    let is_reply = raw.args.is_empty() && raw.ident.to_string().ends_with("Reply");
    match kind {
        Kind::Endpoint if is_reply => Kind::Reply,
        Kind::Reply | Kind::Object if says_request => Kind::Endpoint,
        kind => kind,
    }
}

/// Whether a word declares a request.
fn is_of_request(entry: &Entry) -> bool {
    entry.key == keys::PATH || entry.key == keys::METHOD
}

fn wrong_attribute(kind: Kind, meant: Kind) -> String {
    let role = if kind == Kind::Reply { "on its reply" } else { "on objects inside it" };
    match meant {
        Kind::Endpoint => {
            format!("`path` and `method` declare a request; put `#[msdk_endpoint(...)]` on it, and {kind} {role}")
        }
        meant => format!("this looks like a reply, and {kind} declares a request; put {meant} on it"),
    }
}

/// `crate = ::games::msdk`, which has been read where the output starts from.
fn check_crate(words: &Words<'_>, errors: &mut Errors) {
    words.parsed::<syn::Path>(keys::CRATE, "a path such as `::games::msdk`", errors);
}

/// The named fields of an item, none for a unit struct.
fn check_body<'a>(kind: Kind, body: &'a RawBody, errors: &mut Errors) -> Option<&'a [RawField]> {
    match body {
        RawBody::Named(fields) => Some(fields),
        RawBody::Unit => Some(&[]),
        // What can be an enum reads its variants itself.
        RawBody::Variants(_) | RawBody::Newtype(..) => None,
        RawBody::Other(what, token) => {
            let codes = if kind == Kind::Reply && *what == AN_ENUM { ", or codes with `msdk::wire_enum!`" } else { "" };
            errors.add(token, format_args!("{kind} does not fit {what}; declare a struct with named fields{codes}"));
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
