//! Parameters of a query.

use std::borrow::Cow;

use msdk::http::{Request, Uri};
use percent_encoding::percent_decode_str;

/// Returns the first value of a name, decoded.
pub(super) fn get<B>(request: &Request<B>, name: &str) -> Option<String> {
    let query = request.uri().query()?;
    let (_, value) = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(found, _)| *found == name)?;
    percent_decode_str(value).decode_utf8().ok().map(Cow::into_owned)
}

/// Replaces the values of a name by one that needs no encoding.
pub(super) fn set<B>(request: &mut Request<B>, name: &str, value: &str) {
    let uri = request.uri();
    let pairs = uri.query().unwrap_or_default().split('&').map(|pair| match pair.split_once('=') {
        Some((found, _)) if found == name => format!("{name}={value}"),
        _ => pair.to_owned(),
    });
    let path_and_query = format!("{}?{}", uri.path(), pairs.collect::<Vec<_>>().join("&"));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = path_and_query.parse().ok();
    // Digits in the place of what was there before leave a URI one.
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
}
