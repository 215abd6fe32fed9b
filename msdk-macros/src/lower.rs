//! From what was written to what it means. Every rule of the declaration language lives here.

mod endpoint;
mod field;
mod path;
mod words;

use syn::{Generics, LitStr};

use crate::{
    errors::Errors,
    input::{RawBody, RawItem},
    keys::{self, Kind},
    model::{Item, Model, ObjectModel, ReplyModel},
};
use words::Words;

/// Judges an item. `None` means that a mistake left nothing to model; it is in `errors`, with all the others.
pub(crate) fn lower<'a>(kind: Kind, raw: &'a RawItem, errors: &mut Errors) -> Option<Model<'a>> {
    let mut words = Words::new(&raw.args, kind.item_words(), &format!("{kind}"), errors);
    match kind {
        Kind::Endpoint => endpoint::lower(raw, &mut words, errors).map(Model::Endpoint),
        Kind::Object => Some(Model::Object(ObjectModel {
            item: Item::of(raw),
            check: words.parsed(keys::CHECK, "a path to a function", errors),
            fields: field::lower_request(Kind::Object, check_body(kind, &raw.body, errors)?, errors),
        })),
        Kind::Reply => {
            check_reply_generics(&raw.generics, errors);
            Some(Model::Reply(ReplyModel {
                item: Item::of(raw),
                fields: field::lower_reply(check_body(kind, &raw.body, errors)?, errors),
            }))
        }
    }
}

/// The named fields of an item, none for a unit struct.
fn check_body<'a>(kind: Kind, body: &'a RawBody, errors: &mut Errors) -> Option<&'a [crate::input::RawField]> {
    match body {
        RawBody::Named(fields) => Some(fields),
        RawBody::Unit => Some(&[]),
        RawBody::Other(what, token) => {
            errors.add(token, format_args!("{kind} does not fit {what}; declare a struct with named fields"));
            None
        }
    }
}

/// A reply outlives the bytes it was read from.
fn check_reply_generics(generics: &Generics, errors: &mut Errors) {
    for lifetime in generics.lifetimes() {
        errors.add(lifetime, "a reply owns its values; replace the lifetime by owned types such as `String`");
    }
}

/// A wire name that can stand in a JSON key and in a log line as it is.
fn check_wire_name(name: &LitStr, errors: &mut Errors) {
    let value = name.value();
    if value.is_empty() {
        errors.add(name, "an empty wire name; write the key as the vendor's document has it");
    } else if !value.chars().all(|c| c.is_ascii_graphic() && c != '"' && c != '\\') {
        errors.add(
            name,
            format_args!(
                "wire name `{}` has characters no documented key has; use visible ASCII",
                value.escape_debug()
            ),
        );
    }
}
