//! A gateway without a socket.

use std::fmt;

use bytes::Bytes;
use http::Request;

use super::Shared;

/// A gateway that is handed its requests, for fuzzing, which has no time for sockets.
#[doc(hidden)]
pub struct InProcess(Shared);

impl InProcess {
    pub(super) const fn new(shared: Shared) -> Self {
        Self(shared)
    }

    /// Returns the body of the answer to a request.
    pub fn answer(&self, request: Request<Bytes>) -> String {
        let (head, body) = request.into_parts();
        self.0.answer(&head, Ok(body))
    }
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InProcess").finish_non_exhaustive()
    }
}
