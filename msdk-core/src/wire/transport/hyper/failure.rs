//! What hyper's errors mean.

use std::io;

use super::{
    super::{Fault, Sent, TransportError, causes},
    Origin,
    stream::PeerSpeaksTls,
};

/// Says why an exchange broke off after the request may have left.
pub(super) fn broken(origin: &Origin, error: &hyper::Error) -> TransportError {
    TransportError::new(Sent::Maybe, fault(error), format!("{origin}: {}", causes::text(error)))
}

fn fault(error: &hyper::Error) -> Fault {
    if error.is_parse() {
        return Fault::Protocol;
    }
    if causes::find::<PeerSpeaksTls>(error).is_some() {
        return Fault::Tls;
    }
    // After the handshake the request may have been read, so that a broken record tells no more than a close.
    #[cfg(feature = "tls")]
    if causes::is_tls(error) {
        return Fault::Closed;
    }
    match causes::find::<io::Error>(error).map(io::Error::kind) {
        // How hyper says that chunks are not as they should be.
        Some(io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput) => Fault::Protocol,
        _ => Fault::Closed,
    }
}
