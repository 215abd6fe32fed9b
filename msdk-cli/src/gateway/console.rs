//! The console: pages for people.

use axum::Router;

use super::site::Shared;

/// What the paths of its pages begin with.
pub(super) const PAGES: &str = "/_msdk/console/";

/// What the paths of style sheets and scripts begin with.
pub(super) const ASSETS: &str = "/_msdk/console/assets/";

pub(super) fn routes() -> Router<Shared> {
    Router::new()
}
