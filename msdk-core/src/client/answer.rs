//! A successful answer: the typed reply and its envelope.

use std::time::Duration;

/// The answer to a call that succeeded: the typed reply, and the envelope it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer<R> {
    /// The typed reply.
    pub reply: R,
    /// The platform's `msg`, such as "success"; it carries no meaning.
    pub msg: String,
    /// The `msdkExtInfo` that the platform repeated: the session's own, or that of the last attempt.
    pub ext_info: Option<String>,
    /// Whether an attempt before the last did what was asked, or somebody else did: the answer says that there was nothing
    /// left to do, and the endpoint's declaration takes that for success after an attempt whose outcome is unknown.
    pub done_before: bool,
    /// How many requests were sent, or tried to be.
    pub attempts: u32,
    /// The time that the call took, pauses included.
    pub elapsed: Duration,
}

impl Answer<()> {
    /// Returns the same answer with its reply.
    pub(crate) fn with<R>(self, reply: R) -> Answer<R> {
        let Self { reply: (), msg, ext_info, done_before, attempts, elapsed } = self;
        Answer { reply, msg, ext_info, done_before, attempts, elapsed }
    }
}
