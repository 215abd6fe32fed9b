//! How a call ended, and what was expected of it.

use std::time::Duration;

use super::{Trial, stopwatch::Taken};
use crate::contestant::{Endpoint, Failure, Reply};

/// How a call ended.
pub(crate) struct Ended<'t> {
    trial: &'t Trial,
    result: Result<Reply, Failure>,
    taken: Taken,
}

impl<'t> Ended<'t> {
    pub(crate) fn new(trial: &'t Trial, result: Result<Reply, Failure>, taken: Taken) -> Self {
        if let Err(failure) = &result {
            trial.print(failure);
        }
        Self { trial, result, taken }
    }

    pub(crate) const fn result(&self) -> &Result<Reply, Failure> {
        &self.result
    }

    /// Expects success.
    pub(crate) fn succeeds(self) -> Self {
        let broken = self.result.as_ref().err().map(|failure| format!("fails ({}) instead of success", failure.kind));
        self.expect(broken.is_none(), broken.unwrap_or_default())
    }

    /// Expects the answer with a nickname.
    pub(crate) fn succeeds_as(self, name: &str) -> Self {
        let is_other = self.result.as_ref().is_ok_and(|reply| reply.name != name);
        self.succeeds().expect(!is_other, "takes another answer for its own")
    }

    /// Expects a failure of a kind, and that it is known whether the platform may have acted.
    pub(crate) fn fails(self, kind: &str, may_have_acted: bool) -> Self {
        let (broken, acted) = match &self.result {
            Ok(_) => (Some("takes it for success".to_owned()), may_have_acted),
            Err(failure) => {
                let other = (failure.kind != kind).then(|| format!("fails as {}, not {kind}", failure.kind));
                (other, failure.may_have_acted)
            }
        };
        let acted_text = if may_have_acted { "says that nothing was done" } else { "says that it may have been done" };
        self.expect(broken.is_none(), broken.unwrap_or_default()).expect(acted == may_have_acted, acted_text)
    }

    /// Expects success by a repeat where repeating does no harm, and otherwise a failure that leaves open whether the
    /// platform acted.
    pub(crate) fn repeated_or(self, kind: &str) -> Self {
        match self.trial.endpoint {
            Endpoint::Read => self.succeeds(),
            Endpoint::Write => self.fails(kind, true),
        }
    }

    /// Expects the HTTP status in the failure.
    pub(crate) fn with_status(self, status: u16) -> Self {
        let has_status = self.result.as_ref().err().is_some_and(|failure| failure.status == Some(status));
        self.expect(has_status, "does not tell the HTTP status")
    }

    /// Expects that the call was not given up after one attempt.
    pub(crate) fn tried_again(self) -> Self {
        let attempts = self.result.as_ref().err().and_then(|failure| failure.attempts);
        self.expect(attempts.is_none_or(|attempts| attempts > 1), "does not try again although nothing was sent")
    }

    /// Expects that the failure says something.
    pub(crate) fn says(self, text: &str, what: &str) -> Self {
        let says = self.result.as_ref().err().is_some_and(|failure| failure.shown.contains(text));
        self.expect(says, format!("the error does not tell {what}"))
    }

    /// Expects that the failure does not say something.
    pub(crate) fn does_not_say(self, text: &str) -> Self {
        let says = |failure: &Failure| failure.shown.contains(text) || failure.debugged.contains(text);
        let says = self.result.as_ref().err().is_some_and(says);
        self.expect(!says, "the error repeats the server's text")
    }

    /// Expects that what is printed of the failure is short.
    pub(crate) fn briefly(self) -> Self {
        const BRIEF: usize = 1500;
        let is_long = self.result.as_ref().err().is_some_and(|failure| failure.shown.len() > BRIEF);
        self.expect(!is_long, "the error is a page long")
    }

    /// Expects that the call took no longer, by the time that this process got to run.
    pub(crate) fn within(self, limit: Duration) -> Self {
        let is_late = self.taken.by_ticks > limit;
        self.expect(!is_late, format!("takes longer than {limit:?}"))
    }

    /// Expects that the call took that long.
    pub(crate) fn at_least(self, time: Duration) -> Self {
        let is_hasty = self.taken.by_the_wall < time;
        self.expect(!is_hasty, format!("takes less than {time:?}"))
    }

    pub(crate) fn expect(self, holds: bool, broken: impl Into<String>) -> Self {
        self.trial.expect(holds, broken);
        self
    }
}
