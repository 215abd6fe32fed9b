//! The words of a script.

use std::time::Duration;

use super::Gate;

/// What a server does on one connection, which it closes at the end.
pub(crate) type Script = Vec<Step>;

/// One step of a script.
#[derive(Clone)]
pub(crate) enum Step {
    /// Reads a request, head and body.
    Read,
    /// Reads some bytes, whatever they are.
    ReadSome,
    /// Writes some bytes.
    Send(Vec<u8>),
    /// Writes the success, with a nickname, that answers the server's request with that number; the first has 0. It repeats
    /// the request's `msdkExtInfo`, if that has one.
    AnswerTo(usize, &'static str),
    /// Writes bytes one by one, with a pause before each.
    Drip(Vec<u8>, Duration),
    /// Writes the same bytes that many times, unless the client hangs up.
    Flood(Vec<u8>, usize),
    /// Answers every further request in the same way, for as long as the client likes.
    Serve(Vec<u8>),
    /// Waits for the test.
    Wait(Gate),
    /// Breaks the connection off, unless a gate is open.
    ResetUnless(Gate),
    /// Breaks the connection off.
    Reset,
    /// Closes the connection for writing only.
    HalfClose,
    /// Waits until the client closes the connection, which must not come with further bytes.
    Closed,
    /// Reads whatever comes until the client closes the connection.
    Drain,
    /// Keeps the connection open and does nothing.
    Hold,
}
