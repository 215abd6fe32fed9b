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

/// The shelves of a transport. There are few: one for each host and runtime.
pub(super) struct Pool {
    shelves: Mutex<Vec<Arc<Shelf>>>,
    limit: usize,
}

/// The resting connections to one origin on one runtime, the one that was used last first.
pub(super) struct Shelf {
    pub(super) origin: Origin,
    /// The value of the `Host` header.
    pub(super) host: HeaderValue,
    runtime: runtime::Id,
    resting: Mutex<VecDeque<Connection>>,
    limit: usize,
}

impl Pool {
    pub(super) fn new(limit: usize) -> Self {
        Self { shelves: Mutex::default(), limit }
    }

    /// Returns the shelf for a URL on this runtime; `prepare` is called before the first of a runtime is made.
    pub(super) fn shelf(
        &self,
        uri: &Uri,
        runtime: runtime::Id,
        prepare: impl FnOnce() -> Result<(), TransportError>,
    ) -> Result<Arc<Shelf>, TransportError> {
        let mut shelves = lock(&self.shelves);
        if let Some(shelf) = shelves.iter().find(|shelf| shelf.runtime == runtime && shelf.origin.is_of(uri)) {
            return Ok(Arc::clone(shelf));
        }
        if !shelves.iter().any(|shelf| shelf.runtime == runtime) {
            prepare()?;
        }
        // Those of runtimes that ended, and of hosts that nobody calls any more.
        shelves.retain(|shelf| Arc::strong_count(shelf) > 1 || shelf.has_connections());
        let shelf = Arc::new(Shelf::new(Origin::of(uri)?, runtime, self.limit)?);
        shelves.push(Arc::clone(&shelf));
        Ok(shelf)
    }
}

impl Shelf {
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
