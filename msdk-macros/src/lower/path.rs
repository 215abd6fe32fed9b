//! The rules of a path.

use syn::LitStr;

use crate::errors::Errors;

/// Checks that a path can be sent as it is written. The first rule it breaks is reported.
pub(crate) fn check_path(path: &LitStr, errors: &mut Errors) {
    if let Some(problem) = problem(&path.value()) {
        errors.add(path, problem);
    }
}

/// The name in `:id` and `{id}`.
fn placeholder(segment: &str) -> Option<&str> {
    let braced = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    segment.strip_prefix(':').or(braced).filter(|name| !name.is_empty())
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
    if let Some(name) = path.split('/').find_map(placeholder) {
        return Some(format!("a path has no placeholders; send `{name}` as a field, and end the path before it"));
    }
    if let Some(bad) = path.chars().find(|c| !(c.is_ascii_alphanumeric() || "/-._~!$&'()*+,;=:@".contains(*c))) {
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
