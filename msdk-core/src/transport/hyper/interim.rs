//! Answers before the answer.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use http::Request;
use tokio::sync::Notify;

/// How many interim (1xx) answers a request may have.
pub(super) const LIMIT: usize = 16;

/// Counts the interim answers to one request, which could go on for ever.
#[derive(Debug, Default)]
pub(super) struct Interim {
    count: AtomicUsize,
    exceeded: Notify,
}

impl Interim {
    pub(super) fn of<B>(request: &mut Request<B>) -> Arc<Self> {
        let interim = Arc::new(Self::default());
        let counter = Arc::clone(&interim);
        hyper::ext::on_informational(request, move |_| {
            if counter.count.fetch_add(1, Ordering::Relaxed) == LIMIT {
                counter.exceeded.notify_one();
            }
        });
        interim
    }

    /// Waits until there were too many.
    pub(super) async fn exceeded(&self) {
        self.exceeded.notified().await;
    }
}
