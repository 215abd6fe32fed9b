//! The errors under an error.

use std::{error::Error, io};

/// The error and what is under it, with what an [`io::Error`] wraps, which is not its source.
pub(super) fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    })
}

/// The first error of some type.
pub(super) fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    chain(error).find_map(|cause| cause.downcast_ref())
}

/// Whether TLS is what failed, in the handshake or later.
#[cfg(feature = "tls")]
pub(super) fn is_tls(error: &(dyn Error + 'static)) -> bool {
    find::<rustls::Error>(error).is_some()
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
