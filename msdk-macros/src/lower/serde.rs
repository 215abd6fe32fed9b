//! Serde's own attributes. Each word does here what serde says, or is a mistake that names our word for it; what serde
//! reads only when it does something else than we do with the item, changes nothing.

use syn::{LitStr, Type};

use super::{
    types,
    words::{nearest, no_value},
};
use crate::{
    attr::{Entry, Value},
    errors::Errors,
    keys::Kind,
};

/// What the words on a field come to.
#[derive(Default)]
pub(super) struct OfField {
    /// The name that `rename` gives.
    pub(super) name: Option<LitStr>,
    /// The names that `alias` adds, which count for replies.
    pub(super) aliases: Vec<LitStr>,
    /// Whether a reply may lack the field.
    pub(super) default: bool,
}

/// On an item: a word that would rename or reshape what serde writes is refused, since nothing here follows it.
///
/// `untagged` says the same as our own word, where that is there too.
pub(super) fn check_item(kind: Kind, is_untagged: bool, entries: &[Entry], errors: &mut Errors) {
    let is_reply = kind == Kind::Reply;
    for Entry { key, .. } in entries {
        match key.to_string().as_str() {
            "default" if is_reply => {
                errors.add(
                    key,
                    "serde's `default` on the struct is not read here; write `#[msdk(default)]` on each field",
                );
            }
            "deny_unknown_fields" if is_reply => {
                errors
                    .add(key, "fields that nobody declared are passed over in an answer; remove `deny_unknown_fields`");
            }
            "crate" | "bound" | "default" | "deny_unknown_fields" | "expecting" | "rename" => {}
            "rename_all" | "rename_all_fields" => errors.add(
                key,
                format_args!("serde's `{key}` is not read here; write `#[msdk(name = \"...\")]` on each field"),
            ),
            "untagged" if is_untagged => {}
            "untagged" if kind != Kind::Endpoint => errors.add(
                key,
                format_args!("serde's `untagged` is not read here; write `#[{}(untagged)]`", kind.attribute()),
            ),
            _ => errors.add(key, format_args!("serde's `{key}` is not read here; declare the fields as they are sent")),
        }
    }
}

/// On a variant: its fields stand in the object itself, so there is nothing to name.
pub(super) fn check_variant(entries: &[Entry], errors: &mut Errors) {
    for Entry { key, .. } in entries {
        errors.add(
            key,
            format_args!("serde's `{key}` is not read on a variant; tell variants apart by `#[msdk(fixed(kind = 1))]`"),
        );
    }
}

/// On a field, which is `flattened` if our own word says so.
pub(super) fn check_field(kind: Kind, ty: &Type, flattened: bool, entries: &[Entry], errors: &mut Errors) -> OfField {
    let mut found = OfField::default();
    for entry in entries {
        let word = entry.key.to_string();
        if flattened && matches!(word.as_str(), "rename" | "alias" | "default") {
            errors
                .add(&entry.key, format_args!("a flattened field has no key of its own; remove `{word}` or `flatten`"));
        } else if !(flattened && word == "flatten") {
            check_word(kind, ty, entry, &mut found, errors);
        }
    }
    found
}

fn check_word(kind: Kind, ty: &Type, Entry { key, value }: &Entry, found: &mut OfField, errors: &mut Errors) {
    let is_reply = kind == Kind::Reply;
    match (key.to_string().as_str(), value) {
        ("rename", Value::Assigned(_)) => {
            if let Some(name) = text(key, value, errors)
                && found.name.replace(name).is_some()
            {
                errors.add(key, "`rename` is said twice; keep one of them");
            }
        }
        ("rename", _) => {
            errors.add(key, "serde's `rename` with two names is not read here; write `#[msdk(name = \"...\")]`");
        }
        ("alias", _) if is_reply => found.aliases.extend(text(key, value, errors)),
        ("default", Value::None) if is_reply => found.default = true,
        ("default", _) if is_reply => errors.add(
            key,
            "serde's `default` with a function is not read here; write `#[msdk(default)]`, or use an `Option`",
        ),
        ("skip_serializing_if", _) if !is_reply && !skips_none(ty, value) => errors.add(
            key,
            "serde's `skip_serializing_if` is not read here; make it an `Option`, which is left out where it is `None`",
        ),
        (word, _) if changes_nothing(word, is_reply) => {}
        ("flatten", _) => errors.add(key, "serde's `flatten` is not read here; write `#[msdk(flatten)]`"),
        ("skip" | "skip_deserializing", _) if is_reply => errors.add(
            key,
            format_args!(
                "serde's `{key}` is not read here; remove the field, or make it an `Option` with another name"
            ),
        ),
        ("skip" | "skip_serializing", _) => {
            errors.add(key, format_args!("serde's `{key}` is not read here; make it an `Option` and leave it `None`"));
        }
        (word, _) if !OF_FIELDS.contains(&word) => errors.add(key, unknown(word)),
        _ => {
            let of = if is_reply { "Decode" } else { "Encode" };
            errors.add(key, format_args!("serde's `{key}` is not read here; use a type that implements `msdk::{of}`"));
        }
    }
}

/// Serde's words on a field.
const OF_FIELDS: &[&str] = &[
    "rename",
    "alias",
    "default",
    "flatten",
    "skip",
    "skip_serializing",
    "skip_deserializing",
    "skip_serializing_if",
    "serialize_with",
    "deserialize_with",
    "with",
    "borrow",
    "bound",
    "getter",
];

/// Words about writing a reply, or about reading a request, which nobody does here; and what is so anyway.
fn changes_nothing(word: &str, is_reply: bool) -> bool {
    match word {
        "skip_serializing_if" | "default" | "alias" | "bound" | "borrow" => true,
        "skip_serializing" | "serialize_with" => is_reply,
        "skip_deserializing" | "deserialize_with" => !is_reply,
        _ => false,
    }
}

/// What to say of a word that serde does not have either.
fn unknown(word: &str) -> String {
    match nearest(word, OF_FIELDS) {
        Some(near) => format!("serde has no word `{word}`; did you mean `{near}`?"),
        None => format!("serde has no word `{word}`; write ours, such as `#[msdk(name = \"...\")]`"),
    }
}

/// Whether a field is left out where it is `None`, as it is here too.
fn skips_none(ty: &Type, value: &Value) -> bool {
    let Value::Assigned(tokens) = value else { return false };
    let path = syn::parse2::<LitStr>(tokens.clone()).map(|path| path.value().replace(' ', ""));
    types::option_argument(ty).is_some() && path.is_ok_and(|path| path.ends_with("Option::is_none"))
}

fn text(key: &syn::Ident, value: &Value, errors: &mut Errors) -> Option<LitStr> {
    let Value::Assigned(tokens) = value else {
        errors.add(key, format_args!("`{key}` needs a value; write `{key} = \"...\"`"));
        return None;
    };
    let text = syn::parse2(tokens.clone()).ok();
    match (&text, syn::parse2::<syn::Ident>(tokens.clone())) {
        (Some(_), _) => {}
        (None, Ok(word)) => {
            errors.add(tokens, format_args!("`{key}` is in double quotes; write `{key} = \"{word}\"`"));
        }
        (None, Err(_)) => errors.add(tokens, no_value(&key.to_string(), tokens, "a string in double quotes")),
    }
    text
}
