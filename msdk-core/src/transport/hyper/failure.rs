//! What hyper's errors mean.

use std::{error::Error, io};

use super::{
    super::{Fault, Sent, TransportError},
    Origin,
    stream::PeerSpeaksTls,
};

/// Says why an exchange broke off after the request may have left.
pub(super) fn broken(origin: &Origin, error: &hyper::Error) -> TransportError {
    let fault = if error.is_parse() {
        Fault::Protocol
    } else if let Some(error) = chain(error).find_map(|cause| cause.downcast_ref::<io::Error>()) {
        of_io(error)
    } else {
        Fault::Closed
    };
    TransportError::new(Sent::Maybe, fault, format!("{origin}: {}", text(error)))
}

pub(super) fn of_io(error: &io::Error) -> Fault {
    if is_tls(error) {
        return Fault::Tls;
    }
    match error.kind() {
        // How hyper says that chunks are not as they should be.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Fault::Protocol,
        _ => Fault::Closed,
    }
}

pub(super) fn is_tls(error: &io::Error) -> bool {
    let Some(cause) = error.get_ref() else { return false };
    #[cfg(feature = "tls")]
    if cause.is::<rustls::Error>() {
        return true;
    }
    cause.is::<PeerSpeaksTls>()
}

/// The error and its causes in one line. None of them repeats bytes of the server, but certificates' names.
pub(super) fn text(error: &(dyn Error + 'static)) -> String {
    const SHOWN: usize = 300;
    let mut text = String::new();
    for cause in chain(error) {
        let next = cause.to_string();
        if !text.ends_with(&next) {
            text = if text.is_empty() { next } else { format!("{text}: {next}") };
        }
    }
    text.chars().take(SHOWN).collect()
}

fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}
