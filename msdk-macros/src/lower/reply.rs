//! The rules of `#[msdk_reply]`.

use syn::Generics;

use super::{Words, check_body, field};
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
    field::check_unique(keyed.map(|field| (field.raw, &*field.wire_name)), errors);
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
    let wire_name = field::wire_name(raw, &words, errors);
    let flatten = field::check_flatten(&words, &[keys::NAME, keys::DEFAULT, keys::SECRET], errors);
    if !flatten && keys::ENVELOPE_NAMES.contains(&wire_name.as_str()) {
        let message = format_args!("`{wire_name}` belongs to the envelope, which the core reads; remove the field");
        errors.add(&raw.ident, message);
    }
    let secret = words.flag(keys::SECRET, errors) || (!flatten && field::is_credential(raw, &wire_name));
    let keep = words.flag(keys::KEEP, errors);
    if let (true, false, Some(word)) = (keep, merge, words.key(keys::KEEP)) {
        errors.add(word, "`keep` is about merging; add `merge` to `#[msdk_reply]`, or remove it");
    }
    let presence = if flatten {
        Presence::Flattened
    } else if words.flag(keys::DEFAULT, errors) || raw.serde.iter().any(|entry| entry.key == keys::DEFAULT) {
        Presence::OrDefault
    } else {
        Presence::ByType
    };
    ReplyField { raw, wire_name, presence, secret, keep }
}
