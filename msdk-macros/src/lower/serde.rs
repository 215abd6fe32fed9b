//! Serde's own attributes: what counts here too, what changes nothing, and what would be misread.

use syn::LitStr;

use super::words::not_a_value;
use crate::{
    attr::{Entry, Value},
    errors::Errors,
};

/// On an item: a word that would rename or reshape what serde writes is refused, since nothing here follows it.
pub(super) fn check_item(entries: &[Entry], errors: &mut Errors) {
    for Entry { key, .. } in entries {
        match key.to_string().as_str() {
            "crate" | "bound" | "default" | "deny_unknown_fields" | "expecting" | "rename" => {}
            "rename_all" | "rename_all_fields" => errors.add(
                key,
                format_args!("serde's `{key}` is not read here; write `#[msdk(name = \"...\")]` on each field"),
            ),
            _ => errors.add(key, format_args!("serde's `{key}` is not read here; declare the fields as they are sent")),
        }
    }
}

/// On a field: the name that `rename` gives.
pub(super) fn check_field(entries: &[Entry], errors: &mut Errors) -> Option<LitStr> {
    let mut name = None;
    for Entry { key, value } in entries {
        match (key.to_string().as_str(), value) {
            ("rename", Value::Assigned(value)) => match syn::parse2(value.clone()) {
                Ok(text) => {
                    if name.replace(text).is_some() {
                        errors.add(key, "`rename` is said twice; keep one of them");
                    }
                }
                Err(_) => errors.add(value, not_a_value("rename", "a string in double quotes")),
            },
            // An absent `Option` is never sent, and the rest is about what serde itself reads.
            ("skip_serializing_if" | "default" | "alias" | "bound" | "borrow", _) => {}
            ("rename", _) => {
                errors.add(key, "serde's `rename` with two names is not read here; write `#[msdk(name = \"...\")]`");
            }
            ("flatten", _) => {
                errors.add(key, "serde's `flatten` is not read here; write `#[msdk(flatten)]`");
            }
            ("skip" | "skip_serializing" | "skip_deserializing", _) => {
                errors.add(
                    key,
                    format_args!("serde's `{key}` is not read here; make it an `Option` and leave it `None`"),
                );
            }
            _ => errors.add(
                key,
                format_args!(
                    "serde's `{key}` is not read here; use a type that implements `msdk::Encode` or `msdk::Decode`"
                ),
            ),
        }
    }
    name
}
