//! The two clocks of a client: the time of day, which is signed, and a monotonic one, which time limits go by.

use std::{
    fmt,
    future::Future,
    panic,
    pin::Pin,
    sync::OnceLock,
    time::{Duration, SystemTime},
};

use tokio::{runtime::Handle, time::Instant};

/// Tells the time.
///
/// Only [`now`](Self::now) must be given. Deadlines and pauses go by the other two, which follow tokio's clock and
/// never step back; a test that turns time by hand replaces them as well.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// Returns the time of day, which is signed.
    fn now(&self) -> SystemTime;

    /// Returns the time since some moment before the first call.
    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    /// Waits. Outside of a Tokio runtime with time, where nothing could wake it, it does not wait at all.
    fn sleep(&self, duration: Duration) -> Sleep {
        // Tokio panics in both cases, and cannot be asked about the second.
        match Handle::try_current().map(|_| panic::catch_unwind(|| tokio::time::sleep(duration))) {
            Ok(Ok(sleep)) => Box::pin(sleep),
            _ => Box::pin(std::future::ready(())),
        }
    }
}

/// What [`Clock::sleep`] returns.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The clock of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A time of day that stands still.
impl Clock for crate::describe::UnixTime {
    fn now(&self) -> SystemTime {
        self.to_system_time().unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[test]
    fn nothing_waits_where_nothing_could_wake_it() {
        let sleep = || SystemClock.sleep(Duration::MAX).now_or_never();
        assert_eq!(sleep(), Some(()), "no runtime");
        let without_time = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(without_time.block_on(async { sleep() }), Some(()), "no timers");
        let with_time = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        assert_eq!(with_time.block_on(async { sleep() }), None);
    }
}
