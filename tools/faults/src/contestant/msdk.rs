//! The client of this project, as it is without settings.

use std::{
    fmt,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, SystemTime},
};

use msdk::{
    Account, Client, ClientBuilder, Session,
    clock::Clock,
    msdk_endpoint, msdk_reply,
    protocol::V3Protocol,
    transport::{HyperTransport, HyperTransportBuilder, ReqwestTransport},
    wire_enum,
};

use super::{
    APP_ID, Caller, Calling, Contestant, Endpoint, Failure, Order, Reply, Settings, plain::failure as plain_failure,
};

/// Reads something.
#[msdk_endpoint(path = "/faults/read/", method = POST, idempotent, reply = FaultsReply)]
#[derive(Debug)]
pub(crate) struct Read {
    /// Anything.
    pub(crate) text: String,
}

/// Writes something.
#[msdk_endpoint(path = "/faults/write/", method = POST, reply = FaultsReply)]
#[derive(Debug)]
pub(crate) struct Write {
    /// Anything.
    pub(crate) text: String,
}

/// What both answer.
#[msdk_reply]
#[derive(Debug)]
pub(crate) struct FaultsReply {
    #[msdk(name = "nickName", default)]
    name: String,
    #[msdk(default)]
    is_lost: bool,
    #[msdk(default)]
    level: u32,
    kind: Option<Kind>,
    #[msdk(default)]
    lists: Vec<u32>,
}

wire_enum! {
    /// A kind of something.
    pub(crate) enum Kind: int {
        /// The first.
        First = 1,
        /// The second.
        Second = 2,
    }
}

/// The client of this project, on behalf of players of mobile QQ.
#[derive(Debug)]
pub struct Msdk;

impl Contestant for Msdk {
    fn name(&self) -> &'static str {
        "msdk"
    }

    fn client(&self, settings: &Settings) -> Result<Arc<dyn Caller>, Failure> {
        let builder = Client::builder().app_id(APP_ID).app_key(settings.app_key.as_str());
        called(builder.connections(connections(settings)), settings, Session::new)
    }
}

/// The same client over a client of reqwest, as a program may have one.
#[derive(Debug)]
pub struct MsdkOnReqwest;

impl Contestant for MsdkOnReqwest {
    fn name(&self) -> &'static str {
        "msdk, reqwest::Client"
    }

    fn client(&self, settings: &Settings) -> Result<Arc<dyn Caller>, Failure> {
        // As the default features do, with another library.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(settings.connect_timeout.unwrap_or(Duration::from_secs(1)));
        for (host, addresses) in &settings.addresses {
            let addresses: Vec<_> = addresses.iter().map(|address| SocketAddr::new(*address, 0)).collect();
            http = http.resolve_to_addrs(host, &addresses);
        }
        if let Some(root) = &settings.root {
            let root = reqwest::Certificate::from_pem(root.as_bytes()).map_err(|error| plain_failure(&error))?;
            http = http.add_root_certificate(root);
        }
        let http = http.build().map_err(|error| plain_failure(&error))?;
        let builder = Client::builder().app_id(APP_ID).app_key(settings.app_key.as_str());
        called(builder.transport(ReqwestTransport::from(http)), settings, Session::new)
    }
}

/// The same client on behalf of players of WeChat, in the envelope of V3.
#[derive(Debug)]
pub struct MsdkOfWechat;

impl Contestant for MsdkOfWechat {
    fn name(&self) -> &'static str {
        "msdk, WeChat, V3"
    }

    fn client(&self, settings: &Settings) -> Result<Arc<dyn Caller>, Failure> {
        let wechat = Account::new("wxcde873f99466f74a", settings.app_key.as_str());
        let builder = Client::builder().app_id(APP_ID).app_key("another").wechat(wechat);
        let builder = builder.protocol(V3Protocol::with_app_key()).connections(connections(settings));
        called(builder, settings, Session::wechat)
    }
}

/// Makes a session from an openid and a token.
type LogIn = fn(String, String) -> Session;

fn connections(settings: &Settings) -> HyperTransportBuilder {
    let mut connections = HyperTransport::builder();
    for (host, addresses) in &settings.addresses {
        connections = connections.resolve(host, addresses.iter().copied());
    }
    if let Some(timeout) = settings.connect_timeout {
        connections = connections.connect_timeout(timeout);
    }
    if let Some(root) = &settings.root {
        connections = connections.root_certificate_pem(root);
    }
    connections
}

fn called(builder: ClientBuilder, settings: &Settings, log_in: LogIn) -> Result<Arc<dyn Caller>, Failure> {
    let clock = TimeOfDay(Arc::clone(&settings.clock));
    let mut builder = builder.base_url(&settings.base_url).lossy_utf8(settings.lossy).clock(clock);
    if let Some((attempt, total)) = settings.timeouts {
        builder = builder.attempt_timeout(attempt).timeout(total);
    }
    if let Some(content_type) = &settings.content_type {
        builder = builder.content_type(content_type);
    }
    if let Some(user_agent) = &settings.user_agent {
        builder = builder.user_agent(user_agent);
    }
    if let Some((at_once, waiting)) = settings.max_requests {
        builder = builder.max_requests(at_once).max_waiting(waiting);
    }
    if let Some(per_second) = settings.per_player {
        builder = builder.requests_per_player(per_second);
    }
    Ok(Arc::new(Called { client: builder.build().map_err(|error| failure(&error))?, log_in }))
}

#[derive(Debug)]
struct Called {
    client: Client,
    log_in: LogIn,
}

impl Caller for Called {
    fn call(self: Arc<Self>, endpoint: Endpoint, order: Order) -> Calling {
        let session = (self.log_in)(order.openid, order.token);
        let session = match order.ext_info {
            Some(ext_info) => session.with_ext_info(ext_info),
            None => session,
        };
        let text = order.text;
        Box::pin(async move {
            let reply = match endpoint {
                Endpoint::Read => read(&self.client, &session, Read { text }).await,
                Endpoint::Write => write(&self.client, &session, Write { text }).await,
            };
            reply.map(Reply::from).map_err(|error| failure(&error))
        })
    }
}

impl From<FaultsReply> for Reply {
    fn from(reply: FaultsReply) -> Self {
        let FaultsReply { name, is_lost, level, kind, lists } = reply;
        Self { name, lost: is_lost, level, kind: kind.map(Kind::code), entries: lists.len() }
    }
}

fn failure(error: &msdk::Error) -> Failure {
    Failure {
        kind: error.kind().as_str().to_owned(),
        may_have_acted: error.may_have_acted(),
        status: error.status(),
        attempts: Some(error.attempts()),
        shown: error.to_string(),
        debugged: format!("{error:?}"),
    }
}

struct TimeOfDay(Arc<dyn Fn() -> SystemTime + Send + Sync>);

impl Clock for TimeOfDay {
    fn now(&self) -> SystemTime {
        (self.0)()
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TimeOfDay")
    }
}
