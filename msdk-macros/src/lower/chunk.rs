//! The rules of a call in chunks.

use super::{
    Words,
    types::{self, Holds},
};
use crate::{
    attr::Value,
    errors::Errors,
    input::RawField,
    keys,
    model::{FieldModel, Limit, Rule, Style},
};

/// `chunk`, which needs a list and the number of items that the platform takes at once. The first mistake is reported.
pub(super) fn check_chunk(
    raw: &RawField,
    words: &Words<'_>,
    rules: &[Rule],
    style: &Style,
    errors: &mut Errors,
) -> Option<syn::Ident> {
    if let Some(Value::Assigned(value)) = words.value(keys::CHUNK)
        && let Ok(limit) = syn::parse2::<syn::LitInt>(value.clone())
    {
        errors.add(value, format_args!("`chunk` takes no value; write `chunk, items = ..={limit}`"));
        return words.key(keys::CHUNK).cloned();
    }
    let says = words.flag(keys::CHUNK, errors);
    let word = words.key(keys::CHUNK).filter(|_| says)?;
    if !matches!(words.value(keys::CHUNK), Some(Value::None)) {
        return Some(word.clone());
    }
    let is_written_otherwise = !matches!(style, Style::Plain | Style::Quoted) || words.key(keys::REPEAT).is_some();
    if types::option_argument(&raw.ty).is_some() {
        errors.add(word, "`chunk` splits a `Vec` or a slice, and no `Option`; leave the list empty instead of absent");
    } else if types::holds(&raw.ty).is_some_and(|held| held != Holds::List) {
        errors.add(word, "`chunk` splits a `Vec` or a slice, and the field is neither; put it on the list");
    } else if is_written_otherwise {
        let message = "`chunk` splits a list that is sent as an array; remove it, or the word that writes it otherwise";
        errors.add(word, message);
    } else if !rules.iter().any(is_limit) && words.key(keys::ITEMS).is_none_or(|_| has_items(rules)) {
        errors.add(word, "`chunk` splits a list at its limit, and there is none; add one such as `items = ..=50`");
    }
    Some(word.clone())
}

/// Whether `items` could be read.
fn has_items(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| rule.word == keys::ITEMS)
}

/// A limit of at least one item and of not as many as there may be.
fn is_limit(rule: &Rule) -> bool {
    rule.word == keys::ITEMS
        && matches!(rule.limit, Limit::Range { high, .. } if (1..i64::from(u32::MAX)).contains(&high))
}

/// At most one list is split.
pub(super) fn check_chunks(fields: &[FieldModel<'_>], errors: &mut Errors) {
    let mut chunked = fields.iter().filter_map(|field| Some((field.chunk.as_ref()?, &field.raw.ident)));
    let Some((_, first)) = chunked.next() else { return };
    for (word, _) in chunked {
        errors
            .add(word, format_args!("`{first}` is split already, and a call is split by one list; remove one `chunk`"));
    }
}
