//! Doc comments as text.

use syn::{Attribute, Expr, Lit, Meta};

/// The lines of a doc comment, without the space that follows `///`.
pub(crate) fn text(docs: &[Attribute]) -> String {
    let lines: Vec<String> = docs.iter().filter_map(line).collect();
    lines.join("\n").trim().to_owned()
}

fn line(doc: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &doc.meta else { return None };
    let Expr::Lit(literal) = &pair.value else { return None };
    let Lit::Str(text) = &literal.lit else { return None };
    let text = text.value();
    Some(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned())
}
