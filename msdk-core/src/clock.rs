//! The time that is signed.

use std::{fmt, time::SystemTime};

/// Tells the time that calls are signed with.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// Returns the current time.
    fn now(&self) -> SystemTime;
}

/// The clock of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A clock that stands still.
impl Clock for crate::UnixTime {
    fn now(&self) -> SystemTime {
        self.to_system_time().unwrap_or(SystemTime::UNIX_EPOCH)
    }
}
