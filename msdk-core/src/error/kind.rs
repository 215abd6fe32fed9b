//! The kinds of failure.

use std::fmt;

/// The kinds of failure of a call, or of the making of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's settings are wrong.
    Config,
    /// A field breaks a rule; nothing was sent.
    InvalidRequest,
    /// The client held the call back: its player may not be asked about so soon again. Nothing was sent.
    Paced,
    /// Too many of the client's calls are under way and waiting; nothing was sent.
    Overloaded,
    /// The call's time was over, or as good as over, before it could be sent; nothing was sent.
    OutOfTime,
    /// The endpoint has not answered for a while, and the client calls it only now and then; nothing was sent.
    CircuitOpen,
    /// The host's name has no address; nothing was sent.
    Dns,
    /// No connection was made, or it closed before anything was written.
    NotSent,
    /// No encrypted connection was made, or its peer is not who it should be. Never tried again, nor without encryption.
    Tls,
    /// The proxy refuses, such as for wrong credentials; nothing reached the platform, and trying again changes nothing.
    Proxy,
    /// This machine could not send: file descriptors, local ports or threads have run out, its firewall forbids it, no
    /// Tokio runtime with timers and I/O is there, or its clock stands before 1970. Nothing was sent, and trying again at
    /// once changes nothing.
    Machine,
    /// The exchange broke off; the server may have acted.
    Transport,
    /// The answer is larger than the client reads.
    TooLarge,
    /// The HTTP status is not 200.
    HttpStatus,
    /// The answer is not what the endpoint answers.
    MalformedAnswer,
    /// The answer belongs to another call: it repeats another `msdkExtInfo`, or none although it should, see
    /// [`ExtInfo`](crate::wire::ExtInfo). Its connection is closed.
    MismatchedAnswer,
    /// The platform refused: `ret` is not 0.
    Refused,
}

/// The name, as [`as_str`](ErrorKind::as_str) gives it.
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
