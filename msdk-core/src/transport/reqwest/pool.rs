//! The clients of reqwest in use, and how one is given up.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::runtime;

use super::{
    super::{Fault, Sent, TransportError, machine},
    builder::Recipe,
};
use crate::Error;

/// A client of reqwest for each runtime, since a connection is driven by the runtime that made it: used from another, it
/// waits for a runtime that may be busy or gone.
///
/// reqwest cannot close one connection of a client, so that all of them are given up together: later requests go by a
/// new client, and those under way end on the old one.
pub(super) struct Pool {
    recipe: Recipe,
    clients: Mutex<Clients>,
}

/// The client that was used last is the last one. Nothing tells when a runtime has ended, so there is a bound.
struct Clients {
    of_runtimes: Vec<(runtime::Id, Current)>,
    /// The client that the recipe was tried with, for the first runtime.
    spare: Option<reqwest::Client>,
    generation: u64,
}

/// How many runtimes have a client. The one that sent longest ago loses its client, and can have another.
const RUNTIMES: usize = 16;

#[derive(Clone)]
pub(super) struct Current {
    pub(super) client: reqwest::Client,
    pub(super) generation: u64,
}

impl Pool {
    pub(super) fn new(recipe: Recipe) -> Result<Self, Error> {
        let clients = Clients { of_runtimes: Vec::new(), spare: Some(recipe.client()?), generation: 0 };
        Ok(Self { recipe, clients: Mutex::new(clients) })
    }

    /// Returns the client to send with on this runtime.
    pub(super) fn current(&self, runtime: runtime::Id) -> Result<Current, TransportError> {
        let mut clients = self.clients();
        let of_runtime = clients.of_runtimes.iter().position(|(id, _)| *id == runtime);
        let current = match of_runtime {
            Some(at) => clients.of_runtimes.remove(at).1,
            None => self.first(&mut clients)?,
        };
        clients.of_runtimes.push((runtime, current.clone()));
        Ok(current)
    }

    /// Makes the first client of a runtime.
    fn first(&self, clients: &mut Clients) -> Result<Current, TransportError> {
        machine::check_runtime()?;
        let client = match clients.spare.take() {
            Some(client) => client,
            None => self.recipe.client().map_err(|error| unsent(&error))?,
        };
        if clients.of_runtimes.len() == RUNTIMES {
            clients.of_runtimes.remove(0);
        }
        Ok(clients.next(client))
    }

    /// Starts anew, unless that happened since the generation.
    fn give_up(&self, generation: u64) {
        let mut clients = self.clients();
        let at = clients.of_runtimes.iter().position(|(_, current)| current.generation == generation);
        // It was made of the same recipe before; without one, the old connections are better than none.
        if let Some(at) = at
            && let Ok(client) = self.recipe.client()
        {
            let (runtime, _) = clients.of_runtimes.remove(at);
            let current = clients.next(client);
            clients.of_runtimes.push((runtime, current));
        }
    }

    fn clients(&self) -> MutexGuard<'_, Clients> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clients {
    const fn next(&mut self, client: reqwest::Client) -> Current {
        self.generation += 1;
        Current { client, generation: self.generation }
    }
}

fn unsent(error: &Error) -> TransportError {
    TransportError::new(Sent::No, Fault::Other, error.to_string())
}

/// The connection of an answer that nobody has looked at yet. Dropping this gives up the connections.
pub(super) struct Doubt {
    pool: Option<Arc<Pool>>,
    generation: u64,
}

impl Doubt {
    pub(super) const fn new(pool: Arc<Pool>, generation: u64) -> Self {
        Self { pool: Some(pool), generation }
    }

    pub(super) fn dispel(mut self) {
        self.pool = None;
    }
}

impl Drop for Doubt {
    fn drop(&mut self) {
        if let Some(pool) = &self.pool {
            pool.give_up(self.generation);
        }
    }
}
