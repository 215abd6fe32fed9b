//! The settings of a client.

mod accounts;
mod check;
mod environment;

use std::{fmt, num::NonZeroU32, sync::Arc, time::Duration};

use super::{BaseUrl, Client, Environment, Shared};
use crate::{
    client::{
        Account, AttemptObserver, CircuitBreaker, Clock, Randomness, RetryBudget, RetryPolicy, SystemClock,
        SystemRandomness,
        load::{EndpointLoads, Gate, Pace, PlayerIds},
        observe::RetriesLeft,
        retry::Balance,
        skew::Skew,
    },
    describe::Secret,
    error::{Error, SettingsError},
    wire::{ExtInfo, HyperTransport, HyperTransportBuilder, Protocol, Signer, Transport, ext_info::Serials},
};

/// The settings of a [`Client`].
///
/// ```
/// # extern crate msdk_core as msdk;
/// let client = msdk::Client::builder()
///     .app_id("100703379")
///     .app_key("0123456789abcdef0123456789abcdef")
///     .environment(msdk::Environment::Test)
///     .build()?;
/// # Ok::<(), msdk::Error>(())
/// ```
#[must_use]
pub struct ClientBuilder {
    account: Account,
    wechat: Option<Account>,
    protocol: Option<Arc<dyn Protocol>>,
    base_url: Option<String>,
    content_type: String,
    user_agent: Option<String>,
    lossy_utf8: bool,
    ext_info: ExtInfo,
    timeout: Duration,
    attempt_timeout: Duration,
    retry_policy: RetryPolicy,
    retry_budget: RetryBudget,
    circuit_breaker: CircuitBreaker,
    max_under_way: usize,
    max_waiting: usize,
    pace: Option<NonZeroU32>,
    connections: Option<HyperTransportBuilder>,
    randomness: Arc<dyn Randomness>,
    clock: Arc<dyn Clock>,
    transport: Option<Arc<dyn Transport>>,
    attempt_observer: Option<Arc<dyn AttemptObserver>>,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            account: Account::default(),
            wechat: None,
            protocol: None,
            base_url: None,
            content_type: "application/x-www-form-urlencoded".into(),
            user_agent: None,
            lossy_utf8: false,
            ext_info: ExtInfo::Learn,
            timeout: Duration::from_secs(5),
            attempt_timeout: Duration::from_millis(3500),
            retry_policy: RetryPolicy::new(),
            retry_budget: RetryBudget::new(),
            circuit_breaker: CircuitBreaker::new(),
            max_under_way: 256,
            max_waiting: 4096,
            pace: None,
            connections: None,
            randomness: Arc::new(SystemRandomness),
            clock: Arc::new(SystemClock),
            transport: None,
            attempt_observer: None,
        }
    }

    /// Starts from the environment of the process: `MSDK_BASE_URL` or `MSDK_ENVIRONMENT`, `MSDK_APP_ID` and `MSDK_APP_KEY`,
    /// for the players of WeChat `MSDK_WX_APP_ID` and `MSDK_WX_APP_KEY`, and whatever else
    /// [`ClientConfig`](crate::client::ClientConfig) lists. A game has one of the two accounts or both.
    ///
    /// # Errors
    ///
    /// If one of those is not set, or cannot be read; the error names it.
    pub fn from_env() -> Result<Self, Error> {
        environment::settings()
    }

    /// Sets the id of the game on the platform.
    pub fn app_id(self, app_id: impl fmt::Display) -> Self {
        Self { account: Account { app_id: app_id.to_string(), ..self.account }, ..self }
    }

    /// Sets the key that belongs to the app id. One line break at its end, as a file leaves it there, is dropped with a
    /// warning.
    pub fn app_key(self, app_key: impl Into<Secret>) -> Self {
        Self { account: Account { app_key: Some(app_key.into()), ..self.account }, ..self }
    }

    /// Sets the game's account of WeChat. Calls for players of WeChat are signed with it, those for players of mobile QQ
    /// and for guests with [`app_id`](Self::app_id) and [`app_key`](Self::app_key); all share connections, limits and
    /// settings. A game that WeChat's players alone have may set either.
    pub fn wechat(self, account: Account) -> Self {
        Self { wechat: Some(account), ..self }
    }

    /// Sends calls to one of the platform's environments.
    pub fn environment(self, environment: Environment) -> Self {
        self.base_url(environment.base_url())
    }

    /// Sends calls to another host: `http://127.0.0.1:8080`, with a prefix of the path if need be.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        Self { base_url: Some(url.into()), ..self }
    }

    /// Sets the time that a call may take in all, with waiting and retries, 5 seconds by default.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Sets the time that each attempt of a call may take, 3.5 seconds by default: the platform gives its own backends 3.1
    /// seconds, and an answer that tells of their failure is worth waiting for.
    pub fn attempt_timeout(self, attempt_timeout: Duration) -> Self {
        Self { attempt_timeout, ..self }
    }

    /// Sets how often and how soon a failed call is tried again.
    pub fn retry_policy(self, retry_policy: RetryPolicy) -> Self {
        Self { retry_policy, ..self }
    }

    /// Sets how many retries all calls may make together, see [`RetryBudget`].
    pub fn retry_budget(self, retry_budget: RetryBudget) -> Self {
        Self { retry_budget, ..self }
    }

    /// Sets when a platform that does not answer is left alone.
    pub fn circuit_breaker(self, circuit_breaker: CircuitBreaker) -> Self {
        Self { circuit_breaker, ..self }
    }

    /// Sets how many requests may be under way at once, and connections be kept, 256 by default.
    ///
    /// Half of them is set aside in equal parts for the endpoints that were called within the last ten
    /// seconds, so that one which hangs leaves the others theirs: with 256 and two endpoints in use, 64 for each, and
    /// each may hold up to 192. An endpoint that is the only one in use may hold all. What becomes free goes to the
    /// endpoint that holds the fewest of those that wait.
    pub fn max_requests(self, at_once: usize) -> Self {
        Self { max_under_way: at_once, ..self }
    }

    /// Sets how many calls may wait until they may send, 4096 by default; a call beyond them fails at once.
    pub fn max_waiting(self, calls: usize) -> Self {
        Self { max_waiting: calls, ..self }
    }

    /// Spaces the requests about one player to one endpoint, so that there are no more than this in a second. The
    /// platform refuses more than one; by default nothing is held back.
    ///
    /// A call waits until the player may be asked about again, and fails if that is not within its time.
    pub fn requests_per_player(self, per_second: NonZeroU32) -> Self {
        Self { pace: Some(per_second), ..self }
    }

    /// Sets the `Content-Type` of bodies. The default is the one of the vendor's samples,
    /// `application/x-www-form-urlencoded`, although bodies are JSON.
    pub fn content_type(self, content_type: impl Into<String>) -> Self {
        Self { content_type: content_type.into(), ..self }
    }

    /// Sets whether replacement characters stand in for what is no UTF-8 in an answer, such as a nickname that was cut; by
    /// default it makes a success malformed, wherever it stands. A refusal is read in any case.
    pub fn lossy_utf8(self, lossy_utf8: bool) -> Self {
        Self { lossy_utf8, ..self }
    }

    /// Sets how answers are matched to requests by `msdkExtInfo`, [`ExtInfo::Learn`] by default.
    pub fn ext_info(self, ext_info: ExtInfo) -> Self {
        Self { ext_info, ..self }
    }

    /// Sets the `User-Agent` of requests; there is none by default.
    pub fn user_agent(self, user_agent: impl Into<String>) -> Self {
        Self { user_agent: Some(user_agent.into()), ..self }
    }

    /// Replaces the operating system's clock.
    pub fn clock(self, clock: impl Clock) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// Replaces where the jitter of pauses comes from.
    pub fn randomness(self, randomness: impl Randomness) -> Self {
        Self { randomness: Arc::new(randomness), ..self }
    }

    /// Replaces the platform's scheme of signing; an app key is needed then only for endpoints that send it.
    pub fn signer(self, signer: impl Signer) -> Self {
        Self { account: self.account.signer(signer), ..self }
    }

    /// Replaces the envelope, [`MsdkProtocol`](crate::wire::MsdkProtocol), for every account that has none of its own.
    pub fn protocol(self, protocol: impl Protocol) -> Self {
        Self { protocol: Some(Arc::new(protocol)), ..self }
    }

    /// Sets how connections are made and kept, and how large an answer may be. Unless it says otherwise, as many connections
    /// are kept as there may be requests under way.
    ///
    /// ```
    /// # extern crate msdk_core as msdk;
    /// # use std::time::Duration;
    /// use msdk::{Client, transport::HyperTransport};
    ///
    /// let connections = HyperTransport::builder().connect_timeout(Duration::from_millis(300)).max_answer_bytes(64 * 1024);
    /// let client = Client::builder()
    ///     .app_id("100703379")
    ///     .app_key("key")
    ///     .base_url("http://127.0.0.1:1")
    ///     .connections(connections)
    ///     .build()?;
    /// # Ok::<(), msdk::Error>(())
    /// ```
    pub fn connections(self, connections: HyperTransportBuilder) -> Self {
        Self { connections: Some(connections), ..self }
    }

    /// Replaces the [`HyperTransport`]. [`connections`](Self::connections) are that one's, and refused beside another.
    pub fn transport(self, transport: impl Transport) -> Self {
        Self { transport: Some(Arc::new(transport)), ..self }
    }

    /// Has every attempt seen when it has ended, redacted: for a record of requests and answers.
    pub fn attempt_observer(self, observer: impl AttemptObserver) -> Self {
        Self { attempt_observer: Some(Arc::new(observer)), ..self }
    }

    /// Makes the client. Nothing is connected yet.
    ///
    /// A zero stands for none: no idle connection, no call that waits, no retry that is saved up. It is refused where
    /// no call could be made with none, such as for time limits and the size of answers.
    ///
    /// # Errors
    ///
    /// If a setting is missing, wrong or without effect; the error names it.
    pub fn build(self) -> Result<Client, Error> {
        let accounts = accounts::checked(self.account, self.wechat, self.protocol.as_ref())?;
        let base_url = check::base_url(self.base_url)?;
        check::timeouts(&[("timeout", self.timeout), ("attempt_timeout", self.attempt_timeout)])?;
        check::max_under_way(self.max_under_way)?;
        check::retry_policy(&self.retry_policy)?;
        check::circuit_breaker(&self.circuit_breaker)?;
        let transport = if let Some(transport) = self.transport {
            if self.connections.is_some() {
                let reason = "`connections` does nothing beside `transport`, which has settings of its own";
                return Err(Error::config(SettingsError::without_effect("connections", reason)));
            }
            transport
        } else {
            let mut connections = self.connections.unwrap_or_else(HyperTransport::builder);
            // As many may be idle as may be under way at once, lest a burst closes what the next one opens again.
            connections.max_idle_connections.get_or_insert(self.max_under_way);
            Arc::new(connections.build()?)
        };
        let endpoints = EndpointLoads::new(self.circuit_breaker, self.retry_budget);
        let player_ids = PlayerIds::new();
        let shared = Shared {
            accounts,
            base_url: BaseUrl::parse(&base_url)?,
            content_type: check::header("content_type", "the content type", &self.content_type)?,
            user_agent: self
                .user_agent
                .map(|value| check::header("user_agent", "the user agent", &value))
                .transpose()?,
            lossy_utf8: self.lossy_utf8,
            ext_info: self.ext_info,
            serials: Serials::new(),
            keep_alive: transport.keeps_connections(),
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            retry_policy: self.retry_policy,
            retries: Balance::new(self.retry_budget),
            retries_left: RetriesLeft::default(),
            gate: Gate::new(self.max_under_way, self.max_waiting, endpoints),
            player_ids,
            pace: self.pace.map(|per_second| Pace::new(per_second, player_ids)),
            skew: Skew::default(),
            randomness: self.randomness,
            clock: self.clock,
            transport,
            attempt_observer: self.attempt_observer,
        };
        let client = Client { shared: Arc::new(shared) };
        client.show_retries_left();
        Ok(client)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One that is refused may have a password in it.
        let base_url = self.base_url.as_deref().and_then(|url| BaseUrl::parse(url).ok());
        f.debug_struct("ClientBuilder")
            .field("app_id", &self.account.app_id)
            .field("base_url", &base_url.as_ref().map(BaseUrl::as_str))
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}
