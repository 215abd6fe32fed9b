//! Answers before the answer.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use http::{Extensions, Request};

/// How many interim (1xx) answers a request may have.
pub(super) const LIMIT: usize = 16;

/// Counts the interim answers to the request that a connection has, which could go on for ever.
pub(super) struct Interim {
    count: Arc<AtomicUsize>,
    /// What has hyper count them: made once for each connection.
    counting: Extensions,
}

/// There were more interim answers than a request may have.
#[derive(Debug)]
pub(super) struct TooMany;

impl Default for Interim {
    fn default() -> Self {
        let count = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&count);
        let mut request = Request::new(());
        hyper::ext::on_informational(&mut request, move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        Self { count, counting: request.into_parts().0.extensions }
    }
}

impl Interim {
    /// Starts to count the answers to another request.
    pub(super) fn count_for<B>(&self, request: &mut Request<B>) {
        self.count.store(0, Ordering::Relaxed);
        *request.extensions_mut() = self.counting.clone();
    }

    pub(super) fn check(&self) -> Result<(), TooMany> {
        if self.count.load(Ordering::Relaxed) > LIMIT { Err(TooMany) } else { Ok(()) }
    }
}
