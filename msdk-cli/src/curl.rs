//! Requests as curl lines, out and in.

use std::{borrow::Cow, fmt::Write as _};

use bytes::Bytes;
use http::{Request, Uri};

use crate::failure::Failure;

/// Writes a request as a curl line.
pub(crate) fn line(request: &Request<Bytes>, show_secrets: bool, token: Option<&str>) -> String {
    let (uri, body) = (request.uri().to_string(), String::from_utf8_lossy(request.body()).into_owned());
    let (uri, body) = if show_secrets { (uri, body) } else { (masked_query(&uri), masked(&body, token)) };
    let mut line = format!("curl -X {} {}", request.method(), quoted(&uri));
    for (name, value) in request.headers() {
        let _ = write!(line, " -H {}", quoted(&format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))));
    }
    if !body.is_empty() {
        let _ = write!(line, " --data-raw {}", quoted(&body));
    }
    line
}

const MASK: &str = "***";

fn masked_query(uri: &str) -> String {
    let Some((path, query)) = uri.split_once('?') else { return uri.to_owned() };
    let is_secret = |name: &str| matches!(name, "sig" | "msdkkey" | "accessToken" | "openkey" | "access_token");
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if is_secret(name) => Cow::Owned(format!("{name}={MASK}")),
        _ => Cow::Borrowed(pair),
    });
    format!("{path}?{}", pairs.collect::<Vec<_>>().join("&"))
}

/// A body without the token, which it may have under several names.
fn masked(body: &str, token: Option<&str>) -> String {
    match token.filter(|token| !token.is_empty()) {
        Some(token) => body.replace(token, MASK),
        None => body.to_owned(),
    }
}

fn quoted(text: &str) -> Cow<'_, str> {
    shlex::try_quote(text).unwrap_or_else(|_| Cow::Owned(format!("{text:?}")))
}

/// Reads a URL or a curl line as a request.
pub(crate) fn request(text: &str, body: Option<String>) -> Result<Request<Bytes>, Failure> {
    let words = if text.trim_start().starts_with("curl") {
        shlex::split(text).ok_or_else(|| Failure::usage("the curl line has a quote without an end"))?
    } else {
        vec!["curl".to_owned(), text.trim().to_owned()]
    };
    let (mut url, mut method, mut data, mut headers) = (None, None, body, Vec::new());
    let mut words = words.into_iter().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "-X" | "--request" => method = words.next(),
            "-H" | "--header" => headers.extend(words.next()),
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-ascii" => data = words.next(),
            word if word.starts_with("http://") || word.starts_with("https://") => url = Some(word.to_owned()),
            _ => {}
        }
    }
    let url = url.ok_or_else(|| Failure::usage("there is no URL that begins with http:// or https://"))?;
    let uri: Uri = url.parse().map_err(|_| {
        Failure::usage("the URL cannot be read: what is none of `A-Za-z0-9-._~` has to be percent-encoded")
    })?;
    let method = method.unwrap_or_else(|| if data.is_some() { "POST".to_owned() } else { "GET".to_owned() });
    let mut builder = Request::builder().method(method.as_str()).uri(uri);
    for header in headers {
        if let Some((name, value)) = header.split_once(':') {
            builder = builder.header(name.trim(), value.trim());
        }
    }
    builder
        .body(Bytes::from(data.unwrap_or_default()))
        .map_err(|error| Failure::usage(format!("the request cannot be read: {error}")))
}
