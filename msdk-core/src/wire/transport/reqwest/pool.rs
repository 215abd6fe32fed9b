//! The clients of reqwest in use, one for each runtime, and how they are given up.
//!
//! A connection is read and written by a task of the runtime that made it, and stands still or ends with that runtime.
//! reqwest would use it on any other, which would then lose requests. So each runtime has a client of its own.
//!
//! reqwest cannot close one connection of a client either. So all of them are given up together: later requests go by a
//! new client, and those under way end on the old one.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::{runtime, sync::oneshot};

use super::{
    super::{Fault, Sent, TransportError, machine},
    builder::Recipe,
};
use crate::error::Error;

pub(super) struct Pool {
    source: Source,
    clients: RwLock<Clients>,
}

/// Where clients come from.
enum Source {
    /// One is made for each runtime, and again when connections are given up.
    Recipe(Box<Recipe>),
    /// The caller's own, whose connections are not ours to give up.
    Given(reqwest::Client),
}

#[derive(Default)]
struct Clients {
    in_use: Vec<RuntimeClient>,
    /// How many were made so far, which numbers them.
    made: u64,
}

struct RuntimeClient {
    runtime: runtime::Id,
    current: Current,
    /// Closed once the runtime has ended, since a task of the runtime holds the other end. Ids are used again then.
    alive: oneshot::Sender<()>,
}

/// The client to send with, and its number.
#[derive(Clone)]
pub(super) struct Current {
    pub(super) client: reqwest::Client,
    number: u64,
}

impl Pool {
    pub(super) fn new(recipe: Recipe) -> Result<Self, Error> {
        // Whatever reqwest refuses of the settings is refused now, and not by the first call.
        recipe.client()?;
        Ok(Self { source: Source::Recipe(Box::new(recipe)), clients: RwLock::default() })
    }

    pub(super) fn given(client: reqwest::Client) -> Self {
        Self { source: Source::Given(client), clients: RwLock::default() }
    }

    /// Whether the client is the caller's own, of whose settings nothing is known.
    pub(super) const fn is_given(&self) -> bool {
        matches!(self.source, Source::Given(_))
    }

    /// Returns the client of the runtime that this is called on.
    pub(super) fn current(&self) -> Result<Current, TransportError> {
        let runtime = machine::runtime()?.id();
        let recipe = match &self.source {
            Source::Recipe(recipe) => recipe,
            Source::Given(client) => {
                machine::check_runtime()?;
                return Ok(Current { client: client.clone(), number: 0 });
            }
        };
        let clients = self.clients.read().unwrap_or_else(PoisonError::into_inner);
        let known = clients.of(runtime);
        drop(clients);
        known.map_or_else(|| self.make(recipe, runtime), Ok)
    }

    fn make(&self, recipe: &Recipe, runtime: runtime::Id) -> Result<Current, TransportError> {
        machine::check_runtime()?;
        let mut clients = self.clients.write().unwrap_or_else(PoisonError::into_inner);
        // Another call may have made it since it was looked for.
        if let Some(current) = clients.of(runtime) {
            return Ok(current);
        }
        let client = recipe.client().map_err(|error| TransportError::new(Sent::No, Fault::Other, error.to_string()))?;
        let (alive, ended) = oneshot::channel::<()>();
        drop(tokio::spawn(async { drop(ended.await) }));
        clients.made += 1;
        let current = Current { client, number: clients.made };
        clients.in_use.retain(|client| !client.alive.is_closed());
        clients.in_use.push(RuntimeClient { runtime, current: current.clone(), alive });
        Ok(current)
    }

    #[cfg(test)]
    pub(super) fn in_use(&self) -> usize {
        self.clients.read().unwrap().in_use.len()
    }

    /// Has the next request on the runtime of a client go by a new one.
    fn give_up(&self, number: u64) {
        let mut clients = self.clients.write().unwrap_or_else(PoisonError::into_inner);
        clients.in_use.retain(|client| client.current.number != number);
    }
}

impl Clients {
    fn of(&self, runtime: runtime::Id) -> Option<Current> {
        let mut clients = self.in_use.iter();
        let client = clients.find(|client| client.runtime == runtime && !client.alive.is_closed())?;
        Some(client.current.clone())
    }
}

/// The connection of an answer that nobody has looked at yet. Dropping this gives up the client that it belongs to.
pub(super) struct Doubt {
    pool: Option<Arc<Pool>>,
    number: u64,
}

impl Doubt {
    pub(super) const fn new(pool: Arc<Pool>, current: &Current) -> Self {
        Self { pool: Some(pool), number: current.number }
    }

    pub(super) fn dispel(mut self) {
        self.pool = None;
    }
}

impl Drop for Doubt {
    fn drop(&mut self) {
        if let Some(pool) = &self.pool {
            pool.give_up(self.number);
        }
    }
}
