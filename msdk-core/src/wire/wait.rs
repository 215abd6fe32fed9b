//! Waiting for one of several things.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
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

/// Waits for whichever is done first, and takes it out; if there is none, for nothing.
pub(crate) async fn first_done<F: Future>(under_way: &mut Vec<Pin<Box<F>>>) -> Option<F::Output> {
    let first = poll_fn(|context| {
        for (place, future) in under_way.iter_mut().enumerate() {
            if let Poll::Ready(output) = future.as_mut().poll(context) {
                drop(under_way.remove(place));
                return Poll::Ready(Some(output));
            }
        }
        if under_way.is_empty() { Poll::Ready(None) } else { Poll::Pending }
    });
    first.await
}
