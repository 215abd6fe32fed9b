//! The attempts and the time that a failed call took.

use std::time::Duration;

use crate::client::retry::Stop;

/// The course of a failed call.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Course {
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// Whether an attempt before the last may have been acted upon.
    pub(crate) may_have_acted: bool,
    /// Whether repeating the call does no harm.
    pub(crate) repeatable: bool,
    /// Why there was no further attempt; none before there was any.
    pub(crate) stop: Option<Stop>,
}
