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
    /// What could not be kept is to be kept with what comes later.
    fn save(&self, changes: Vec<(String, Option<String>)>) -> BoxFuture<'static, io::Result<()>>;
}

/// A world store, and what it has.
pub(crate) struct Saved {
    store: Box<dyn WorldStore>,
    /// The world that it has; none before the first one is kept, which may be empty.
    world: Mutex<Option<World>>,
}

/// A piece that is there once a world is kept, so that one without players is told from none.
const MARK: (&str, &str) = ("world", "{}");

impl Saved {
    /// Finds the world of a store, or keeps this one in it if it is empty.
    pub(crate) fn open(store: Box<dyn WorldStore>, world: World) -> io::Result<(Self, World)> {
        let kept = store.load()?;
        if kept.is_empty() {
            return Ok((Self { store, world: Mutex::default() }, world));
        }
        let had = World::from_entries(&kept).map_err(io::Error::other)?;
        Ok((Self { store, world: Mutex::new(Some(had.clone())) }, had))
    }

    /// Keeps what has changed. The order of calls is the order of what is kept, so let the world be locked.
    pub(crate) fn save(&self, world: &World) -> impl Future<Output = io::Result<()>> + Send + use<> {
        let mut had = lock(&self.world);
        let mut changes = match &*had {
            Some(had) => world.changes_since(had),
            None => world.changes_since(&World::empty()),
        };
        if had.is_none() {
            changes.push((MARK.0.to_owned(), Some(MARK.1.to_owned())));
        }
        let saving = (!changes.is_empty()).then(|| {
            *had = Some(world.clone());
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
