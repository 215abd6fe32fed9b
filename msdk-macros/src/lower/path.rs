//! The rules of a path.

use syn::LitStr;

use crate::errors::Errors;

/// Checks that a path can be sent as it is written. The first rule it breaks is reported.
pub(crate) fn check_path(path: &LitStr, errors: &mut Errors) {
    if let Some(problem) = problem(&path.value()) {
        errors.add(path, problem);
    }
}

/// The names in braces, each a segment of its own.
pub(super) fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(name)
}

/// The name in `{id}`.
fn name(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// The name in `:id`, `<id>`, `$id`, `*rest`, `{id:[0-9]+}` and the like.
fn placeholder(segment: &str) -> Option<&str> {
    let between = |open, close| segment.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    let braced = between('{', '}').or_else(|| between('<', '>'));
    let marked = segment.strip_prefix([':', '$', '*']);
    marked.or(braced).map(|name| name.split(':').next().unwrap_or(name).trim_matches(['{', '}', '.', '*']))
}

fn problem(path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(
            "an empty path; write the path of the vendor's document, such as `\"/auth/verify_login/\"`".into(),
        );
    }
    if let Some(scheme) = path.find("://") {
        let rest = &path[scheme + 3..];
        let path = rest.find('/').map_or("/", |slash| &rest[slash..]);
        return Some(format!("a path, not a URL; the host is the client's, so write `\"{path}\"`"));
    }
    if !path.starts_with('/') {
        return Some(format!("the path does not start with `/`; write `\"/{path}\"`"));
    }
    if let Some(mark) = path.chars().find(|c| matches!(c, '?' | '#')) {
        return Some(format!("the path has a `{mark}`; the query is written by the client, so end the path before it"));
    }
    match path.split('/').filter(|segment| name(segment).is_none()).find_map(placeholder) {
        Some("") => return Some("a path has no wildcards; write the path of one endpoint".into()),
        Some(name) => {
            return Some(format!("the value of a field stands in a path as its name in braces; write `{{{name}}}`"));
        }
        None => {}
    }
    if path.split('/').any(|segment| name(segment).is_none() && segment.contains(['{', '}'])) {
        return Some(
            "braces hold the name of a field and are a segment of their own; write one such as `/{id}/`".into(),
        );
    }
    if path == "/" {
        return Some(
            "the path names no endpoint; write that of the vendor's document, such as `\"/auth/verify_login/\"`".into(),
        );
    }
    if let Some(bad) = path.chars().find(|c| !(c.is_ascii_alphanumeric() || "/-._~!$&'()*+,;=:@{}".contains(*c))) {
        let bad = match bad {
            ' ' => "space".to_owned(),
            '"' | '\\' => format!("`{bad}`"),
            _ => format!("`{}`", bad.escape_debug()),
        };
        return Some(format!("the path has a {bad}; use the characters of a URL path, as the document does"));
    }
    if path.contains("//") {
        return Some("the path has an empty segment `//`; write one `/`".into());
    }
    path.split('/').find(|segment| matches!(*segment, "." | "..")).map(|segment| {
        format!("the path has a `{segment}` segment, which clients resolve away; write the path it leads to")
    })
}
