//! The endpoint that a path and a method name.

use std::sync::Arc;

use http::Method;
use msdk::{Platform, declare::Endpoint, metadata::Metadata};
use msdk_endpoints::guest::GuestCheckToken;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Strictness, document::Amendments};
use crate::{Call, Refusal, World, endpoints};

/// The one documented endpoint that guests may call.
const GUEST_ENDPOINT: &str = GuestCheckToken::META.path;

/// An endpoint and what answers it.
pub(crate) struct Route {
    pub(crate) metadata: &'static Metadata,
    pub(crate) handler: Box<Handler>,
    pub(crate) amendments: Amendments,
    pub(crate) admits_guests: bool,
}

/// What answers an endpoint: the fields of the reply besides the envelope's, or a refusal.
type Handler = dyn Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync;

impl Route {
    /// Makes a route. An endpoint that is declared for a platform is for its players, and so are the documented ones;
    /// access code -901 is for guests there. Any other may be a guest's.
    pub(crate) fn new(
        metadata: &'static Metadata,
        handler: impl Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync + 'static,
    ) -> Self {
        let is_documented = || endpoints::declared().any(|documented| documented.path == metadata.path);
        Self {
            metadata,
            handler: Box::new(handler),
            amendments: Amendments::at(metadata.path),
            admits_guests: match metadata.platform {
                Some(platform) => platform == Platform::Guest,
                None => metadata.path == GUEST_ENDPOINT || !is_documented(),
            },
        }
    }
}

/// An endpoint, and the values that stand in the path of a request for it.
pub(crate) type Found = (Arc<Route>, Vec<(&'static str, String)>);

/// Finds the endpoint that a request is for. One whose path has no names in it comes before one that has.
///
/// V3 shows paths without the slash at their end.
pub(crate) fn find(
    routes: &[Arc<Route>],
    method: &Method,
    path: &str,
    takes_v3: bool,
    strictness: &Strictness,
) -> Result<Found, Refusal> {
    let refuse = |text| Refusal::access(-505, text);
    let without_slash = |path: &'static str| path.strip_suffix('/').filter(|_| takes_v3);
    let is_at = |declared| declared == path || without_slash(declared) == Some(path);
    let exact = routes.iter().find(|route| is_at(route.metadata.path)).map(|route| (Arc::clone(route), Vec::new()));
    let with_values = |route: &Arc<Route>| {
        let declared = route.metadata.path;
        let values = values(declared, path).or_else(|| values(without_slash(declared)?, path))?;
        Some((Arc::clone(route), values))
    };
    let found = exact.or_else(|| routes.iter().find_map(with_values));
    let (route, values) = if let Some(found) = found {
        found
    } else {
        let hint = near_miss(routes, path).map(|near| format!("; did you mean {near}?"));
        let refusal = refuse(format!("no endpoint at {path}{}", hint.unwrap_or_default()));
        let but_for_slashes = |route: &&Arc<Route>| route.metadata.path.trim_matches('/') == path.trim_matches('/');
        let Some(route) = routes.iter().find(but_for_slashes) else { return Err(refusal) };
        strictness.refuse(refusal)?;
        (Arc::clone(route), Vec::new())
    };
    let expected = Method::from(route.metadata.method);
    if *method != expected {
        return Err(refuse(format!("{path} is called with {expected}, not with {method}")));
    }
    Ok((route, values))
}

/// The values that stand in a path where the declared one has names in braces, if it is the same but for them.
pub(super) fn values(declared: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut declared, mut path) = (declared.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (declared.next(), path.next()) {
            (None, None) => return Some(values),
            (Some(declared), Some(segment)) => {
                match declared.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(name) => {
                        values.push((name, percent_decode_str(segment).decode_utf8().ok()?.into_owned()));
                    }
                    None if declared == segment => {}
                    None => return None,
                }
            }
            _ => return None,
        }
    }
}

/// The path that differs in case or slashes only, else the one that ends in the same name.
fn near_miss(routes: &[Arc<Route>], path: &str) -> Option<&'static str> {
    let plain = |path: &str| path.trim_matches('/').to_ascii_lowercase();
    let name = |path: &str| plain(path).rsplit('/').next().map(str::to_owned);
    let mut paths = routes.iter().map(|route| route.metadata.path);
    let mut others = paths.clone();
    paths.find(|known| plain(known) == plain(path)).or_else(|| others.find(|known| name(known) == name(path)))
}
