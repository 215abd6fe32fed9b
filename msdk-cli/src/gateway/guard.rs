//! Who may use what is served beside the endpoints.
//!
//! A page of anybody's that a developer opens can send requests to addresses of the developer's own machine. So the name in
//! `Host` must be one of this gateway's (a name that somebody else's server resolves to 127.0.0.1 is not), and requests that
//! other pages make are refused.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use msdk::Secret;
use subtle::ConstantTimeEq as _;

use super::{
    answer, control,
    site::{self, Shared},
};

/// The cookie that has the access token for the console.
pub(super) const COOKIE: &str = "msdk_gateway";

/// Lets a request pass, or refuses it.
pub(super) async fn guard(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let refuse = |status, text: &str| answer::error(status, text).into_response();
    let Some(host) = text(headers, header::HOST).filter(|host| shared.knows_host(host)) else {
        return refuse(StatusCode::FORBIDDEN, "the Host is none of this gateway's; --host adds a name");
    };
    if is_cross_origin(request.method(), headers, host) {
        return refuse(StatusCode::FORBIDDEN, "the request comes from a page of another origin");
    }
    let is_open = shared.access_token.is_none() || site::is_open(request.uri().path());
    if !is_open && !shared.access_token.as_ref().is_some_and(|token| has_token(headers, token)) {
        if request.method() == Method::GET && !control::is_control(request.uri().path()) {
            return axum::response::Redirect::to(site::LOGIN).into_response();
        }
        return refuse(StatusCode::UNAUTHORIZED, "the access token is missing or wrong: `Authorization: Bearer ...`");
    }
    next.run(request).await
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Whether a page of another origin made the request. Following a link to the console is no such thing.
fn is_cross_origin(method: &Method, headers: &HeaderMap, host: &str) -> bool {
    let origin = text(headers, header::ORIGIN);
    if let Some(origin) = origin {
        let of = |scheme: &str| origin.strip_prefix(scheme) == Some(host);
        return !(of("http://") || of("https://"));
    }
    let fetch = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_navigation = *method == Method::GET && fetch("sec-fetch-mode") == Some("navigate");
    !is_navigation && matches!(fetch("sec-fetch-site"), Some("cross-site" | "same-site"))
}

fn has_token(headers: &HeaderMap, token: &Secret) -> bool {
    let bearer = text(headers, header::AUTHORIZATION).and_then(|value| value.split_once(' '));
    let bearer = bearer.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
    let cookies = text(headers, header::COOKIE).unwrap_or_default().split("; ");
    let cookie = cookies.filter_map(|cookie| cookie.split_once('=')).find(|(name, _)| *name == COOKIE);
    let given = bearer.or(cookie.map(|(_, value)| value));
    given.is_some_and(|given| is_token(given, token))
}

/// Compares without telling by the time where the difference is.
pub(super) fn is_token(given: &str, token: &Secret) -> bool {
    given.as_bytes().ct_eq(token.expose().as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Pairs = &'static [(&'static str, &'static str)];

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn pages_of_other_origins_are_known_by_their_headers() {
        let host = "127.0.0.1:80";
        let cases: [(Method, Pairs, bool); 8] = [
            (Method::POST, &[], false),
            (Method::POST, &[("origin", "http://127.0.0.1:80")], false),
            (Method::POST, &[("origin", "http://evil.test")], true),
            (Method::POST, &[("origin", "null")], true),
            (Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")], false),
            (Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], true),
            (Method::POST, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")], true),
            (Method::GET, &[("sec-fetch-site", "same-origin")], false),
        ];
        for (method, pairs, expected) in cases {
            assert_eq!(is_cross_origin(&method, &headers(pairs), host), expected, "{method} {pairs:?}");
        }
    }

    #[test]
    fn the_token_is_in_a_header_or_a_cookie() {
        let token = Secret::new("secret");
        for (name, value, expected) in [
            ("authorization", "Bearer secret", true),
            ("authorization", "Bearer secre", false),
            ("authorization", "bearer  secret", true),
            ("authorization", "secret", false),
            ("cookie", "a=b; msdk_gateway=secret", true),
            ("cookie", "msdk_gateway=", false),
            ("cookie", "other=secret", false),
        ] {
            assert_eq!(has_token(&headers(&[(name, value)]), &token), expected, "{name}: {value}");
        }
    }
}
