//! The settings of a gateway.

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use msdk::{
    Secret,
    clock::{Clock, SystemClock},
    metadata::Metadata,
};
use serde_json::Value;

use super::{Gateway, InProcess, Shared};
use crate::{
    APP_ID, APP_KEY, Call, Refusal, WX_APP_ID, WX_APP_KEY, World,
    access::{App, Apps, route::Route},
    endpoints,
    received::{Bounds, Journal},
    server::{Patience, Server},
};

/// The settings of a [`Gateway`].
#[must_use]
pub struct GatewayBuilder {
    apps: Apps,
    clock: Box<dyn Clock>,
    world: World,
    routes: Vec<Route>,
    echoes: bool,
    kept: Bounds,
    patience: Patience,
    address: SocketAddr,
}

impl GatewayBuilder {
    pub(super) fn new() -> Self {
        let documented = endpoints::documented();
        Self {
            apps: Apps {
                qq: App::new(APP_ID.into(), APP_KEY.into()),
                wechat: App::new(WX_APP_ID.into(), WX_APP_KEY.into()),
                msdk_key: None,
            },
            clock: Box::new(SystemClock),
            world: World::demo(),
            routes: documented.map(|(metadata, handler)| Route::new(metadata, handler)).collect(),
            echoes: true,
            kept: Bounds { requests: 10_000, bytes: 64 * 1024 * 1024 },
            // Longer than the client's connections rest, so that they are never closed under a request.
            patience: Patience { connections: 1024, read: Duration::from_secs(30) },
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        }
    }

    /// Replaces the account of mobile QQ and of guests.
    pub fn app(mut self, app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        self.apps.qq = App::new(app_id.to_string(), app_key.into());
        self
    }

    /// Replaces the account of WeChat.
    pub fn wechat(mut self, app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        self.apps.wechat = App::new(app_id.to_string(), app_key.into());
        self
    }

    /// Takes requests of the vendor's V3 too: `encode=2` with signatures by this msdkkey, the parameters `version` and
    /// `ishttps`, paths without the slash at their end.
    pub fn msdk_key(mut self, msdk_key: impl Into<Secret>) -> Self {
        self.apps.set_msdk_key(msdk_key.into());
        self
    }

    /// Replaces the operating system's clock, which timestamps are held against and days are counted by.
    pub fn clock(self, clock: impl Clock) -> Self {
        Self { clock: Box::new(clock), ..self }
    }

    /// Replaces the world.
    pub fn world(self, world: World) -> Self {
        Self { world, ..self }
    }

    /// Adds an endpoint, or replaces the one with the same path.
    ///
    /// The gateway checks requests against `metadata`, which is `<YourEndpoint as msdk::declare::Endpoint>::META`. For those it
    /// admits, `handler` returns a JSON object with the fields of the reply. `ret` and `msg` are added, a `msg` of the
    /// handler's own is kept.
    ///
    /// Guests are admitted, but not at the path of a documented endpoint, where the platform refuses them. A guest's
    /// openid starts with `G_`, and has to be in the world like any other player's.
    pub fn endpoint(
        mut self,
        metadata: &'static Metadata,
        handler: impl Fn(&mut World, &Call<'_>) -> Result<Value, Refusal> + Send + Sync + 'static,
    ) -> Self {
        self.routes.retain(|route| route.metadata.path != metadata.path);
        self.routes.push(Route::new(metadata, handler));
        self
    }

    /// Sets whether answers repeat the `msdkExtInfo` of their request, as the platform's do; by default yes.
    pub fn echo_ext_info(self, echoes: bool) -> Self {
        Self { echoes, ..self }
    }

    /// Sets how many requests are kept for [`Gateway::received`], the latest ones; by default 10,000.
    pub fn max_received(mut self, requests: usize) -> Self {
        self.kept.requests = requests;
        self
    }

    /// Sets how many bytes the kept requests may have in all; by default 64 MiB.
    pub fn max_received_bytes(mut self, bytes: usize) -> Self {
        self.kept.bytes = bytes;
        self
    }

    /// Sets how many connections there may be, at least one; others wait. By default 1,024.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.patience.connections = connections.max(1);
        self
    }

    /// Sets the time after which a request is refused whose body has not arrived, and a connection is closed on which no
    /// request is answered, be it that it rests, sends half a head, or does not read. The connection is looked at once in
    /// this time, so that it stays for up to twice as long. By default 30 s.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.patience.read = timeout;
        self
    }

    /// Sets the address to listen at, by default a free port of 127.0.0.1. Whoever reaches it may call, so let it be one of
    /// this machine.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Starts the gateway.
    ///
    /// # Errors
    ///
    /// If the address cannot be had, or the system gives no thread.
    pub async fn start(self) -> io::Result<Gateway> {
        let (patience, address) = (self.patience, self.address);
        let shared = Arc::new(self.shared());
        let answering = Arc::clone(&shared);
        let server = Server::start(address, Arc::new(move |head, body| answering.answer(head, body)), patience).await?;
        Ok(Gateway { shared, base_url: format!("http://{}", server.address), server })
    }

    /// Makes a gateway without a socket, which a client takes as its transport.
    pub fn in_process(self) -> InProcess {
        InProcess::new(self.shared())
    }

    fn shared(self) -> Shared {
        Shared {
            apps: self.apps,
            clock: self.clock,
            routes: self.routes,
            echoes: self.echoes,
            world: self.world.into(),
            journal: Journal::new(self.kept).into(),
        }
    }
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder").field("app_id", &self.apps.qq.id).finish_non_exhaustive()
    }
}
