//! What is kept of the world outside of the process.

mod entries;

use std::{collections::BTreeMap, fmt, future::Future, io, sync::Mutex};

use futures_util::future::BoxFuture;

use crate::{World, gateway::lock};

/// Keeps the world of a gateway, so that it can be found again.
///
/// The world is kept in pieces, each a JSON text under a key, such as `player/OPENID`. A call is answered once what it
/// changed is kept, so what was acknowledged is there after the process has died.
pub trait WorldStore: fmt::Debug + Send + Sync + 'static {
    /// Returns all that is kept.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn load(&self) -> io::Result<BTreeMap<String, String>>;

    /// Keeps pieces, and takes away those without a text. All of it is kept or nothing; later calls come after earlier ones.
    fn save(&self, changes: Vec<(String, Option<String>)>) -> BoxFuture<'static, io::Result<()>>;
}

/// A world store, and what it has.
pub(crate) struct Saved {
    store: Box<dyn WorldStore>,
    world: Mutex<World>,
}

impl Saved {
    /// Finds the world of a store, or keeps this one in it if it is empty.
    pub(crate) fn open(store: Box<dyn WorldStore>, world: World) -> io::Result<(Self, World)> {
        let kept = store.load()?;
        let had =
            if kept.is_empty() { World::empty() } else { World::from_entries(&kept).map_err(io::Error::other)? };
        let world = if kept.is_empty() { world } else { had.clone() };
        Ok((Self { store, world: Mutex::new(had) }, world))
    }

    /// Keeps what has changed. The order of calls is the order of what is kept, so let the world be locked.
    pub(crate) fn save(&self, world: &World) -> impl Future<Output = io::Result<()>> + Send + use<> {
        let mut had = lock(&self.world);
        let changes = world.changes_since(&had);
        let saving = (!changes.is_empty()).then(|| {
            *had = world.clone();
            self.store.save(changes)
        });
        async move {
            match saving {
                Some(saving) => saving.await,
                None => Ok(()),
            }
        }
    }
}
