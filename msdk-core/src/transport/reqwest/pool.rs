//! The client of reqwest in use, and how it is given up.

use std::sync::{Arc, PoisonError, RwLock};

use super::builder::Recipe;
use crate::Error;

/// reqwest cannot close one connection of a client, so that all of them are given up together: later requests go by a
/// new client, and those under way end on the old one.
pub(super) struct Pool {
    recipe: Recipe,
    current: RwLock<Current>,
}

#[derive(Clone)]
pub(super) struct Current {
    pub(super) client: reqwest::Client,
    pub(super) generation: u64,
}

impl Pool {
    pub(super) fn new(recipe: Recipe) -> Result<Self, Error> {
        let current = RwLock::new(Current { client: recipe.client()?, generation: 0 });
        Ok(Self { recipe, current })
    }

    /// Returns the client to send with.
    pub(super) fn current(&self) -> Current {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Starts anew, unless that happened since the generation.
    fn give_up(&self, generation: u64) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        if current.generation == generation {
            // It was made of the same recipe before; without one, the old connections are better than none.
            if let Ok(client) = self.recipe.client() {
                *current = Current { client, generation: generation + 1 };
            }
        }
    }
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
