//! The interface that a path and a method name.

use http::Method;
use msdk::{Endpoint, Metadata, Platform};
use msdk_endpoints::guest::GuestCheckToken;
use serde_json::Value;

use super::document::Amendments;
use crate::{Call, Refusal, World, interfaces};

/// The one documented interface that guests may call.
const GUEST_INTERFACE: &str = GuestCheckToken::META.path;

/// An interface and what answers it.
pub(crate) struct Route {
    pub(crate) metadata: &'static Metadata,
    pub(crate) handler: Box<Handler>,
    pub(crate) amendments: Amendments,
    pub(crate) admits_guests: bool,
}

/// What answers an interface: the fields of the reply besides the envelope's, or a refusal.
type Handler = dyn Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync;

impl Route {
    /// Makes a route. An interface that is declared for a platform is for its players, and so are the documented ones;
    /// access code -901 is for guests there. Any other may be a guest's.
    pub(crate) fn new(
        metadata: &'static Metadata,
        handler: impl Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync + 'static,
    ) -> Self {
        let is_documented = || interfaces::declared().any(|documented| documented.path == metadata.path);
        Self {
            metadata,
            handler: Box::new(handler),
            amendments: Amendments::at(metadata.path),
            admits_guests: match metadata.platform {
                Some(platform) => platform == Platform::Guest,
                None => metadata.path == GUEST_INTERFACE || !is_documented(),
            },
        }
    }
}

/// Finds the interface that a request is for.
///
/// V3 shows paths without the slash at their end.
pub(crate) fn find<'a>(routes: &'a [Route], method: &Method, path: &str, takes_v3: bool) -> Result<&'a Route, Refusal> {
    let refuse = |text| Refusal::access(-505, text);
    let route = routes.iter().find(|route| is_at(route.metadata.path, path, takes_v3)).ok_or_else(|| {
        let hint = near_miss(routes, path).map(|near| format!("; did you mean {near}?"));
        refuse(format!("no interface at {path}{}", hint.unwrap_or_default()))
    })?;
    let expected = Method::from(route.metadata.method);
    if *method != expected {
        return Err(refuse(format!("{path} is called with {expected}, not with {method}")));
    }
    Ok(route)
}

fn is_at(declared: &str, path: &str, takes_v3: bool) -> bool {
    declared == path || (takes_v3 && declared.strip_suffix('/') == Some(path))
}

/// The path that differs in case or slashes only, else the one that ends in the same name.
fn near_miss(routes: &[Route], path: &str) -> Option<&'static str> {
    let plain = |path: &str| path.trim_matches('/').to_ascii_lowercase();
    let name = |path: &str| plain(path).rsplit('/').next().map(str::to_owned);
    let mut paths = routes.iter().map(|route| route.metadata.path);
    let mut others = paths.clone();
    paths.find(|known| plain(known) == plain(path)).or_else(|| others.find(|known| name(known) == name(path)))
}
