//! Compares this machine's clock with the server's `Date` header, and warns if they differ.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, SystemTime},
};

use http::{
    Response,
    header::{AGE, DATE},
};

/// Watches for a clock that is wrong, ours in all likelihood.
#[derive(Debug, Default)]
pub(crate) struct Skew {
    warned: AtomicBool,
}

impl Skew {
    /// The signature is said to be good for ten minutes by one of the platform's codes.
    const TOLERATED: Duration = Duration::from_secs(5 * 60);

    /// Compares the date of an answer with ours, and warns once for each time that they part.
    pub(crate) fn look<B>(&self, answer: &Response<B>, now: impl FnOnce() -> SystemTime) {
        let headers = answer.headers();
        let Some(date) = headers.get(DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok()) else {
            return;
        };
        // A cached answer has an old date, and a failing server may have any.
        if headers.contains_key(AGE) || answer.status().is_server_error() {
            return;
        }
        let skew = date.duration_since(now()).unwrap_or_else(|error| error.duration());
        let is_wrong = skew > Self::TOLERATED;
        if self.warned.swap(is_wrong, Ordering::Relaxed) != is_wrong && is_wrong {
            tracing::warn!(target: "msdk", skew_seconds = skew.as_secs(), "this machine's clock and the platform's differ");
        }
    }
}
