//! The rules of `untagged`: an enum whose variants are values of different JSON types.

use super::{
    Words, field, serde,
    types::{self},
};
use crate::{
    errors::Errors,
    input::{RawBody, RawItem, RawVariant},
    keys::{self, Kind},
    model::{Alternative, Item, UntaggedModel},
};

pub(super) fn lower<'a>(
    kind: Kind,
    raw: &'a RawItem,
    words: &Words<'a>,
    errors: &mut Errors,
) -> Option<UntaggedModel<'a>> {
    words.flag(keys::UNTAGGED, errors);
    for word in [keys::FIXED, keys::CHECK, keys::MERGE].into_iter().filter_map(|word| words.key(word)) {
        errors.add(word, format_args!("an untagged enum has no keys of its own; remove `{word}` or `untagged`"));
    }
    let RawBody::Variants(variants) = &raw.body else {
        if let Some(word) = words.key(keys::UNTAGGED) {
            errors.add(word, "`untagged` is for an enum with one value in each variant; remove it");
        }
        return None;
    };
    if variants.is_empty() {
        errors.add(&raw.ident, "an enum without variants has no value; add one such as `One(T)`");
    }
    let alternatives = variants.iter().filter_map(|variant| alternative(kind, variant, errors)).collect();
    Some(UntaggedModel { item: Item::of(raw), kind, alternatives })
}

fn alternative<'a>(kind: Kind, raw: &'a RawVariant, errors: &mut Errors) -> Option<Alternative<'a>> {
    serde::check_variant(&raw.serde, errors);
    let owner = "`#[msdk(...)]` on an untagged variant";
    Words::new(&raw.words, &[], owner, errors);
    let ident = &raw.ident;
    if let Some(code) = &raw.discriminant {
        errors.add(code, "a variant with a value has no code; remove it");
    }
    let RawBody::Newtype(value, _) = &raw.body else {
        let at = raw.body.tokens(ident);
        let message = "is told from the others by its value; write one type in parentheses, such as";
        errors.add(at, format_args!("the untagged variant `{ident}` {message} `{ident}(Vec<T>)`"));
        return None;
    };
    if types::option_argument(&value.ty).is_some() {
        let message = "an untagged variant has a value; make the fields that hold the enum an `Option`";
        errors.add(&value.ty, message);
    }
    Some(Alternative { ident, field: field::lower_alternative(kind, value, errors) })
}
