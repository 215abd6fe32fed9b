//! The world on disk.

use std::{
    collections::BTreeMap,
    fmt, io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use msdk_mock::WorldStore;
use redb::{Database, ReadableDatabase, ReadableTable as _, TableDefinition};
use tokio::sync::oneshot;

/// The pieces of the world.
const PIECES: TableDefinition<'_, &str, &str> = TableDefinition::new("world");

/// What is to be kept together.
type Changes = Vec<(String, Option<String>)>;

/// A world in an embedded database. What is acknowledged has reached the disk.
///
/// A thread of its own writes, so that calls which change nothing need not wait. What comes while it writes is kept
/// together afterwards, in one go.
pub(super) struct DiskStore {
    database: Arc<Database>,
    jobs: Sender<Job>,
    is_broken: Arc<AtomicBool>,
}

struct Job {
    changes: Changes,
    done: oneshot::Sender<Result<(), String>>,
}

impl DiskStore {
    /// Opens a file, or makes it. Another process that has it open is an error.
    pub(super) fn open(path: &Path) -> Result<Self, redb::Error> {
        let database = Arc::new(Database::create(path)?);
        let transaction = database.begin_write()?;
        transaction.open_table(PIECES)?;
        transaction.commit()?;
        let (jobs, waiting) = channel();
        let (written, is_broken) = (Arc::clone(&database), Arc::new(AtomicBool::new(false)));
        let broken = Arc::clone(&is_broken);
        thread::Builder::new().name("msdk-store".into()).spawn(move || write(&written, &waiting, &broken))?;
        Ok(Self { database, jobs, is_broken })
    }

    /// Whether the latest changes could not be kept.
    pub(super) fn is_broken(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_broken)
    }
}

impl WorldStore for DiskStore {
    fn load(&self) -> io::Result<BTreeMap<String, String>> {
        load(&self.database).map_err(io::Error::other)
    }

    fn save(&self, changes: Changes) -> futures_util::future::BoxFuture<'static, io::Result<()>> {
        let (done, saved) = oneshot::channel();
        let sent = self.jobs.send(Job { changes, done });
        Box::pin(async move {
            sent.map_err(|_| io::Error::other("the store has ended"))?;
            saved.await.map_err(io::Error::other)?.map_err(io::Error::other)
        })
    }
}

impl fmt::Debug for DiskStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DiskStore").finish_non_exhaustive()
    }
}

fn load(database: &Database) -> Result<BTreeMap<String, String>, redb::Error> {
    let transaction = database.begin_read()?;
    let table = transaction.open_table(PIECES)?;
    let mut pieces = BTreeMap::new();
    for entry in table.iter()? {
        let (key, text) = entry?;
        pieces.insert(key.value().to_owned(), text.value().to_owned());
    }
    Ok(pieces)
}

/// Writes what comes until nobody can send any more.
///
/// What cannot be kept is kept with what comes later, so that nothing is missing once there is room again.
fn write(database: &Database, waiting: &Receiver<Job>, is_broken: &AtomicBool) {
    let mut missing = Changes::new();
    while let Ok(first) = waiting.recv() {
        let mut done = Vec::new();
        for job in std::iter::once(first).chain(waiting.try_iter()) {
            missing.extend(job.changes);
            done.push(job.done);
        }
        let result = keep(database, &missing).map_err(|error| error.to_string());
        is_broken.store(result.is_err(), Relaxed);
        if result.is_ok() {
            missing.clear();
        }
        for done in done {
            // Whoever asked may have left.
            let _ = done.send(result.clone());
        }
    }
}

fn keep(database: &Database, changes: &Changes) -> Result<(), redb::Error> {
    let transaction = database.begin_write()?;
    {
        let mut table = transaction.open_table(PIECES)?;
        for (key, text) in changes {
            match text {
                Some(text) => drop(table.insert(key.as_str(), text.as_str())?),
                None => drop(table.remove(key.as_str())?),
            }
        }
    }
    transaction.commit()?;
    Ok(())
}
