//! Connections that wait for their next request.
//!
//! A connection is read and written by a task of the runtime that made it, and ends with that runtime. Used on another, it
//! would wait for a runtime that may be busy, or gone with the request in its hands. So connections are kept by runtime as
//! well as by origin, and each runtime has its own.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http::{HeaderValue, Uri};
use tokio::runtime;

use super::{super::TransportError, Origin, connection::Connection};

/// The connections of a transport, by site. There are few sites: one for each host and runtime.
pub(super) struct Pool {
    sites: Mutex<Vec<Arc<Site>>>,
    limit: usize,
}

/// One origin as one runtime sees it, with the idle connections to it, the one that was used last first.
pub(super) struct Site {
    pub(super) origin: Origin,
    /// The value of the `Host` header.
    pub(super) host: HeaderValue,
    runtime: runtime::Id,
    resting: Mutex<VecDeque<Connection>>,
    limit: usize,
}

impl Pool {
    pub(super) fn new(limit: usize) -> Self {
        Self { sites: Mutex::default(), limit }
    }

    /// Returns the site of a URL on this runtime; `prepare` is called before the first of a runtime is made.
    pub(super) fn site(
        &self,
        uri: &Uri,
        runtime: runtime::Id,
        prepare: impl FnOnce() -> Result<(), TransportError>,
    ) -> Result<Arc<Site>, TransportError> {
        let mut sites = lock(&self.sites);
        if let Some(site) = sites.iter().find(|site| site.runtime == runtime && site.origin.is_of(uri)) {
            return Ok(Arc::clone(site));
        }
        if !sites.iter().any(|site| site.runtime == runtime) {
            prepare()?;
        }
        // Those of runtimes that ended, and of hosts that nobody calls any more.
        sites.retain(|site| Arc::strong_count(site) > 1 || site.has_connections());
        let site = Arc::new(Site::new(Origin::of(uri)?, runtime, self.limit)?);
        sites.push(Arc::clone(&site));
        Ok(site)
    }
}

impl Site {
    fn new(origin: Origin, runtime: runtime::Id, limit: usize) -> Result<Self, TransportError> {
        let host = origin.host_header()?;
        Ok(Self { origin, host, runtime, resting: Mutex::default(), limit })
    }

    pub(super) fn take(&self) -> Option<Connection> {
        let mut resting = lock(&self.resting);
        while let Some(connection) = resting.pop_back() {
            if connection.is_fit() {
                return Some(connection);
            }
        }
        None
    }

    pub(super) fn put(&self, connection: Connection) {
        let mut resting = lock(&self.resting);
        resting.push_back(connection);
        while resting.len() > self.limit || resting.front().is_some_and(|oldest| !oldest.is_fit()) {
            resting.pop_front();
        }
    }

    fn has_connections(&self) -> bool {
        let mut resting = lock(&self.resting);
        resting.retain(Connection::is_fit);
        !resting.is_empty()
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
