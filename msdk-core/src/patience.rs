//! Time limits that are fair to a process which did not run for a while.
//!
//! After a pause, of a suspended machine or of a runtime whose threads were busy, a timer and the answer that came in the
//! meantime are due at once, and the timer is noticed first. So before a time limit ends anything, everything else gets its
//! turn: the runtime looks at its sockets, the task of the connection reads, and what has arrived is read.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
    time::Duration,
};

use tokio::{
    task::yield_now,
    time::{Instant, timeout_at},
};

/// How many turns the others get. An answer of the largest size that is read by default takes about a hundred; a turn in
/// which nothing is to be done takes less than a microsecond.
const TURNS: usize = 256;

/// Waits for something until a point in time, and then for what was there already.
pub(crate) async fn until<F: Future>(deadline: Instant, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    match timeout_at(deadline, future.as_mut()).await {
        Ok(output) => Some(output),
        Err(_) => last_turns(future, TURNS).await,
    }
}

/// The moment after some time, however long that is.
pub(crate) fn after(time: Duration) -> Instant {
    const FAR: Duration = Duration::from_hours(365 * 24);
    Instant::now() + time.min(FAR)
}

/// Gives something a last chance after its time is over. It may itself be in its last turns.
pub(crate) async fn last_chance<F: Future + Unpin>(future: F) -> Option<F::Output> {
    last_turns(future, 2 * TURNS).await
}

async fn last_turns<F: Future>(future: F, turns: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    for _ in 0..turns {
        yield_now().await;
        let polled = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
        if let Poll::Ready(output) = polled {
            return Some(output);
        }
    }
    None
}
