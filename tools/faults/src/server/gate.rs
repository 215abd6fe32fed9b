//! What a script waits at.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// A gate that is closed until it is opened, and open ever after.
#[derive(Clone)]
pub(crate) struct Gate(Arc<Semaphore>);

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }
}

impl Gate {
    pub(crate) fn open(&self) {
        self.0.close();
    }

    pub(crate) fn is_open(&self) -> bool {
        self.0.is_closed()
    }

    pub(crate) async fn wait(&self) {
        // A semaphore without permits ends the waiting by closing.
        let _ = self.0.acquire().await;
    }
}
