//! The rules of `#[msdk_reply]`.

use syn::{Generics, LitStr};

use super::{Words, check_body, check_wire_name, field, serde, types};
use crate::{
    errors::Errors,
    input::{RawField, RawItem},
    keys::{self, Kind},
    model::{Item, Presence, ReplyField, ReplyModel},
};

pub(super) fn lower<'a>(raw: &'a RawItem, words: &Words<'a>, errors: &mut Errors) -> Option<ReplyModel<'a>> {
    let merge = words.flag(keys::MERGE, errors);
    check_generics(&raw.generics, errors);
    let fields = check_body(Kind::Reply, &raw.body, errors)?;
    let fields: Vec<_> = fields.iter().map(|raw| lower_field(raw, merge, errors)).collect();
    let keyed = fields.iter().filter(|field| field.presence != Presence::Flattened);
    let names = keyed.flat_map(|field| {
        std::iter::once(&field.wire_name).chain(&field.aliases).map(|name| (field.raw, name.as_str()))
    });
    field::check_unique(names, errors);
    Some(ReplyModel { item: Item::of(raw), merge, fields })
}

/// A reply outlives the bytes it was read from.
fn check_generics(generics: &Generics, errors: &mut Errors) {
    for lifetime in generics.lifetimes() {
        errors.add(lifetime, "a reply owns its values; replace the lifetime by owned types such as `String`");
    }
}

fn lower_field<'a>(raw: &'a RawField, merge: bool, errors: &mut Errors) -> ReplyField<'a> {
    let words = Words::new(&raw.words, Kind::Reply.field_words(), Kind::Reply.field_owner(), errors);
    let flatten = field::check_flatten(
        &words,
        &[keys::NAME, keys::ALIAS, keys::DEFAULT, keys::FILLED, keys::SECRET, keys::SERDE],
        errors,
    );
    if flatten && types::is_no_object(&raw.ty) {
        errors.add(&raw.ty, "a flattened field is a struct with `#[msdk_reply]`; write its name, or remove `flatten`");
    }
    let serde::OfField { name, aliases, default } =
        serde::check_field(Kind::Reply, &raw.ty, flatten, &raw.serde, errors);
    let wire_name = field::wire_name(raw, &words, name, errors);
    let aliases = check_aliases(&words, aliases, &wire_name, errors);
    for name in std::iter::once(&wire_name).chain(&aliases).filter(|_| !flatten) {
        if keys::ENVELOPE_NAMES.contains(&name.as_str()) {
            let message = format!("`{name}` belongs to the envelope, which the core reads; remove the field");
            errors.add(&raw.ident, message);
        }
    }
    let secret = words.flag(keys::SECRET, errors) || (!flatten && field::is_credential(raw, &wire_name));
    let keep = words.flag(keys::KEEP, errors);
    if let (true, false, Some(word)) = (keep, merge, words.key(keys::KEEP)) {
        errors.add(word, "`keep` is about merging; add `merge` to `#[msdk_reply]`, or remove it");
    }
    let filled = check_filled(raw, &words, errors);
    let presence = if flatten {
        Presence::Flattened
    } else if words.flag(keys::DEFAULT, errors) || default {
        Presence::OrDefault
    } else if filled {
        Presence::Filled
    } else {
        Presence::ByType
    };
    let by_serde = words.flag(keys::SERDE, errors) && !flatten;
    ReplyField { raw, wire_name, aliases, presence, secret, keep, by_serde }
}

/// `filled`, which is about a text that must be there.
fn check_filled(raw: &RawField, words: &Words<'_>, errors: &mut Errors) -> bool {
    let filled = words.flag(keys::FILLED, errors);
    let Some(word) = words.key(keys::FILLED) else { return false };
    words.exclude(&[keys::DEFAULT, keys::FILLED], "answers to what an absent value is", errors);
    words.exclude(&[keys::FILLED, keys::SERDE], "ways to read a value", errors);
    if types::option_argument(&raw.ty).is_some() {
        errors.add(word, "an `Option` is none for an empty text already; remove `filled`, or the `Option`");
    } else if types::holds(&raw.ty).is_some_and(|held| held != types::Holds::Text) {
        errors.add(word, "`filled` is about texts, and an empty one is no value of this type anyway; remove it");
    }
    filled
}

/// The names of a field besides its first, from `alias = "list"`, `alias("list", "items")` and serde's `alias`.
fn check_aliases(words: &Words<'_>, aliases: Vec<LitStr>, wire_name: &str, errors: &mut Errors) -> Vec<String> {
    let mut aliases: Vec<LitStr> = words.strings(keys::ALIAS, errors).into_iter().chain(aliases).collect();
    for alias in &aliases {
        check_wire_name(alias, errors);
        if alias.value() == wire_name {
            errors.add(alias, format_args!("`{wire_name}` is the field's name already; remove the alias"));
        }
    }
    aliases.dedup_by_key(|alias| alias.value());
    aliases.iter().map(LitStr::value).collect()
}
