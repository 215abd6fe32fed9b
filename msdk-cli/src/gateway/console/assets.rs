//! Style sheets and scripts, all of which are in the binary.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

pub(super) const STYLE: &str = "console.css";
pub(super) const SCRIPT: &str = "console.js";
pub(super) const HTMX: &str = "htmx-4.0.1.min.js";
pub(super) const EVENTS: &str = "hx-sse-4.0.1.min.js";
pub(super) const VIEWER: &str = "rapidoc-9.3.8.min.js";

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// Name, kind and text of each.
const ASSETS: [(&str, &str, &str); 5] = [
    (STYLE, CSS, include_str!("assets/console.css")),
    (SCRIPT, JS, include_str!("assets/console.js")),
    (HTMX, JS, include_str!("assets/htmx-4.0.1.min.js")),
    (EVENTS, JS, include_str!("assets/hx-sse-4.0.1.min.js")),
    (VIEWER, JS, include_str!("assets/rapidoc-9.3.8.min.js")),
];

pub(super) async fn asset(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|(known, _, _)| *known == name) {
        Some((_, kind, text)) => {
            ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "max-age=3600")], *text).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
