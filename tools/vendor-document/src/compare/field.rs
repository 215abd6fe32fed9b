//! Fields: whether both sides have them, with one type, and when they may be left out.

use msdk::metadata::Shape;

use super::{Found, kind, limits};
use crate::{
    declared::{Declared, DeclaredField, name_of},
    page::{Field, Interface},
    words,
};

/// Which way fields go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Request,
    Reply,
}

/// Compares the fields of the request and those of the answer.
pub(super) fn compare_sides(interface: &Interface, declared: &Declared, found: &mut Found) {
    compare_fields(&interface.request, &declared.request, "request ", Side::Request, interface.line, found);
    let reply: Vec<Field> =
        interface.reply.iter().filter(|field| !words::ENVELOPE.contains(&field.name.as_str())).cloned().collect();
    compare_fields(&reply, &declared.reply, "reply ", Side::Reply, interface.line, found);
}

/// Compares the fields of one object; `prefix` says which.
fn compare_fields(
    documented: &[Field],
    declared: &[DeclaredField],
    prefix: &str,
    side: Side,
    line: usize,
    found: &mut Found,
) {
    for field in documented {
        let name = format!("{prefix}{}", field.name);
        if let Some(table_name) = &field.table_name {
            found.add(field.line, format!("{name}: name: the table says {table_name}, the sample says {}", field.name));
        }
        if let Some(declared) = declared.iter().find(|declared| declared.name == field.name) {
            compare_field(field, declared, &name, side, found);
        } else {
            let place = if field.in_table { "documented" } else { "in the sample only" };
            found.add(field.line, format!("{name}: {place}, not declared"));
        }
    }
    for declared in declared {
        if !documented.iter().any(|field| field.name == declared.name) {
            found.add(line, format!("{prefix}{}: declared, not documented", declared.name));
        }
    }
}

fn compare_field(field: &Field, declared: &DeclaredField, name: &str, side: Side, found: &mut Found) {
    if !field.in_table {
        found.add(field.line, format!("{name}: declared, in the sample only"));
    }
    let fits = match side {
        Side::Request => kind::fits_request(&field.kind, declared.shape),
        Side::Reply => kind::fits_reply(field, declared.shape),
    };
    if !fits {
        let declared = name_of(declared.shape);
        found.add(field.line, format!("{name}: type: the document says {}, declared {declared}", field.kind));
    }
    if let Some(sampled) = &field.sampled
        && side == Side::Request
        && fits
        && !kind::fits_request(sampled, declared.shape)
    {
        found.add(field.line, format!("{name}: type: the sample says {sampled}, declared {}", name_of(declared.shape)));
    }
    match (side, field.optional, declared.required) {
        (_, Some(true), true) if !declared.has_default => {
            found.add(
                field.line,
                format!("{name}: required: the document says it may be left out, declared as required"),
            );
        }
        // What a page does not say may be left out has to be sent; of an answer, less may be relied on.
        (Side::Request, None | Some(false), false) if field.in_table && field.prose.default.is_none() => {
            found.add(
                field.line,
                format!("{name}: required: the document does not say it may be left out, declared as optional"),
            );
        }
        _ => {}
    }
    if side == Side::Request {
        limits::compare(field, declared, name, found);
    }
    // What is in a string the registry does not know.
    let is_open = !matches!(declared.shape, Shape::JsonText | Shape::Text | Shape::Any);
    if is_open && (!field.fields.is_empty() || !declared.fields.is_empty()) {
        let is_list = matches!(field.kind, crate::page::Kind::List(_));
        let prefix = format!("{name}{}.", if is_list { "[]" } else { "" });
        compare_fields(&field.fields, &declared.fields, &prefix, side, field.line, found);
    }
}
