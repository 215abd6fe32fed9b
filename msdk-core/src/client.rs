//! The client: who calls, where to, and how.

mod account;
mod answer;
mod attempts;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod builder;
mod call;
mod chunks;
mod clock;
mod config;
mod environment;
mod judge;
pub(crate) mod load;
mod merge;
pub(crate) mod observe;
mod outgoing;
mod printable;
mod random;
pub(crate) mod retry;
mod run;
#[cfg(test)]
mod scripted;
mod session;
mod skew;

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::HeaderValue;

use self::{
    account::Accounts,
    base_url::BaseUrl,
    load::{Gate, Pace, PlayerIds},
    observe::RetriesLeft,
    outgoing::Outgoing,
    retry::Balance,
    skew::Skew,
};
use crate::{
    describe::{ChunkedEndpoint, Endpoint, Metadata},
    error::{Course, Error},
    wire::{ExtInfo, Transport, ext_info::Serials},
};

pub use account::{Account, Platform};
pub use answer::Answer;
pub use attempts::{AttemptObserver, Attempted};
#[cfg(feature = "blocking")]
pub use blocking::BlockingClient;
pub use builder::ClientBuilder;
pub use call::{Call, CallFuture};
pub use chunks::{ChunkFailure, Chunks, Merged};
pub use clock::{Clock, Sleep, SystemClock};
pub use config::ClientConfig;
pub use environment::Environment;
pub use load::CircuitBreaker;
pub use merge::Merge;
pub use random::{Randomness, SystemRandomness};
pub use retry::{RetryBudget, RetryPolicy};
pub use session::Session;

/// Calls the platform on behalf of one app.
///
/// Cloning it is cheap, and all clones share their connections. Make one for the life of the server.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

struct Shared {
    accounts: Accounts,
    base_url: BaseUrl,
    content_type: HeaderValue,
    lossy_utf8: bool,
    ext_info: ExtInfo,
    serials: Serials,
    user_agent: Option<HeaderValue>,
    keep_alive: bool,
    timeout: Duration,
    attempt_timeout: Duration,
    retry_policy: RetryPolicy,
    /// What pays for calls made again because nobody answered.
    retries: Balance,
    retries_left: RetriesLeft,
    gate: Arc<Gate>,
    player_ids: PlayerIds,
    pace: Option<Pace>,
    skew: Skew,
    randomness: Arc<dyn Randomness>,
    clock: Arc<dyn Clock>,
    transport: Arc<dyn Transport>,
    attempt_observer: Option<Arc<dyn AttemptObserver>>,
}

impl Client {
    /// Starts the settings of a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// Makes a client from `MSDK_APP_ID`, `MSDK_APP_KEY` and `MSDK_BASE_URL`, and for the players of WeChat
    /// `MSDK_WX_APP_ID` and `MSDK_WX_APP_KEY`; a game has one of the two accounts or both.
    ///
    /// # Errors
    ///
    /// If one of them is missing or wrong; the error names it.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// Calls an endpoint on behalf of a player.
    ///
    /// The request is checked at once and sent when the call is awaited, which gives the typed reply;
    /// [`Call::answer`] gives the envelope too.
    pub fn call<E: Endpoint>(&self, session: &Session, endpoint: E) -> Call<E::Reply> {
        Call::new(self.clone(), Outgoing::new(self, session, &endpoint, None))
    }

    /// Calls an endpoint with a list of any length, in as many requests as the platform's limit asks for, and merges
    /// the replies.
    ///
    /// The declaration says which list, with `#[msdk(chunk, items = ..=50)]`, and the reply how it is merged, with
    /// `#[msdk_reply(merge)]`. No request is sent if one of them breaks a rule.
    pub fn call_in_chunks<E: ChunkedEndpoint<Reply: Merge>>(&self, session: &Session, endpoint: E) -> Chunks<E::Reply> {
        Chunks::new(self, session, &endpoint)
    }

