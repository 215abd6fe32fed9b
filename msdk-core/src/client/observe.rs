//! What can be seen of a client from outside: spans, events and metrics.
//!
//! Their names and fields are stable, and few values are possible for each: no id, no text of a player or a server.

mod meter;

use std::time::Duration;

use tracing::{Span, field::Empty};

pub(crate) use self::meter::App;
use self::meter::{Share, Stopwatch};
use crate::{
    client::load::Transition,
    describe::Metadata,
    error::{Cause, Course, Error, ErrorKind},
};

const SUCCESS: &str = "ok";

/// Watches one call until it ends, if only by being dropped.
pub(crate) struct Watch {
    app: App,
    endpoint: &'static str,
    span: Span,
    stopwatch: Stopwatch,
    ended: bool,
}

impl Watch {
    pub(crate) fn start(app: &App, metadata: &Metadata) -> Self {
        let endpoint = metadata.name;
        let span = tracing::info_span!(
            target: "msdk", "msdk.call", endpoint, outcome = Empty, ret = Empty, attempts = Empty
        );
        meter::under_way(1);
        Self { app: app.clone(), endpoint, span, stopwatch: Stopwatch::start(), ended: false }
    }

    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    pub(crate) fn succeeded(mut self, course: &Course) {
        self.span.record("ret", 0);
        self.span.record("attempts", course.attempts);
        self.end(SUCCESS);
    }

    pub(crate) fn failed(mut self, error: &Error) {
        if let Some(ret) = error.ret() {
            self.span.record("ret", ret);
        }
        self.span.record("attempts", error.attempts());
        meter::failure(&self.app, self.endpoint, error.turn().as_str());
        self.end(error.kind().as_str());
    }

    fn end(&mut self, outcome: &'static str) {
        self.ended = true;
        self.span.record("outcome", outcome);
        meter::call(&self.app, self.endpoint, outcome, &self.stopwatch);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        meter::under_way(-1);
        if !self.ended {
            self.end("dropped");
        }
    }
}

/// Counts a call that breaks a rule.
pub(crate) fn refused_before_sending(app: &App, error: &Error) {
    if let Some(endpoint) = error.endpoint() {
        meter::call(app, endpoint, error.kind().as_str(), &Stopwatch::start());
        meter::failure(app, endpoint, error.turn().as_str());
    }
}

/// Watches one attempt.
pub(crate) struct AttemptWatch {
    app: App,
    endpoint: &'static str,
    span: Span,
    stopwatch: Stopwatch,
}

impl AttemptWatch {
    pub(crate) fn start(app: &App, metadata: &Metadata, attempt: u32) -> Self {
        let endpoint = metadata.name;
        let span =
            tracing::debug_span!(target: "msdk", "msdk.attempt", endpoint, attempt, outcome = Empty, ret = Empty);
        Self { app: app.clone(), endpoint, span, stopwatch: Stopwatch::start() }
    }

    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    pub(crate) fn ended(self, cause: Option<&Cause>) {
        let outcome = cause.map_or(SUCCESS, |cause| cause.kind().as_str());
        let ret = match cause {
            None => Some(0),
            Some(Cause::Refused { envelope, .. }) => Some(envelope.ret),
            Some(_) => None,
        };
        if let Some(ret) = ret {
            self.span.record("ret", ret);
        }
        self.span.record("outcome", outcome);
        meter::attempt(&self.app, self.endpoint, outcome, &self.stopwatch);
    }
}

/// Notes that another attempt follows.
pub(crate) fn retry(metadata: &Metadata, kind: ErrorKind, pause: Duration) {
    let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(target: "msdk", endpoint = metadata.name, outcome = kind.as_str(), pause_ms, "trying again");
}

/// Counts an attempt that follows a failed one.
pub(crate) fn retried(app: &App, metadata: &Metadata) {
    meter::retry(app, metadata.name);
}

/// How many retries a client has left, for as long as it lives.
#[derive(Debug, Default)]
pub(crate) struct RetriesLeft(Share);

impl RetriesLeft {
    pub(crate) fn show(&self, retries: u64) {
        meter::retries_left(&self.0, retries);
    }
}

impl Drop for RetriesLeft {
    fn drop(&mut self) {
        self.show(0);
    }
}

/// Whether a client has stopped calling an endpoint, for as long as it knows the endpoint.
#[derive(Debug)]
pub(crate) struct Circuit {
    endpoint: &'static str,
    share: Share,
}

impl Circuit {
    pub(crate) fn of(endpoint: &'static str) -> Self {
        Self { endpoint, share: Share::default() }
    }

    /// Notes that the client stopped calling the endpoint, or goes on.
    pub(crate) fn note(&self, transition: Option<Transition>) {
        let endpoint = self.endpoint;
        match transition {
            Some(Transition::Opened) => {
                tracing::warn!(target: "msdk", endpoint, "the endpoint does not answer; calls to it fail at once for now");
            }
            Some(Transition::Closed) => tracing::info!(target: "msdk", endpoint, "the endpoint answers again"),
            None => return,
        }
        meter::circuit_open(&self.share, endpoint, transition == Some(Transition::Opened));
    }
}

impl Drop for Circuit {
    fn drop(&mut self) {
        meter::circuit_open(&self.share, self.endpoint, false);
    }
}

/// Notes that a call joined (1) or left (-1) those that wait for a permit.
pub(crate) fn waiting(change: i8) {
    meter::waiting(change);
}

/// Counts one connection for as long as it is open.
pub(crate) struct Connection;

impl Connection {
    pub(crate) fn opened() -> Self {
        meter::connection(1);
        Self
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        meter::connection(-1);
    }
}

/// Notes an answer with raw control characters in it.
pub(crate) fn repaired(metadata: &Metadata) {
    tracing::debug!(target: "msdk", endpoint = metadata.name, "the answer had raw control characters in a string");
    meter::repaired(metadata.name);
}

/// Notes an answer that says that a part of it may be missing.
pub(crate) fn degraded(metadata: Option<&Metadata>) {
    let Some(metadata) = metadata else { return };
    tracing::warn!(target: "msdk", endpoint = metadata.name, "the answer is degraded: a part of it may be missing");
    meter::degraded(metadata.name);
}

/// Notes that the answer to a chunk had rows about players who were not asked about.
pub(crate) fn left_out(metadata: &Metadata, rows: usize) {
    tracing::warn!(target: "msdk", endpoint = metadata.name, rows, "the answer has players who were not asked about");
}
