//! What a body is that is no JSON: the mistakes that are made with bodies, by name.

/// Names what is not UTF-8; `valid` is the number of bytes before the first wrong one.
pub(super) fn than_utf8(body: &[u8], valid: usize) -> String {
    match body {
        [0x1f, 0x8b, ..] => return "compressed (gzip); it must be sent as it is".to_owned(),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return "UTF-16; it must be UTF-8".to_owned(),
        _ => {}
    }
    let wrong = body.get(valid..).unwrap_or_default();
    let hint = if is_gbk(wrong) { "; it looks like GBK" } else { "" };
    let byte = wrong.first().copied().unwrap_or_default();
    format!("not UTF-8: the byte at {valid} is {byte:#04x}{hint}")
}

/// Whether all that is not ASCII comes in the pairs of GBK.
fn is_gbk(mut bytes: &[u8]) -> bool {
    loop {
        bytes = match bytes {
            [] => return true,
            [0..=0x7f, rest @ ..] | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Names what is text and no JSON, where it is a known mistake.
pub(super) fn than_json(text: &str) -> Option<&'static str> {
    let text = match text.strip_prefix('\u{feff}') {
        Some(_) => return Some("JSON behind a byte order mark (EF BB BF); it must start with `{`"),
        None => text.trim_start(),
    };
    match text.bytes().next()? {
        b'<' => Some("XML or HTML; it must be JSON"),
        b'%' | b'+' | b'a'..=b'z' | b'A'..=b'Z' | b'_' if is_form(text) => {
            Some("form data (`name=value`); it must be JSON, whatever the Content-Type says")
        }
        _ => None,
    }
}

/// Whether a text is made of names and values of a form, or is JSON in the encoding of one.
fn is_form(text: &str) -> bool {
    let is_encoded = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'{' | b'}');
    let has_name = text.split_once('=').is_some() || text.starts_with("%7B") || text.starts_with("%7b");
    has_name && text.trim_end().bytes().all(is_encoded)
}
