//! What the requests of a gateway share, and what can be done to a gateway from outside.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::request::Parts;
use msdk::{Account, Client, ClientBuilder, UnixTime, clock::Clock, declare::Endpoint, metadata::Metadata};
use serde::de::DeserializeOwned;

use super::{flow, pace::Pace};
use crate::{
    Received, Refusal, World,
    access::{Apps, Strictness, placed::asked, query, route::Route},
    expect::{Book, read_request},
    faults::Rules,
    received::Journal,
    server::Beside,
    store::Saved,
};

/// By how many seconds a clock is off at most, so that it still has a time.
pub(crate) const CENTURY: i64 = 3_155_760_000;

/// What the requests share.
pub(crate) struct Shared {
    pub(super) apps: Apps,
    pub(super) clock: Box<dyn Clock>,
    /// By how many seconds the clock was moved.
    pub(super) moved: AtomicI64,
    pub(super) routes: RwLock<Vec<Arc<Route>>>,
    /// Whether answers repeat the request's `msdkExtInfo`.
    pub(super) echoes: bool,
    pub(super) is_lenient: AtomicBool,
    pub(super) has_pace: AtomicBool,
    pub(super) pace: Mutex<Pace>,
    pub(super) world: Mutex<World>,
    /// What is kept of the world on disk.
    pub(super) saved: Option<Saved>,
    pub(super) journal: Mutex<Journal>,
    pub(super) faults: Mutex<Rules>,
    pub(super) book: Book,
    /// How many handlers of somebody else's are running.
    pub(super) handling: AtomicUsize,
    /// What else is served at the same address.
    pub(super) beside: Option<Beside>,
}

impl Shared {
    /// The time of the gateway's clock, off by some seconds.
    pub(super) fn time(&self, skew: i64) -> SystemTime {
        let moved = self.moved.load(Relaxed).saturating_add(skew).clamp(-CENTURY, CENTURY);
        let distance = Duration::from_secs(moved.unsigned_abs());
        let now = self.clock.now();
        let time = if moved < 0 { now.checked_sub(distance) } else { now.checked_add(distance) };
        time.unwrap_or(now)
    }

    pub(super) fn now(&self) -> UnixTime {
        self.time(0).into()
    }

    /// Checks all of a request that can be checked without a world.
    pub(super) fn check(&self, head: &Parts, body: &Bytes) -> Result<&'static Metadata, Refusal> {
        let strictness = Strictness::new(self.is_lenient.load(Relaxed));
        let (route, path) = self.find(head, &strictness)?;
        let query = query::parse(head.uri.query().unwrap_or_default())?;
        flow::admit(self, head, &route, &path, &query, body, self.now(), &strictness)?;
        Ok(route.metadata)
    }

    /// Adds an endpoint unless there is one with its path.
    pub(crate) fn add_route(&self, metadata: &'static Metadata) {
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        if !routes.iter().any(|route| route.metadata.path == metadata.path) {
            let refuse = move |_: &mut World, _: &crate::Call<'_>| {
                Err(Refusal::access(-307, format!("no expectation takes this call of {}", metadata.name)))
            };
            routes.push(Arc::new(Route::new(metadata, refuse)));
        }
    }

    /// The settings of a client of this gateway.
    pub(super) fn client_builder(&self, base_url: &str) -> ClientBuilder {
        let Apps { qq, wechat, .. } = &self.apps;
        let builder = Client::builder().app_id(&qq.id).app_key(qq.key.clone());
        builder.wechat(Account::new(&wechat.id, wechat.key.clone())).base_url(base_url)
    }

    /// The endpoints, in the order in which they were declared.
    pub(super) fn endpoints(&self) -> Vec<&'static Metadata> {
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        routes.iter().map(|route| route.metadata).collect()
    }

    pub(crate) const fn book(&self) -> &Book {
        &self.book
    }

    pub(crate) const fn journal(&self) -> &Mutex<Journal> {
        &self.journal
    }
}

/// Reads a request as the type of its endpoint, if it is one of that endpoint.
pub(super) fn request<E: Endpoint + DeserializeOwned>(received: &Received) -> Option<E> {
    read_request::<E>(&asked(E::META, received)?).ok()
}

/// Locks, also after a panic of another holder: a failed assertion of a test must not hide behind a second one.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
