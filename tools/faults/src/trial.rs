//! One fault, played against one endpoint of one contestant.

mod client;
mod ended;
mod printed;
mod stopwatch;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

pub(crate) use self::{client::Client, ended::Ended, printed::log_to};
use crate::{
    contestant::{Contestant, Endpoint, Failure, Order, Settings},
    identity::Identity,
    server::Count,
    trial::printed::Printed,
};

/// An expectation that a contestant broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It did the wrong thing.
    Rule(String),
    /// It printed a secret.
    Leak(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(rule) => f.write_str(rule),
            Self::Leak(what) => write!(f, "prints {what}"),
        }
    }
}

/// One fault, played against one endpoint of one contestant.
pub(crate) struct Trial {
    pub(crate) endpoint: Endpoint,
    contestant: &'static dyn Contestant,
    identity: Identity,
    printed: Printed,
    signatures: Mutex<Vec<String>>,
    broken: Mutex<Vec<Broken>>,
}

impl Trial {
    pub(crate) fn new(contestant: &'static dyn Contestant, endpoint: Endpoint) -> Self {
        let (signatures, broken) = Default::default();
        Self { endpoint, contestant, identity: Identity::new(), printed: Printed::default(), signatures, broken }
    }

    /// Returns the settings of a client that has none but where it calls.
    pub(crate) fn settings(&self, base_url: impl Into<String>) -> Settings {
        Settings {
            base_url: base_url.into(),
            app_key: self.identity.app_key.clone(),
            timeouts: None,
            connect_timeout: None,
            addresses: Vec::new(),
            root: None,
            content_type: None,
            user_agent: None,
            max_requests: None,
            per_player: None,
            lossy: false,
            clock: Arc::new(SystemTime::now),
        }
    }

    /// Returns what a call is about.
    pub(crate) fn order(&self) -> Order {
        let Identity { openid, token, .. } = &self.identity;
        Order { openid: openid.clone(), token: token.clone(), ext_info: None, text: "hello".into() }
    }

    /// Makes a client. One that cannot be made fails its calls.
    pub(crate) fn client(&self, settings: &Settings) -> Client<'_> {
        Client::new(self, self.contestant.client(settings))
    }

    /// Makes a client without settings.
    pub(crate) fn client_at(&self, base_url: impl Into<String>) -> Client<'_> {
        self.client(&self.settings(base_url))
    }

    /// Returns what is expected of the endpoint that may be called again, or of the one that must not.
    pub(crate) fn either<T>(&self, read: T, write: T) -> T {
        match self.endpoint {
            Endpoint::Read => read,
            Endpoint::Write => write,
        }
    }

    /// Notes what is broken unless the expectation holds; the words are the same in every run.
    pub(crate) fn expect(&self, holds: bool, broken: impl Into<String>) {
        let broken = Broken::Rule(broken.into());
        let mut all = self.broken();
        if !holds && !all.contains(&broken) {
            all.push(broken);
        }
    }

    pub(crate) fn counted(&self, what: &str, expected: &Count, counted: usize) {
        let plural = if counted == 1 { "" } else { "s" };
        self.expect(expected.holds(counted), format!("{counted} {what}{plural}, not {expected}"));
    }

    /// Adds a signature to what must not be printed.
    pub(crate) fn secret(&self, signature: &str) {
        if !signature.is_empty() {
            lock(&self.signatures).push(signature.to_owned());
        }
    }

    /// Adds what another process printed.
    pub(crate) fn printed_elsewhere(&self, text: &str) {
        self.printed.print(text);
    }

    /// Whether something was logged.
    pub(crate) fn logged(&self, text: &str) -> bool {
        self.printed.text().contains(text)
    }

    pub(crate) const fn contestant(&self) -> &'static dyn Contestant {
        self.contestant
    }

    /// Searches what was printed and returns everything that was broken.
    pub(crate) fn verdict(self) -> Vec<Broken> {
        let printed = self.printed.text();
        let Identity { app_key, openid, token } = &self.identity;
        let has_signature = printed.contains("sig=") || lock(&self.signatures).iter().any(|sig| printed.contains(sig));
        let secrets = [
            (printed.contains(app_key), "the app key"),
            (printed.contains(token), "the token"),
            (printed.contains(openid), "the openid"),
            (has_signature, "the signature"),
        ];
        let found: Vec<_> = secrets.iter().filter(|(found, _)| *found).map(|(_, what)| *what).collect();
        let mut broken = self.broken.into_inner().unwrap_or_else(PoisonError::into_inner);
        broken.extend((!found.is_empty()).then(|| Broken::Leak(found.join(", "))));
        broken
    }

    fn broken(&self) -> MutexGuard<'_, Vec<Broken>> {
        lock(&self.broken)
    }

    /// Keeps what a program would log of a failure.
    fn print(&self, failure: &Failure) {
        self.printed.print(&failure.shown);
        self.printed.print(&failure.debugged);
        let is_one_line = |text: &str| !text.contains(|c: char| c.is_control() || is_format(c));
        self.expect(
            is_one_line(&failure.shown) && is_one_line(&failure.debugged),
            "prints control characters as they came",
        );
    }
}

/// Whether a character changes how others are shown.
const fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
