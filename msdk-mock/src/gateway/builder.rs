//! The settings of a gateway.

use std::{
    fmt,
    future::Future,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use futures_util::FutureExt;
use http::{Request, Response};
use http_body_util::BodyExt;
use msdk::{
    Platform, Secret,
    clock::{Clock, SystemClock},
    metadata::Metadata,
};
use serde_json::Value;

use super::{Gateway, InProcess, Shared};
use crate::{
    APP_ID, APP_KEY, Call, Refusal, WX_APP_ID, WX_APP_KEY, World,
    access::{App, Apps, route::Route},
    endpoints,
    expect::Book,
    received::{Bounds, Journal},
    server::{Beside, Patience, Server},
    store::{Saved, WorldStore},
};

/// The settings of a [`Gateway`].
#[must_use]
pub struct GatewayBuilder {
    apps: Apps,
    clock: Box<dyn Clock>,
    world: World,
    routes: Vec<Route>,
    echoes: bool,
    is_lenient: bool,
    has_pace: bool,
    store: Option<Box<dyn WorldStore>>,
    beside: Option<Beside>,
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
                others: Vec::new(),
                msdk_key: None,
            },
            clock: Box::new(SystemClock),
            world: World::demo(),
            routes: documented.map(|(metadata, handler)| Route::new(metadata, handler)).collect(),
            echoes: true,
            is_lenient: false,
            has_pace: false,
            store: None,
            beside: None,
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

    /// Adds the account of another game, whose players are those of the same world.
    pub fn another_app(mut self, app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        self.apps.others.push((Platform::Qq, App::new(app_id.to_string(), app_key.into())));
        self
    }

    /// Adds the WeChat account of another game.
    pub fn another_wechat(mut self, app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        self.apps.others.push((Platform::WeChat, App::new(app_id.to_string(), app_key.into())));
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

    /// Keeps the world in a store, and starts with the world that is there; the one of these settings is for a store that is
    /// empty. A gateway [in the process](Self::in_process) has no store.
    pub fn store(self, store: impl WorldStore) -> Self {
        Self { store: Some(Box::new(store)), ..self }
    }

    /// Lets pass what the platform is known to let pass, such as a field that nobody declared, and notes it in the
    /// [verdict](crate::Verdict::passed_over); [`refusals`](crate::refusals) lists it. By default it is refused.
    pub fn lenient(self, is_lenient: bool) -> Self {
        Self { is_lenient, ..self }
    }

    /// Refuses a player's calls of one endpoint that come within a second, with code -503, as the platform says it does. By
    /// default players call as often as they like.
    pub fn one_call_a_second(self, is_on: bool) -> Self {
        Self { has_pace: is_on, ..self }
    }

    /// Serves something else at the same address: a request whose path `is_its` takes goes to the service. Such requests are
    /// neither checked nor recorded.
    pub fn beside<F, B>(
        mut self,
        is_its: impl Fn(&str) -> bool + Send + Sync + 'static,
        service: impl Fn(Request<Bytes>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Response<B>> + Send + 'static,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let service = move |request| {
            let response = service(request);
            response.map(|response| response.map(|body| body.map_err(io::Error::other).boxed_unsync())).boxed()
        };
        self.beside = Some(Beside { is_its: Box::new(is_its), service: Box::new(service) });
        self
    }

    /// Adds an endpoint, or replaces the one with the same path.
    ///
    /// The gateway checks requests against `metadata`, which is `<YourEndpoint as msdk::declare::Endpoint>::META`. For those it
    /// admits, `handler` returns a JSON object with the fields of the reply. `ret` and `msg` are added, a `msg` of the
    /// handler's own is kept. The world is locked for as long as the handler runs, so let it be quick; a panic of it fails
    /// the test. [`On::reply_with`](crate::On::reply_with) takes handlers that wait.
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
    /// If the address cannot be had, the system gives no thread, or the store cannot be read.
    pub async fn start(mut self) -> io::Result<Gateway> {
        let (patience, address) = (self.patience, self.address);
        let saved = match self.store.take() {
            Some(store) => {
                let (saved, world) = Saved::open(store, std::mem::replace(&mut self.world, World::empty()))?;
                self.world = world;
                Some(saved)
            }
            None => None,
        };
        let shared = Arc::new(self.shared(saved));
        let server = Server::start(address, Arc::clone(&shared), patience).await?;
        let address = server.address;
        let gateway = Gateway { shared, address, base_url: format!("http://{address}"), server: Some(server) };
        gateway.save_world().await?;
        Ok(gateway)
    }

    /// Makes a gateway without a socket, which a client takes as its transport.
    pub fn in_process(self) -> InProcess {
        InProcess::first(Arc::new(self.shared(None)))
    }

    fn shared(self, saved: Option<Saved>) -> Shared {
        Shared {
            apps: self.apps,
            clock: self.clock,
            moved: 0.into(),
            routes: self.routes.into_iter().map(Arc::new).collect::<Vec<_>>().into(),
            echoes: self.echoes,
            is_lenient: self.is_lenient.into(),
            has_pace: self.has_pace.into(),
            pace: Mutex::default(),
            world: self.world.into(),
            saved,
            journal: Journal::new(self.kept).into(),
            faults: Mutex::default(),
            book: Book::default(),
            handling: 0.into(),
            beside: self.beside,
        }
    }
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder").field("app_id", &self.apps.qq.id).finish_non_exhaustive()
    }
}
