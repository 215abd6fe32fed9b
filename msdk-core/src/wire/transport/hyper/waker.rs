//! Wakes the call that uses a connection, unless it is awake.
//!
//! hyper wakes whoever polls a connection for everything that happens inside of it: an answer that is delivered, a body that
//! is taken. The call polls the connection and then takes what was delivered, so most of these wakes come while it runs,
//! and would have its task run once more for nothing. So a wake that comes during a poll is kept until the poll is over,
//! and passed on only if the call still waits.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

/// The waker that a connection is polled with, for one call after another.
pub(super) struct CallWaker {
    shared: Arc<Shared>,
    /// What wakes by way of `shared`.
    waker: Waker,
}

struct Shared {
    state: AtomicU8,
    /// What wakes the task of the call.
    task: Mutex<Waker>,
}

/// The call waits.
const ASLEEP: u8 = 0;
/// The call is being polled, or there is none.
const AWAKE: u8 = 1;
/// The call is being polled and was woken meanwhile.
const WOKEN: u8 = 2;

impl CallWaker {
    pub(super) fn new() -> Self {
        let shared = Arc::new(Shared { state: AtomicU8::new(AWAKE), task: Mutex::new(Waker::noop().clone()) });
        Self { waker: Waker::from(Arc::clone(&shared)), shared }
    }

    /// Polls something on behalf of a task.
    pub(super) fn poll<T>(&self, task: &Waker, poll: impl FnOnce(&mut Context<'_>) -> Poll<T>) -> Poll<T> {
        self.shared.task.lock().unwrap_or_else(PoisonError::into_inner).clone_from(task);
        self.shared.state.store(AWAKE, Ordering::SeqCst);
        let polled = poll(&mut Context::from_waker(&self.waker));
        if polled.is_pending() && self.shared.state.swap(ASLEEP, Ordering::SeqCst) == WOKEN {
            task.wake_by_ref();
        }
        polled
    }
}

impl Wake for Shared {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let kept = self.state.compare_exchange(AWAKE, WOKEN, Ordering::SeqCst, Ordering::SeqCst);
        if kept == Err(ASLEEP) {
            self.task.lock().unwrap_or_else(PoisonError::into_inner).wake_by_ref();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    #[derive(Default)]
    struct Wakes(AtomicUsize);

    impl Wake for Wakes {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn a_call_is_woken_only_if_it_waits() {
        let wakes = Arc::new(Wakes::default());
        let count = || wakes.0.load(Ordering::SeqCst);
        let (call, task) = (CallWaker::new(), Waker::from(Arc::clone(&wakes)));
        let wake = |context: &mut Context<'_>| context.waker().wake_by_ref();
        let mut kept = None;

        let ready = call.poll(&task, |context| {
            wake(context);
            Poll::Ready(())
        });
        assert_eq!((ready.is_ready(), count()), (true, 0), "it has what it was woken for");
        let pending = call.poll(&task, |context| {
            wake(context);
            kept = Some(context.waker().clone());
            Poll::<()>::Pending
        });
        assert_eq!((pending.is_pending(), count()), (true, 1), "it was told while it looked elsewhere");
        kept.unwrap().wake();
        assert_eq!(count(), 2, "it sleeps");
    }

    #[test]
    fn the_task_that_polled_last_is_woken() {
        let [first, second] = [(); 2].map(|()| Arc::new(Wakes::default()));
        let call = CallWaker::new();
        let mut kept = None;
        for task in [&first, &second] {
            let _: Poll<()> = call.poll(&Waker::from(Arc::clone(task)), |context| {
                kept = Some(context.waker().clone());
                Poll::Pending
            });
        }
        kept.unwrap().wake();
        assert_eq!([&first, &second].map(|wakes| wakes.0.load(Ordering::SeqCst)), [0, 1]);
    }
}
