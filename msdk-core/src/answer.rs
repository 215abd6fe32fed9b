//! An answer with what came beside the reply.

/// The answer to a call that succeeded: the typed reply, and the envelope it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer<R> {
    /// The typed reply.
    pub reply: R,
    /// The platform's `msg`, such as "success"; it carries no meaning.
    pub msg: String,
    /// The `msdkExtInfo` that the platform echoed.
    pub ext_info: Option<String>,
}
