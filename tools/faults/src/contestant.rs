//! What is tested: anything that calls an endpoint and tells how it went.

pub(crate) mod msdk;
pub(crate) mod plain;

use std::{
    fmt::{self, Debug},
    future::Future,
    net::IpAddr,
    num::NonZeroU32,
    pin::Pin,
    sync::Arc,
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};

/// The app of every call.
pub(crate) const APP_ID: &str = "100703379";

/// A way to call the platform.
pub trait Contestant: Debug + Sync {
    /// Returns its name in the table.
    fn name(&self) -> &'static str;

    /// Makes a client.
    ///
    /// # Errors
    ///
    /// If it refuses the settings.
    fn client(&self, settings: &Settings) -> Result<Arc<dyn Caller>, Failure>;
}

/// A client, whose calls share their connections.
pub trait Caller: Debug + Send + Sync {
    /// Calls an endpoint.
    fn call(self: Arc<Self>, endpoint: Endpoint, order: Order) -> Calling;
}

/// What [`Caller::call`] returns.
pub type Calling = Pin<Box<dyn Future<Output = Result<Reply, Failure>> + Send>>;

/// The two endpoints that are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// It is idempotent.
    Read,
    /// It is not: to do it twice does harm.
    Write,
}

impl Endpoint {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

/// The settings of a client. What a contestant has no setting for, it leaves out.
#[derive(Clone)]
pub struct Settings {
    /// Where to.
    pub base_url: String,
    /// The key that requests are signed with.
    pub app_key: String,
    /// The time that an attempt, and the time that a call may take.
    pub timeouts: Option<(Duration, Duration)>,
    /// The time that connecting may take.
    pub connect_timeout: Option<Duration>,
    /// The addresses of hosts.
    pub addresses: Vec<(String, Vec<IpAddr>)>,
    /// A root certificate to be trusted.
    pub root: Option<String>,
    /// The content type of bodies.
    pub content_type: Option<String>,
    /// The user agent.
    pub user_agent: Option<String>,
    /// How many requests may be under way, and how many may wait.
    pub max_requests: Option<(usize, usize)>,
    /// How many requests about one player there may be in a second.
    pub per_player: Option<NonZeroU32>,
    /// Whether texts that are no UTF-8 are read as far as they are.
    pub lossy: bool,
    /// The time of day.
    pub clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}

/// What one call is about.
#[derive(Debug, Clone)]
pub struct Order {
    /// The player.
    pub openid: String,
    /// The player's token.
    pub token: String,
    /// What the answer has to echo.
    pub ext_info: Option<String>,
    /// Anything.
    pub text: String,
}

/// What a call gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// `nickName`.
    pub name: String,
    /// `is_lost`.
    pub lost: bool,
    /// `level`.
    pub level: u32,
    /// `kind`, as its code.
    pub kind: Option<i64>,
    /// How many `lists` has.
    pub entries: usize,
}

/// Why a call gave nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Failure {
    /// What failed, in the words of `msdk::ErrorKind`.
    pub kind: String,
    /// Whether the platform may have acted.
    pub may_have_acted: bool,
    /// The HTTP status.
    pub status: Option<u16>,
    /// How many requests were sent, or tried.
    pub attempts: Option<u32>,
    /// What a program logs with `{}`.
    pub shown: String,
    /// What a program logs with `{:?}`.
    pub debugged: String,
}
