//! What the head of an answer says about its body.

use http::{
    HeaderMap,
    header::{CONTENT_ENCODING, TRANSFER_ENCODING},
};

/// The coding that a body is in although none was asked for. It is not undone: a small answer can hide a huge one.
///
/// Of a name too long for a coding nothing is told: it may be a secret, which is known as one only while it is whole.
pub(super) fn foreign_encoding(headers: &HeaderMap) -> Option<String> {
    const LONGEST: usize = 32;
    // Looked for once, as it is absent as a rule.
    headers.get(CONTENT_ENCODING)?;
    let values = headers.get_all(CONTENT_ENCODING).into_iter();
    let names = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    let mut foreign = names.filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case(b"identity"));
    foreign.next().map(|name| match name.len() {
        ..=LONGEST => String::from_utf8_lossy(name).into_owned(),
        length => format!("of {length} bytes"),
    })
}

/// Whether a body comes in chunks, the last of which says so.
pub(super) fn is_chunked(headers: &HeaderMap) -> bool {
    let last = headers.get_all(TRANSFER_ENCODING).into_iter().next_back();
    let last = last.and_then(|value| value.as_bytes().rsplit(|byte| *byte == b',').next());
    last.is_some_and(|name| name.trim_ascii().eq_ignore_ascii_case(b"chunked"))
}
