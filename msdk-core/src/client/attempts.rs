//! What a program may see of each attempt.

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::{Method, Request, StatusCode, Uri};

use super::{Client, Outgoing, printable};
use crate::error::{Cause, ErrorKind};

/// Sees every attempt of every call of a client when it has ended, for a record of requests and answers.
///
/// It runs on the task of the call, so it must not block; what takes long belongs on a queue.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{
///     Client,
///     transport::{Attempted, AttemptObserver},
/// };
///
/// struct Record;
///
/// impl AttemptObserver for Record {
///     fn attempt_ended(&self, attempt: &Attempted<'_>) {
///         let outcome = attempt.failure().map_or("ok", |kind| kind.as_str());
///         println!("{} #{}: {outcome} after {:?}", attempt.endpoint(), attempt.number(), attempt.elapsed());
///         println!("{}\n{}", attempt.request(), attempt.answer().unwrap_or_default());
///     }
/// }
///
/// let settings = Client::builder().app_id("100703379").app_key("key").base_url("http://127.0.0.1:1");
/// let client = settings.attempt_observer(Record).build()?;
/// # Ok::<(), msdk::Error>(())
/// ```
pub trait AttemptObserver: Send + Sync + 'static {
    /// Is told of an attempt that was answered or failed. One whose call was dropped is not told of.
    fn attempt_ended(&self, attempt: &Attempted<'_>);
}

/// One attempt that has ended.
pub struct Attempted<'a> {
    pub(super) client: &'a Client,
    pub(super) outgoing: &'a Outgoing,
    pub(super) exchange: &'a Exchange,
    pub(super) number: u32,
    pub(super) elapsed: Duration,
    pub(super) cause: Option<&'a Cause>,
}

/// What went over the wire, kept for an observer.
pub(super) struct Exchange {
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) body: Bytes,
    pub(super) answer: Option<(StatusCode, Bytes)>,
}

impl Exchange {
    pub(super) fn of(request: &Request<Bytes>) -> Self {
        let (method, uri, body) = (request.method().clone(), request.uri().clone(), request.body().clone());
        Self { method, uri, body, answer: None }
    }
}

impl Attempted<'_> {
    /// Returns the name of the endpoint.
    #[must_use]
    pub const fn endpoint(&self) -> &'static str {
        self.outgoing.metadata.name
    }

    /// Returns which attempt of its call it was, from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Returns the time from its sending to its end.
    #[must_use]
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Returns how it failed; none if it succeeded.
    #[must_use]
    pub fn failure(&self) -> Option<ErrorKind> {
        self.cause.map(Cause::kind)
    }

    /// Returns the HTTP status of the answer; none if no answer came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.exchange.answer.as_ref().map(|(status, _)| status.as_u16())
    }

    /// Returns the request, its first line and its body, up to 64 KiB and without secrets: the signature, the token and what
    /// else is declared as one are replaced. It is made when it is asked for.
    #[must_use]
    pub fn request(&self) -> String {
        let Exchange { method, uri, body, .. } = self.exchange;
        let line = format!("{method} {uri}\n");
        self.redacted(&line) + &self.redacted(&String::from_utf8_lossy(body))
    }

    /// Returns the body of the answer, up to 64 KiB and without secrets; none if no answer came. It is made when it is asked
    /// for.
    #[must_use]
    pub fn answer(&self) -> Option<String> {
        let (_, body) = self.exchange.answer.as_ref()?;
        Some(self.redacted(&String::from_utf8_lossy(body)))
    }

    fn redacted(&self, text: &str) -> String {
        printable::redacted(self.client, self.outgoing, text)
    }
}

impl fmt::Debug for Attempted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempted")
            .field("endpoint", &self.endpoint())
            .field("number", &self.number)
            .field("failure", &self.failure())
            .finish_non_exhaustive()
    }
}
