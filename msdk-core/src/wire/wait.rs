//! Waiting for one of several things.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

/// Waits for something, but no longer than until something else ends.
pub(crate) async fn before<F: Future, E: Future<Output = ()>>(
    mut future: Pin<&mut F>,
    mut end: Pin<&mut E>,
) -> Option<F::Output> {
    let either = poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    });
    either.await
}

/// Futures under way, of which only those are polled that were woken.
pub(crate) struct UnderWay<F>(Vec<(Arc<Alarm>, Pin<Box<F>>)>);

/// Wakes the task that waits for a future, and remembers that it is this one.
struct Alarm {
    rang: AtomicBool,
    task: Mutex<Waker>,
}

impl<F: Future> UnderWay<F> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn add(&mut self, future: F) {
        let alarm = Alarm { rang: AtomicBool::new(true), task: Mutex::new(Waker::noop().clone()) };
        self.0.push((Arc::new(alarm), Box::pin(future)));
    }

    /// Waits for whichever is done first and takes it out; returns none at once if nothing is under way.
    pub(crate) async fn next(&mut self) -> Option<F::Output> {
        poll_fn(|context| {
            for (place, (alarm, future)) in self.0.iter_mut().enumerate() {
                if alarm.rang_for(context.waker())
                    && let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&alarm.clone().into()))
                {
                    drop(self.0.swap_remove(place));
                    return Poll::Ready(Some(output));
                }
            }
            if self.0.is_empty() { Poll::Ready(None) } else { Poll::Pending }
        })
        .await
    }
}

impl Alarm {
    /// Whether it rang since it was asked last; from now on it wakes this task.
    fn rang_for(&self, task: &Waker) -> bool {
        self.task.lock().unwrap_or_else(PoisonError::into_inner).clone_from(task);
        self.rang.swap(false, Ordering::SeqCst)
    }
}

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rang.store(true, Ordering::SeqCst);
        self.task.lock().unwrap_or_else(PoisonError::into_inner).wake_by_ref();
    }
}

#[cfg(test)]
mod tests {
    use std::{future::ready, pin::pin, sync::atomic::AtomicUsize};

    use futures_util::FutureExt;
    use tokio::sync::oneshot;

    use super::*;

    #[test]
    fn what_is_done_comes_before_an_end_at_the_same_moment() {
        assert_eq!(before(pin!(ready(1)), pin!(ready(()))).now_or_never(), Some(Some(1)));
        let (sender, mut receiver) = oneshot::channel();
        assert_eq!(before(Pin::new(&mut receiver), pin!(ready(()))).now_or_never(), Some(None));
        sender.send(2).unwrap();
        assert_eq!(receiver.now_or_never(), Some(Ok(2)), "it goes on after the end");
    }

    #[tokio::test]
    async fn whoever_is_woken_is_polled_and_nobody_else() {
        let polls = [const { AtomicUsize::new(0) }; 3];
        let counts = || polls.each_ref().map(|polls| polls.load(Ordering::SeqCst));
        let mut under_way = UnderWay::new();
        let mut senders = Vec::new();
        for (name, polls) in polls.iter().enumerate() {
            let (sender, mut receiver) = oneshot::channel::<()>();
            senders.push(sender);
            under_way.add(async move {
                poll_fn(|context| {
                    polls.fetch_add(1, Ordering::SeqCst);
                    receiver.poll_unpin(context)
                })
                .await
                .map(|()| name)
            });
        }
        assert_eq!(under_way.next().now_or_never(), None);
        assert_eq!(counts(), [1, 1, 1]);
        senders.remove(1).send(()).unwrap();
        assert_eq!((under_way.next().await, counts()), (Some(Ok(1)), [1, 2, 1]));
        let (next, _) = tokio::join!(under_way.next(), async { senders.remove(0).send(()) });
        assert_eq!((next, under_way.len()), (Some(Ok(0)), 1));
        drop(senders);
        assert!(under_way.next().await.is_some_and(|ended| ended.is_err()));
        assert_eq!(under_way.next().await, None);
    }
}
