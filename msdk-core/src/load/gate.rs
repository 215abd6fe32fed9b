//! Requests under way, and those that wait for their turn.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::observe;

/// Lets a number of requests through at once, in the order they came, and a number of others wait.
#[derive(Debug)]
pub(crate) struct Gate {
    under_way: Arc<Semaphore>,
    waiting: AtomicUsize,
    may_wait: usize,
}

/// The right to one request; it is given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    _permit: OwnedSemaphorePermit,
}

impl Gate {
    pub(crate) fn new(at_once: usize, may_wait: usize) -> Self {
        let under_way = Arc::new(Semaphore::new(at_once.clamp(1, Semaphore::MAX_PERMITS)));
        Self { under_way, waiting: AtomicUsize::new(0), may_wait }
    }

    /// Takes a place among those who wait, if there is one.
    pub(crate) fn wait(&self) -> Option<Waiter<'_>> {
        Waiter::new(self)
    }

    /// Waits for a permit; none if too many wait already.
    pub(crate) async fn enter(&self) -> Option<Permit> {
        if let Ok(permit) = Arc::clone(&self.under_way).try_acquire_owned() {
            return Some(Permit { _permit: permit });
        }
        let _waiter = self.wait()?;
        let permit = Arc::clone(&self.under_way).acquire_owned().await.ok()?;
        Some(Permit { _permit: permit })
    }

    /// Returns how many wait.
    #[cfg(test)]
    fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }
}

/// A place in the queue; it is given up when it is dropped, also by a caller that loses patience.
#[derive(Debug)]
pub(crate) struct Waiter<'a>(&'a Gate);

impl<'a> Waiter<'a> {
    fn new(gate: &'a Gate) -> Option<Self> {
        if gate.waiting.fetch_add(1, Ordering::Relaxed) < gate.may_wait {
            observe::waiting(1);
            return Some(Self(gate));
        }
        gate.waiting.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
        observe::waiting(-1);
    }
}

#[cfg(test)]
mod tests {
    use std::{future::poll_fn, pin::Pin, task::Poll};

    use super::*;

    async fn is_pending(mut future: Pin<&mut impl Future>) -> bool {
        poll_fn(|context| Poll::Ready(future.as_mut().poll(context).is_pending())).await
    }

    #[tokio::test]
    async fn the_queue_ends_and_a_caller_that_leaves_gives_its_place_back() {
        let gate = Gate::new(1, 1);
        let under_way = gate.enter().await.unwrap();
        let mut first = Box::pin(gate.enter());
        assert!(is_pending(first.as_mut()).await);
        assert!(gate.enter().await.is_none(), "the queue is full");
        drop(first);
        assert_eq!(gate.waiting(), 0);
        let mut second = Box::pin(gate.enter());
        assert!(is_pending(second.as_mut()).await);
        drop(under_way);
        assert!(second.await.is_some());
        assert_eq!(gate.waiting(), 0);
    }
}
