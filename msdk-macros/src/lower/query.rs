//! The rules of an endpoint whose fields travel in the query, and of one whose fields do not.

use super::types::{self, Holds};
use crate::{
    errors::Errors,
    keys,
    model::{self, FieldModel, Fixed, Part, Place, Style},
};

/// Whether the client writes a key into every query.
pub(super) fn is_taken(name: &str) -> bool {
    keys::QUERY_NAMES.contains(&name)
}

/// What travels in the query meets what the client writes there.
pub(super) fn check_query(fields: &[FieldModel<'_>], fixed: &[Fixed], errors: &mut Errors) {
    for fixed in fixed.iter().filter(|fixed| is_taken(&model::wire_text(&fixed.name))) {
        let message = format!("`{}` is written into every query by the client; remove it", fixed.name);
        errors.add(&fixed.name, message);
    }
    for field in fields.iter().filter(|field| matches!(field.place, Place::Usual | Place::Query)) {
        let name = field.wire_name.as_str();
        if field.part != Part::Flattened && is_taken(name) {
            let message = format!("`{name}` is written into every query by the client; remove the field");
            errors.add(&field.raw.ident, message);
        }
        if let (Style::Quoted, Some(word)) = (&field.style, field.word(keys::QUOTED)) {
            errors.add(word, "a query has no quotes; remove `quoted`");
        }
        check_list(field, errors);
    }
}

/// A list must say how it is written.
pub(super) fn check_list(field: &FieldModel<'_>, errors: &mut Errors) {
    let is_written = field.repeat || !matches!(field.style, Style::Plain);
    // That of a call in chunks belongs into a body, which was said.
    if types::holds(&field.raw.ty) == Some(Holds::List) && !is_written && field.chunk.is_none() {
        let message = "a query has no arrays; say how the list is written: `join = \",\"`, `repeat` or `json`";
        errors.add(&field.raw.ty, message);
    }
}

/// A parameter can be repeated, a key of a body cannot.
pub(super) fn check_no_repeat(fields: &[FieldModel<'_>], errors: &mut Errors) {
    for field in fields.iter().filter(|field| field.repeat && field.place == Place::Usual) {
        errors.add(
            field.word(keys::REPEAT),
            "`repeat` is for a query, and `POST` sends a body; remove it, or use `join = \",\"`",
        );
    }
}
