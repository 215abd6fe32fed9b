//! What this machine lacks for a connection.

use std::{io, panic};

use super::{Fault, Sent, TransportError};

/// The error of a call that this machine cannot send.
pub(super) fn fault(reason: impl Into<String>) -> TransportError {
    TransportError::new(Sent::No, Fault::Machine, reason)
}

/// Whether an error says that this machine has run out of something: file descriptors, of the process or of the system,
/// or memory for sockets.
pub(super) fn is_exhausted(error: &io::Error) -> bool {
    const EMFILE: i32 = 24;
    const ENFILE: i32 = 23;
    const ENOBUFS: i32 = 105;
    const WSAEMFILE: i32 = 10024;
    const WSAENOBUFS: i32 = 10055;
    let codes: &[i32] = if cfg!(windows) { &[WSAEMFILE, WSAENOBUFS] } else { &[EMFILE, ENFILE, ENOBUFS] };
    error.raw_os_error().is_some_and(|code| codes.contains(&code)) || error.kind() == io::ErrorKind::OutOfMemory
}

/// Checks that the runtime of this task has timers and sockets. Tokio panics where they are wanted and not enabled, and
/// has no other way to ask; so both are wanted once for each runtime.
pub(super) fn check_runtime() -> Result<(), TransportError> {
    let has_time = panic::catch_unwind(|| drop(tokio::time::sleep(std::time::Duration::ZERO))).is_ok();
    if !has_time {
        return Err(fault("the Tokio runtime has no timers; build it with `enable_time` or `enable_all`"));
    }
    let has_io = panic::catch_unwind(|| {
        // Without a socket to try it with, the connection will say what is wrong.
        if let Ok(socket) = std::net::UdpSocket::bind(("127.0.0.1", 0)) {
            drop(socket.set_nonblocking(true).and_then(|()| tokio::net::UdpSocket::from_std(socket)));
        }
    });
    has_io.map_err(|_| fault("the Tokio runtime has no I/O; build it with `enable_io` or `enable_all`"))
}
