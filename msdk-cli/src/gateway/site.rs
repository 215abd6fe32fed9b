//! What is served at the gateway's address besides the endpoints: the control interface and the console.

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};

use axum::{Router, body::Body, middleware};
use msdk::Secret;
use msdk_mock::{Gateway, GatewayBuilder, InProcess, World};
use tokio::sync::watch;
use tower_service::Service as _;

use super::{App, console, control, guard};

/// Where the access token is asked for.
pub(super) const LOGIN: &str = "/_msdk/login";

/// What the requests share.
pub(super) type Shared = Arc<State>;

pub(super) struct State {
    /// The gateway, from its start to its end.
    gateway: Mutex<Option<InProcess>>,
    pub(super) access_token: Option<Secret>,
    /// The names by which the gateway may be called, besides `localhost` and its addresses.
    hosts: Vec<String>,
    /// The world that a reset brings back.
    pub(super) start: World,
    pub(super) apps: Vec<App>,
    /// Whether the world could not be kept on disk.
    pub(super) is_store_broken: Arc<AtomicBool>,
    /// Whether streams are to end.
    closing: watch::Sender<bool>,
}

pub(super) struct Site(Shared);

impl Site {
    pub(super) fn new(
        access_token: Option<Secret>,
        hosts: Vec<String>,
        start: World,
        apps: Vec<App>,
        is_store_broken: Arc<AtomicBool>,
    ) -> Self {
        let (gateway, closing) = (Mutex::default(), watch::Sender::new(false));
        Self(Arc::new(State { gateway, access_token, hosts, start, apps, is_store_broken, closing }))
    }

    /// Adds the site to a gateway that is going to start.
    pub(super) fn beside(&self, builder: GatewayBuilder) -> GatewayBuilder {
        let routes = Router::new().merge(control::routes()).merge(console::routes());
        let guarded = routes.layer(middleware::from_fn_with_state(Arc::clone(&self.0), guard::guard));
        let site: Router = guarded.with_state(Arc::clone(&self.0));
        builder.beside(
            |path| path == "/" || path.starts_with(control::PREFIX),
            move |request| {
                let mut site = site.clone();
                async move {
                    match site.call(request.map(Body::from)).await {
                        Ok(response) => response,
                        Err(never) => match never {},
                    }
                }
            },
        )
    }

    /// Tells the site its gateway, which has started.
    pub(super) fn open(&self, gateway: &Gateway) {
        *self.0.lock() = Some(gateway.in_process());
    }

    #[cfg(test)]
    pub(super) fn shared(&self) -> Shared {
        Arc::clone(&self.0)
    }

    /// Ends the streams, and lets the gateway go.
    pub(super) fn close(&self) {
        self.0.closing.send_replace(true);
        drop(self.0.lock().take());
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Option<InProcess>> {
        self.gateway.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The gateway; none while it starts or ends.
    pub(super) fn gateway(&self) -> Option<InProcess> {
        self.lock().clone()
    }

    pub(super) fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// Whether a value of `Host` names this gateway. An address cannot be made to point here by somebody else's name server.
    pub(super) fn knows_host(&self, host: &str) -> bool {
        let without_port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
        let name = without_port.map_or(host, |(name, _)| name);
        let address = name.trim_start_matches('[').trim_end_matches(']');
        name.eq_ignore_ascii_case("localhost")
            || address.parse::<IpAddr>().is_ok()
            || self.hosts.iter().any(|known| known.eq_ignore_ascii_case(name) || known.eq_ignore_ascii_case(host))
    }
}

/// Whether a path is for those too who do not have the access token.
pub(super) fn is_open(path: &str) -> bool {
    path == control::HEALTH || path == LOGIN || path.starts_with(console::ASSETS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_known_names_are_hosts() {
        let Site(state) = Site::new(
            None,
            vec!["gateway".into(), "games.test:8080".into()],
            World::empty(),
            Vec::new(),
            Arc::default(),
        );
        for (host, expected) in [
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("LocalHost", true),
            ("gateway:8080", true),
            ("games.test:8080", true),
            ("games.test:81", false),
            ("evil.test:8080", false),
            ("localhost.evil.test", false),
            ("", false),
        ] {
            assert_eq!(state.knows_host(host), expected, "{host}");
        }
    }
}
