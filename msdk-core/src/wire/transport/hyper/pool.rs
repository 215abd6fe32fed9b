//! Connections that wait for their next request.
//!
//! A connection is tied to the runtime that made it, and ends with that runtime. Used on another, it would wait for a
//! runtime that may be busy, or gone with the request in its hands. So connections are kept by runtime as well as by
//! origin; a *site* is one origin as one runtime sees it.
//!
//! For example, with a limit of 2: three calls run at once, and each dials a connection, `a`, `b` and `c`. They end in
//! this order. `a` and `b` are put into the site; putting `c` back makes three, so the oldest, `a`, is closed. The next call
//! takes `c`, which was used last. If no call comes for the idle time, the sweeper closes `b`, and then `c`.
//!
//! The sweeper is one task for each site. It closes connections that were idle for too long, or that the server has closed;
//! nothing else watches them. It runs only while connections are idle, and when its runtime ends, it closes them all.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use http::{HeaderValue, Uri};
use tokio::{
    runtime::Handle,
    task::yield_now,
    time::{Instant, sleep},
};

use super::{super::TransportError, Origin, connection::Connection};

/// The connections of a transport, by site. There are few sites: one for each host and runtime.
pub(super) struct Pool {
    sites: Mutex<Vec<Arc<Site>>>,
    limit: usize,
}

/// One origin as one runtime sees it, with the idle connections to it.
pub(super) struct Site {
    pub(super) origin: Origin,
    /// The value of the `Host` header.
    pub(super) host: HeaderValue,
    runtime: Handle,
    idle: Mutex<Idle>,
    limit: usize,
}

/// The connections that wait for a request, the one that was used last at the end.
#[derive(Default)]
struct Idle {
    connections: VecDeque<Connection>,
    has_sweeper: bool,
}

impl Pool {
    pub(super) fn new(limit: usize) -> Self {
        Self { sites: Mutex::default(), limit }
    }

    /// Returns the site of a URL on this runtime; `prepare` is called before the first of a runtime is made.
    pub(super) fn site(
        &self,
        uri: &Uri,
        runtime: &Handle,
        prepare: impl FnOnce() -> Result<(), TransportError>,
    ) -> Result<Arc<Site>, TransportError> {
        let is_on = |site: &Site| site.runtime.id() == runtime.id();
        let mut sites = lock(&self.sites);
        if let Some(site) = sites.iter().find(|site| is_on(site) && site.origin.is_of(uri)) {
            return Ok(Arc::clone(site));
        }
        if !sites.iter().any(|site| is_on(site)) {
            prepare()?;
        }
        // Those of runtimes that ended, and of hosts that nobody calls any more.
        sites.retain(|site| Arc::strong_count(site) > 1 || !lock(&site.idle).connections.is_empty());
        let site = Arc::new(Site::new(Origin::of(uri)?, runtime.clone(), self.limit)?);
        sites.push(Arc::clone(&site));
        Ok(site)
    }
}

impl Site {
    fn new(origin: Origin, runtime: Handle, limit: usize) -> Result<Self, TransportError> {
        let host = origin.host_header()?;
        Ok(Self { origin, host, runtime, idle: Mutex::default(), limit })
    }

    /// Takes the connection that was used last, of those that are fit for a request.
    pub(super) fn take(&self, now: Instant) -> Option<Connection> {
        loop {
            // The lock is held for as long as the popping takes, and not while the system is asked about a socket.
            let mut connection = lock(&self.idle).connections.pop_back()?;
            if connection.is_fit(now) {
                return Some(connection);
            }
        }
    }

    #[cfg(test)]
    pub(super) fn idle(&self) -> usize {
        lock(&self.idle).connections.len()
    }

    /// Lets a connection wait for another request, for this time at most.
    pub(super) fn put(self: &Arc<Self>, mut connection: Connection, time: Duration) {
        let now = Instant::now();
        connection.set_idle(now, time);
        let mut idle = lock(&self.idle);
        let connections = &mut idle.connections;
        connections.push_back(connection);
        while connections.len() > self.limit || connections.front().is_some_and(|oldest| !oldest.is_in_time(now)) {
            connections.pop_front();
        }
        if !connections.is_empty() && !idle.has_sweeper {
            idle.has_sweeper = true;
            drop(idle);
            self.runtime.spawn(Sweeper(Arc::downgrade(self)).run());
        }
    }
}

impl Idle {
    /// Takes out those of the next connections, from `at` on, that are not fit for a request, and moves `at` behind the
    /// others; none if there are no next ones.
    fn take_unfit(&mut self, at: &mut usize) -> Option<Vec<Connection>> {
        /// How many sockets are looked at while the lock is held.
        const MOST: usize = 64;
        let now = Instant::now();
        let next = MOST.min(self.connections.len().checked_sub(*at).filter(|left| *left > 0)?);
        let mut unfit = Vec::new();
        for _ in 0..next {
            if self.connections.get_mut(*at).is_some_and(|connection| connection.is_fit(now)) {
                *at += 1;
            } else {
                unfit.extend(self.connections.remove(*at));
            }
        }
        Some(unfit)
    }
}

/// Closes the connections of a site that cannot or need not be kept any longer.
struct Sweeper(Weak<Site>);

impl Sweeper {
    async fn run(mut self) {
        let mut was_empty = false;
        while let Some(pause) = self.pause(&mut was_empty) {
            sleep(pause).await;
            let mut looked_at = 0;
            while let Some(closed) = self.0.upgrade().and_then(|site| lock(&site.idle).take_unfit(&mut looked_at)) {
                drop(closed);
                yield_now().await;
            }
        }
    }

    /// How long nothing is to be done; none if nothing was idle twice in a row, which ends the sweeper. Once means little:
    /// under load a connection is taken as soon as it is idle.
    fn pause(&mut self, was_empty: &mut bool) -> Option<Duration> {
        /// How often the sockets are looked at.
        const INTERVAL: Duration = Duration::from_secs(1);
        let site = self.0.upgrade()?;
        let mut idle = lock(&site.idle);
        let first = idle.connections.iter().map(Connection::idle_until).min();
        if first.is_none() && *was_empty {
            idle.has_sweeper = false;
            self.0 = Weak::new();
            return None;
        }
        *was_empty = first.is_none();
        Some(first.map_or(INTERVAL, |first| first.saturating_duration_since(Instant::now()).min(INTERVAL)))
    }
}

/// The runtime has ended, and with it all that could use these connections.
impl Drop for Sweeper {
    fn drop(&mut self) {
        if let Some(site) = self.0.upgrade() {
            let closed = std::mem::take(&mut *lock(&site.idle));
            drop(closed);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("limit", &self.limit).finish_non_exhaustive()
    }
}
