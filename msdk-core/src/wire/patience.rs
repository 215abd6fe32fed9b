//! Time limits that are fair to a process which did not run for a while.
//!
//! After a pause, of a suspended machine or of a runtime whose threads were busy, a timer and the answer that came in the
//! meantime are due at once, and the timer is noticed first. So before a time limit ends anything, everything else is let
//! run: the runtime looks at its sockets, the task of the connection reads, and what has arrived is read.
//!
//! That alone does not suffice where other threads do that work, since how long these take to wake up is the system's to
//! say. So a limit that is noticed late, which is what a pause looks like from inside, is extended by as much as it was
//! late, though by [`MOST`] at most. One that is noticed in time ends in time.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
    time::Duration,
};

use tokio::{
    task::yield_now,
    time::{Instant, timeout, timeout_at},
};

use super::wait::before;

/// How often the others are let run. An answer of the largest size that is read by default takes about a hundred; one in
/// which nothing is to be done takes less than a microsecond.
const POLLS: usize = 256;

/// How much longer than its limit something may take after a pause.
const MOST: Duration = Duration::from_millis(200);

/// More than a timer is late by on its own.
const LATE: Duration = Duration::from_millis(5);

/// The moment that comes some time after another, however long that is.
pub(crate) fn after(moment: Instant, time: Duration) -> Instant {
    const FAR: Duration = Duration::from_secs(365 * 24 * 3600);
    moment + time.min(FAR)
}

/// Waits for something until a point in time, and then for what was there already.
pub(crate) async fn until<F: Future>(deadline: Instant, mut future: Pin<&mut F>) -> Option<F::Output> {
    if let Ok(output) = timeout_at(deadline, future.as_mut()).await {
        return Some(output);
    }
    let late = deadline.elapsed();
    match last_polls(future.as_mut(), POLLS).await {
        Some(output) => Some(output),
        None => timeout(late.min(MOST), future).await.ok(),
    }
}

/// Gives something a last chance after its time was noticed to be over, and how late that was.
///
/// It has a limit of its own, which came first and was noticed at the same moment, so that it may be in an extension now.
/// This waits for as long as that can take.
pub(crate) async fn last_chance<F: Future, S: Future<Output = ()>>(
    mut future: Pin<&mut F>,
    late: Duration,
    sleep: impl FnOnce(Duration) -> S,
) -> Option<F::Output> {
    if let Some(output) = last_polls(future.as_mut(), 2 * POLLS).await {
        return Some(output);
    }
    if late < LATE {
        return None;
    }
    before(future, pin!(sleep(2 * MOST))).await
}

async fn last_polls<F: Future>(mut future: Pin<&mut F>, polls: usize) -> Option<F::Output> {
    for _ in 0..polls {
        yield_now().await;
        let polled = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
        if let Poll::Ready(output) = polled {
            return Some(output);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use tokio::time::{advance, sleep};

    use super::*;

    const LIMIT: Duration = Duration::from_secs(1);
    const SOON: Duration = Duration::from_millis(50);

    async fn within_limit<F: Future>(future: F) -> Option<F::Output> {
        until(after(Instant::now(), LIMIT), pin!(future)).await
    }

    #[tokio::test(start_paused = true)]
    async fn a_limit_that_is_noticed_late_is_extended() {
        let pause = Duration::from_secs(10);
        let waiting = within_limit(sleep(pause + SOON));
        assert_eq!(tokio::join!(waiting, advance(pause)).0, Some(()));
        let waiting = within_limit(sleep(pause + MOST + SOON));
        assert_eq!(tokio::join!(waiting, advance(pause)).0, None, "not for ever");
        assert_eq!(within_limit(sleep(LIMIT + SOON)).await, None, "nor without a pause");
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_there_at_the_limit_is_read() {
        let reading = async {
            sleep(LIMIT).await;
            for _ in 0..POLLS / 2 {
                yield_now().await;
            }
        };
        assert_eq!(within_limit(reading).await, Some(()));
    }
}
