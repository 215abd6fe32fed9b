//! The rules of `#[msdk_object]`.

use super::{Words, check_body, constant, field, serde};
use crate::{
    errors::Errors,
    input::{RawBody, RawItem, RawVariant},
    keys::{self, Kind},
    model::{self, FieldModel, Fixed, Item, ObjectBody, ObjectModel, Part, VariantModel},
};

pub(super) fn lower<'a>(raw: &'a RawItem, words: &Words<'a>, errors: &mut Errors) -> Option<ObjectModel<'a>> {
    let check = words.parsed(keys::CHECK, "a path to a function", errors);
    let fixed = constant::check_fixed(words, errors);
    constant::check_unique(&fixed, errors);
    let body = if let RawBody::Variants(variants) = &raw.body {
        check_variants(raw, variants, errors);
        let variants: Vec<_> = variants.iter().filter_map(|variant| lower_variant(variant, &fixed, errors)).collect();
        check_constants(&variants, errors);
        ObjectBody::Enum(variants)
    } else {
        let fields = field::lower_all(Kind::Object, check_body(Kind::Object, &raw.body, errors)?, errors);
        check_keys(&fixed, &fields, errors);
        ObjectBody::Struct(fields)
    };
    Some(ObjectModel { item: Item::of(raw), fixed, body, check })
}

/// A value of an enum without variants is not made, so nothing of it is sent.
fn check_variants(raw: &RawItem, variants: &[RawVariant], errors: &mut Errors) {
    if variants.is_empty() {
        errors.add(&raw.ident, "an enum without variants is never sent; add a variant with the fields of an object");
        return;
    }
    let code = variants.iter().find_map(|variant| variant.discriminant.as_ref());
    let says_nothing = |variant: &RawVariant| matches!(variant.body, RawBody::Unit) && variant.words.is_empty();
    if let Some(code) = code {
        errors.add(code, "an object has fields, not a code; declare an enum of codes with `msdk::wire_enum!`");
    } else if variants.iter().all(says_nothing) {
        errors.add(
            &raw.ident,
            "no variant has a field, so an empty object would be sent; declare an enum of codes with `msdk::wire_enum!`",
        );
    }
}

/// A key has one type, whichever variant sends it.
fn check_constants(variants: &[VariantModel<'_>], errors: &mut Errors) {
    let fixed = || variants.iter().flat_map(|variant| &variant.fixed);
    for (index, Fixed { name, value }) in fixed().enumerate() {
        let Some(first) = fixed().take(index).find(|first| first.name == *name) else { continue };
        if std::mem::discriminant(&first.value) != std::mem::discriminant(value) {
            let message = "is an integer in one variant and a string in another; write it the same way";
            errors.add(name, format_args!("`{name}` {message}"));
        }
    }
}

/// A key that a constant and a field send.
fn check_keys(fixed: &[Fixed], fields: &[FieldModel<'_>], errors: &mut Errors) {
    for Fixed { name, .. } in fixed {
        let sends = |field: &&FieldModel<'_>| field.part == Part::Body && field.wire_name == model::wire_text(name);
        if let Some(field) = fields.iter().find(sends) {
            let message = format!("`{}` is already sent by a fixed value; remove one of them", field.wire_name);
            errors.add(&field.raw.ident, message);
        }
    }
}

/// A variant: its constants, which tell it from others, and its fields. `common` are the constants of all variants.
fn lower_variant<'a>(raw: &'a RawVariant, common: &[Fixed], errors: &mut Errors) -> Option<VariantModel<'a>> {
    serde::check_variant(&raw.serde, errors);
    let words = Words::new(&raw.words, &[keys::FIXED], "`#[msdk(...)]` on a variant", errors);
    let fixed = constant::check_fixed(&words, errors);
    constant::check_unique(&fixed, errors);
    for Fixed { name, .. } in fixed.iter().filter(|own| common.iter().any(|known| known.name == own.name)) {
        errors.add(name, format_args!("`{name}` is already sent by a fixed value; remove one of them"));
    }
    let fields = match &raw.body {
        RawBody::Newtype(_, token) => {
            let ways = "name its fields, or say `untagged` above the enum, where each variant is a value of its own";
            errors.add(token, format_args!("`#[msdk_object]` does not fit a variant without field names; {ways}"));
            return None;
        }
        RawBody::Other(what, token) => {
            errors.add(token, format_args!("`#[msdk_object]` does not fit {what}; name its fields"));
            return None;
        }
        body => field::lower_all(Kind::Object, check_body(Kind::Object, body, errors)?, errors),
    };
    check_keys(common, &fields, errors);
    check_keys(&fixed, &fields, errors);
    Some(VariantModel { ident: &raw.ident, fixed, fields })
}
