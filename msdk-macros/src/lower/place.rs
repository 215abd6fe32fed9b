//! The rules of what does not stand in the body: parameters of the query, headers, and values in the path.

use syn::{LitStr, Token, parse::Parse, punctuated::Punctuated};

use super::{
    Words, constant, path, query,
    types::{self, Holds},
};
use crate::{
    errors::Errors,
    input::RawField,
    keys,
    model::{self, FieldModel, Fixed, Part, Place, Style},
};

/// The headers that the client writes, or that frame the body.
const RESERVED: &[&str] = &[
    "host",
    "connection",
    "content-length",
    "content-type",
    "transfer-encoding",
    "user-agent",
    "te",
    "upgrade",
    "trailer",
];

/// `query` or `header = "X-Name"` on a field, and the name that the second gives it.
pub(super) fn check_place(raw: &RawField, words: &Words<'_>, errors: &mut Errors) -> (Place, Option<String>) {
    let in_query = words.flag(keys::QUERY, errors);
    let header = words.string(keys::HEADER, errors);
    words.exclude(&[keys::QUERY, keys::HEADER], "places for one value", errors);
    words.exclude(&[keys::NAME, keys::HEADER], "names of one field", errors);
    if let Some(header) = &header {
        check_header_name(header, errors);
        check_single(raw, words, "a header has one value", errors);
    }
    if in_query || header.is_some() {
        for word in [keys::CHUNK].into_iter().filter_map(|key| words.key(key)) {
            errors.add(word, "`chunk` splits a list of the body; remove it, or leave the list in the body");
        }
    }
    match header {
        Some(header) => (Place::Header, Some(header.value())),
        None if in_query => (Place::Query, None),
        None => (Place::Usual, None),
    }
}

/// A list must say how it becomes one text.
fn check_single(raw: &RawField, words: &Words<'_>, why: &str, errors: &mut Errors) {
    if let Some(word) = words.key(keys::REPEAT) {
        errors.add(word, format_args!("{why}; remove it, or use `join = \",\"`"));
    } else if types::holds(&raw.ty) == Some(Holds::List)
        && [keys::JOIN, keys::JSON].iter().all(|key| words.key(key).is_none())
    {
        errors.add(&raw.ty, format_args!("{why}; say how the list is written: `join = \",\"` or `json`"));
    }
}

fn check_header_name(name: &LitStr, errors: &mut Errors) {
    let text = name.value();
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if text.is_empty() || !text.chars().all(is_token) {
        errors.add(
            name,
            "not the name of a header, which has letters, digits and dashes; write one such as `\"X-Trace-Id\"`",
        );
    } else if RESERVED.iter().any(|reserved| text.eq_ignore_ascii_case(reserved)) {
        errors.add(name, format_args!("`{text}` is written by the client, which frames the body; remove it"));
    }
}

/// Binds the names in braces of a path to fields, which leave the body.
pub(super) fn bind_path(path: Option<&LitStr>, fields: &mut [FieldModel<'_>], errors: &mut Errors) {
    let Some(path) = path else { return };
    let text = path.value();
    let names: Vec<&str> = path::names(&text).collect();
    for (index, name) in names.iter().enumerate() {
        if names.iter().take(index).any(|first| first == name) {
            errors.add(path, format_args!("the path has `{{{name}}}` twice; a field has one place, so rename one"));
            continue;
        }
        let field = fields.iter_mut().find(|field| field.wire_name == *name && field.part != Part::Flattened);
        let Some(field) = field else {
            errors.add(
                path,
                format_args!("the path has `{{{name}}}`, and no field has that name; add one, or remove it"),
            );
            continue;
        };
        if field.place != Place::Usual {
            let message = format!("`{name}` stands in the path already; remove the word that puts it elsewhere");
            errors.add(&field.raw.ident, message);
        } else if types::option_argument(&field.raw.ty).is_some() {
            errors.add(
                &field.raw.ty,
                format_args!("`{name}` stands in the path, which has no holes; remove the `Option`"),
            );
        } else if types::holds(&field.raw.ty) == Some(Holds::List) && matches!(field.style, Style::Plain) {
            errors.add(
                &field.raw.ty,
                format_args!("`{name}` stands in the path, which has no lists; write `join = \",\"`"),
            );
        } else if field.repeat || field.chunk.is_some() {
            errors.add(&field.raw.ident, format_args!("`{name}` stands in the path; remove `repeat` or `chunk`"));
        }
        field.place = Place::Path;
    }
}

/// `query(version = 1)`
pub(super) fn check_query_constants(words: &Words<'_>, errors: &mut Errors) -> Vec<Fixed> {
    let constants = constant::check_list(words, keys::QUERY, "query(version = 1)", errors);
    constant::check_unique(&constants, errors);
    for Fixed { name, .. } in constants.iter().filter(|constant| query::is_taken(&model::wire_text(&constant.name))) {
        errors.add(name, format_args!("`{name}` is written into every query by the client; remove it"));
    }
    constants
}

/// `header("X-Name" = "value")`
pub(super) fn check_header_constants(words: &Words<'_>, errors: &mut Errors) -> Vec<(LitStr, LitStr)> {
    const EXAMPLE: &str = "header(\"X-Name\" = \"value\")";
    let Some(list) = words.group(keys::HEADER, EXAMPLE, errors) else { return Vec::new() };
    let parsed = syn::parse::Parser::parse2(Punctuated::<Header, Token![,]>::parse_terminated, list.stream());
    let headers: Vec<_> = match parsed {
        Ok(headers) if !headers.is_empty() => headers.into_iter().map(|Header(name, value)| (name, value)).collect(),
        _ => {
            errors.add_at(
                list.span(),
                format_args!("a header has a name and a value in double quotes; write `{EXAMPLE}`"),
            );
            return Vec::new();
        }
    };
    for (index, (name, value)) in headers.iter().enumerate() {
        check_header_name(name, errors);
        if headers.iter().take(index).any(|(first, _)| first.value().eq_ignore_ascii_case(&name.value())) {
            errors.add(name, format_args!("`{}` is sent already; remove one of them", name.value()));
        }
        if !value.value().chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            errors.add(value, "a header has visible ASCII characters and spaces");
        }
    }
    headers
}

/// A name that goes to one place twice.
pub(super) fn check_doubled(
    fields: &[FieldModel<'_>],
    query: &[Fixed],
    headers: &[(LitStr, LitStr)],
    errors: &mut Errors,
) {
    for field in fields {
        let name = &field.wire_name;
        let is_sent = match field.place {
            Place::Query if query::is_taken(name) => {
                let message = format!("`{name}` is written into every query by the client; remove the field");
                errors.add(&field.raw.ident, message);
                false
            }
            Place::Query => query.iter().any(|constant| model::wire_text(&constant.name) == *name),
            Place::Header => headers.iter().any(|(header, _)| header.value().eq_ignore_ascii_case(name)),
            Place::Usual | Place::Path => false,
        };
        if is_sent {
            errors.add(&field.raw.ident, format_args!("`{name}` is already sent by a constant; remove one of them"));
        }
    }
}

/// `"X-Name" = "value"`
struct Header(LitStr, LitStr);

impl Parse for Header {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self(name, input.parse()?))
    }
}