    /// Returns the signed request of a call without sending it.
    ///
    /// The request holds the signature and the player's token, and its `Debug` shows them: do not print it.
    ///
    /// # Errors
    ///
    /// If the session or a field of the request breaks a rule.
    pub fn prepare<E: Endpoint>(&self, session: &Session, endpoint: E) -> Result<http::Request<Bytes>, Error> {
        self.signed(Outgoing::new(self, session, &endpoint, None)?)
    }

    /// Calls an endpoint that is known by its description only, such as one that a tool finds in a registry. `values` are the
    /// fields under their wire names, without the identity, which the session brings; they are held against the description
    /// as typed ones are. The reply is the whole answer as JSON.
    ///
    /// ```
    /// # extern crate msdk_core as msdk;
    /// use msdk::{Client, Session, declare::Endpoint, msdk_endpoint};
    /// use serde_json::json;
    ///
    /// #[msdk_endpoint(path = "/game/coins/", method = POST, reply = ())]
    /// struct Coins {
    ///     #[msdk(range = 1..=99)]
    ///     zone: u32,
    /// }
    ///
    /// # let client = Client::builder().app_id("100703379").app_key("key").base_url("http://127.0.0.1:1").build()?;
    /// # let session = Session::new("A3284A81", "933FE8C9");
    /// let values = json!({"zone": 7}).as_object().cloned().unwrap_or_default();
    /// let request = client.prepare_described(&session, Coins::META, &values)?;
    /// assert_eq!(request.body(), r#"{"appid":"100703379","openid":"A3284A81","accessToken":"933FE8C9","zone":7}"#);
    ///
    /// let values = json!({"zone": 100, "zoom": 1}).as_object().cloned().unwrap_or_default();
    /// let error = client.prepare_described(&session, Coins::META, &values).unwrap_err();
    /// let rules = "`zone` must be 1 to 99, is 100; `zoom` is none of the endpoint's fields";
    /// assert_eq!(error.to_string(), format!("coins: invalid request, nothing was sent: {rules}"));
    /// # Ok::<(), msdk::Error>(())
    /// ```
    pub fn call_described(
        &self,
        session: &Session,
        metadata: &'static Metadata,
        values: &serde_json::Map<String, serde_json::Value>,
    ) -> Call<serde_json::Value> {
        Call::new(self.clone(), Outgoing::described(self, session, metadata, values))
    }

    /// Returns the signed request of [`call_described`](Self::call_described) without sending it.
    ///
    /// # Errors
    ///
    /// If the session or a value breaks a rule.
    pub fn prepare_described(
        &self,
        session: &Session,
        metadata: &'static Metadata,
        values: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<http::Request<Bytes>, Error> {
        self.signed(Outgoing::described(self, session, metadata, values)?)
    }

    fn signed(&self, mut outgoing: Outgoing) -> Result<http::Request<Bytes>, Error> {
        let serial = outgoing.serial(self);
        let signed = outgoing.sign(self, serial.as_ref());
        signed.map_err(|cause| Error::of_call(outgoing.metadata, cause, Course::default()))
    }

    /// Has the metrics show how many retries are left.
    fn show_retries_left(&self) {
        self.shared.retries_left.show(self.shared.retries.retries());
    }

    /// Returns where calls go, such as `http://msdk.qq.com`.
    pub fn base_url(&self) -> &str {
        self.shared.base_url.as_str()
    }

    /// Returns the app id, of several accounts the one of mobile QQ.
    pub fn app_id(&self) -> &str {
        &self.shared.accounts.main().id
    }

    /// Returns the app id by which calls for the players of a platform are signed, if the client has one. A guest's calls
    /// carry it with `G_` before it.
    pub fn app_id_of(&self, platform: Platform) -> Option<&str> {
        self.shared.accounts.of(platform).map(|app| &*app.id)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("app_id", &self.app_id())
            .field("base_url", &self.shared.base_url.as_str())
            .field("timeout", &self.shared.timeout)
            .field("attempt_timeout", &self.shared.attempt_timeout)
            .finish_non_exhaustive()
    }
}
