//! What servers answer.

/// The smallest success.
pub(crate) fn ok() -> Vec<u8> {
    ok_named("sound")
}

/// A success with a nickname.
pub(crate) fn ok_named(name: &str) -> Vec<u8> {
    json(format!(r#"{{"ret":0,"msg":"success","nickName":"{name}"}}"#))
}

/// An answer with status 200.
pub(crate) fn json(body: impl AsRef<[u8]>) -> Vec<u8> {
    answer("200 OK", "Content-Type: application/json\r\n", body)
}

/// An answer with a status, some headers and a body of that length.
pub(crate) fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = head(status, &format!("{headers}Content-Length: {}\r\n", body.len()));
    bytes.extend_from_slice(body);
    bytes
}

/// An answer up to its body; `headers` end with a line break each.
pub(crate) fn head(status: &str, headers: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\n{headers}\r\n").into_bytes()
}
