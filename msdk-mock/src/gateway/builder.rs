//! The settings of a gateway.

use std::{
    fmt, io,
    sync::{Arc, Mutex},
};

use axum::Router;
use msdk::{Clock, Metadata, Secret, SystemClock};
use serde_json::Value;

use super::{Gateway, InProcess, Shared, handle};
use crate::{
    APP_ID, APP_KEY, Call, Refusal, World,
    access::{App, route::Route},
    interfaces,
    server::Server,
};

/// The settings of a [`Gateway`].
#[must_use]
pub struct GatewayBuilder {
    app: App,
    clock: Box<dyn Clock>,
    world: World,
    routes: Vec<Route>,
}

impl GatewayBuilder {
    pub(super) fn new() -> Self {
        let documented = interfaces::documented();
        let routes = documented.map(|(metadata, handler)| Route { metadata, handler: Box::new(handler) }).collect();
        Self {
            app: App { id: APP_ID.into(), key: APP_KEY.into() },
            clock: Box::new(SystemClock),
            world: World::demo(),
            routes,
        }
    }

    /// Replaces the app that the gateway knows.
    pub fn app(self, app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        Self { app: App { id: app_id.to_string(), key: app_key.into() }, ..self }
    }

    /// Replaces the operating system's clock, which timestamps are held against and days are counted by.
    pub fn clock(self, clock: impl Clock) -> Self {
        Self { clock: Box::new(clock), ..self }
    }

    /// Replaces the world.
    pub fn world(self, world: World) -> Self {
        Self { world, ..self }
    }

    /// Adds an interface, or replaces the one with the same path.
    ///
    /// The gateway checks requests against `metadata`, which is `<YourEndpoint as msdk::Endpoint>::META`. For those it
    /// admits, `handler` returns a JSON object with the fields of the reply. `ret` and `msg` are added, a `msg` of the
    /// handler's own is kept.
    pub fn endpoint(
        mut self,
        metadata: &'static Metadata,
        handler: impl Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync + 'static,
    ) -> Self {
        self.routes.retain(|route| route.metadata.path != metadata.path);
        self.routes.push(Route { metadata, handler: Box::new(handler) });
        self
    }

    /// Starts the gateway on a free port.
    ///
    /// # Errors
    ///
    /// If the system gives no port or no thread.
    pub async fn start(self) -> io::Result<Gateway> {
        let shared = Arc::new(self.shared());
        let server = Server::start(Router::new().fallback(handle).with_state(Arc::clone(&shared))).await?;
        Ok(Gateway { shared, base_url: format!("http://{}", server.address), server })
    }

    /// Makes a gateway that is handed its requests.
    #[doc(hidden)]
    pub fn in_process(self) -> InProcess {
        InProcess::new(self.shared())
    }

    fn shared(self) -> Shared {
        Shared {
            app: self.app,
            clock: self.clock,
            routes: self.routes,
            world: Mutex::new(self.world),
            received: Mutex::default(),
        }
    }
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder").field("app_id", &self.app.id).finish_non_exhaustive()
    }
}
