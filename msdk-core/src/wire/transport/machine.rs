//! What this machine lacks for a connection.

use std::{
    error::Error,
    future::{Future, poll_fn},
    io,
    panic::{self, AssertUnwindSafe},
    pin::pin,
    task::Poll,
};

use tokio::runtime::Handle;

use super::{Fault, Sent, TransportError, causes};

/// The error of a call that this machine cannot send.
pub(super) fn fault(reason: impl Into<String>) -> TransportError {
    TransportError::new(Sent::No, Fault::Machine, reason)
}

/// Whether an error, or one under it, says that this machine is what keeps a connection from being made.
pub(super) fn is_at_fault(error: &(dyn Error + 'static)) -> bool {
    causes::chain(error).filter_map(|cause| cause.downcast_ref()).any(is_of_machine)
}

/// File descriptors of the process or of the system, memory for sockets, or local ports have run out, or a firewall or a
/// sandbox of this machine forbids the connection.
fn is_of_machine(error: &io::Error) -> bool {
    const EPERM: i32 = 1;
    const EACCES: i32 = 13;
    const ENFILE: i32 = 23;
    const EMFILE: i32 = 24;
    // Linux has numbers of its own for these.
    const ENOBUFS: i32 = if cfg!(any(target_os = "linux", target_os = "android")) { 105 } else { 55 };
    const EADDRNOTAVAIL: i32 = if cfg!(any(target_os = "linux", target_os = "android")) { 99 } else { 49 };
    const WSAEACCES: i32 = 10013;
    const WSAEMFILE: i32 = 10024;
    const WSAEADDRNOTAVAIL: i32 = 10049;
    const WSAENOBUFS: i32 = 10055;
    let codes: &[i32] = if cfg!(windows) {
        &[WSAEACCES, WSAEMFILE, WSAEADDRNOTAVAIL, WSAENOBUFS]
    } else {
        &[EPERM, EACCES, ENFILE, EMFILE, EADDRNOTAVAIL, ENOBUFS]
    };
    error.raw_os_error().is_some_and(|code| codes.contains(&code)) || error.kind() == io::ErrorKind::OutOfMemory
}

/// Returns the runtime that this is called on.
pub(super) fn runtime() -> Result<Handle, TransportError> {
    Handle::try_current().map_err(|_| fault("there is no Tokio runtime here"))
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

/// Runs something that needs a thread of the runtime's, for which Tokio panics if the system gives it none.
pub(super) async fn with_thread<F: Future>(future: F) -> Result<F::Output, TransportError> {
    let mut future = pin!(future);
    let polled = poll_fn(|context| match panic::catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(polled) => polled.map(Ok),
        Err(_) => Poll::Ready(Err(fault("no thread can be started"))),
    });
    polled.await
}
