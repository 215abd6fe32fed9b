//! Connections that wait for their next request.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Origin, connection::Connection};

/// The resting connections to each origin, the one that was used last first.
pub(super) struct Pool {
    resting: Mutex<HashMap<Origin, VecDeque<Connection>>>,
    limit: usize,
}

impl Pool {
    pub(super) fn new(limit: usize) -> Self {
        Self { resting: Mutex::default(), limit }
    }

    pub(super) fn take(&self, origin: &Origin) -> Option<Connection> {
        let mut resting = self.lock();
        let connections = resting.get_mut(origin)?;
        while let Some(connection) = connections.pop_back() {
            if connection.is_fit() {
                return Some(connection);
            }
        }
        None
    }

    pub(super) fn put(&self, origin: Origin, connection: Connection) {
        let mut resting = self.lock();
        let connections = resting.entry(origin).or_default();
        connections.push_back(connection);
        while connections.len() > self.limit || connections.front().is_some_and(|oldest| !oldest.is_fit()) {
            connections.pop_front();
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Origin, VecDeque<Connection>>> {
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("limit", &self.limit).finish_non_exhaustive()
    }
}
