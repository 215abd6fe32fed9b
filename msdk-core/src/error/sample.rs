//! Errors without a call, for the tests of a program that handles them.

use std::time::Duration;

use bytes::Bytes;

use super::{Cause, Course, Envelope, Error, ErrorKind, SettingsError, Unread, Violation};
use crate::{
    client::load::Stopped,
    describe::{Endpoint, Metadata},
    error::catalogue::diagnose,
    wire::{Fault, Sent, TransportError},
};

/// Makes an error as a call of an endpoint would give it, for tests.
///
/// What the error says of itself, its advice, its turn, whether the platform may have acted, follows from the kind and the
/// codes as it does for a real one.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{errors::ErrorSample, msdk_endpoint, Advice, ErrorKind};
///
/// #[msdk_endpoint(path = "/auth/verify_login/", method = POST, idempotent, reply = ())]
/// struct VerifyLogin;
///
/// let error = ErrorSample::of::<VerifyLogin>(ErrorKind::Refused).ret(-10000).msg("-73,the password was changed").build();
/// assert_eq!((error.platform_code(), error.advice()), (Some(-73), Advice::LogInAgain));
///
/// let error = ErrorSample::of::<VerifyLogin>(ErrorKind::HttpStatus).status(502).build();
/// assert!(error.is_retryable());
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ErrorSample {
    kind: ErrorKind,
    endpoint: &'static Metadata,
    envelope: Envelope,
    status: u16,
    retry_after: Option<Duration>,
    answer: String,
    violation: Violation,
    attempts: u32,
}

impl ErrorSample {
    /// Starts with a kind: a refusal with a `ret` of -1, a status of 500, an empty answer, and one attempt if anything was
    /// sent.
    pub fn of<E: Endpoint>(kind: ErrorKind) -> Self {
        Self::described(E::META, kind)
    }

    /// Starts with a kind and an endpoint that is known by its description only.
    pub fn described(endpoint: &'static Metadata, kind: ErrorKind) -> Self {
        let envelope = Envelope { ret: -1, msg: String::new(), plat_code: None, err_type: None, ext_info: None };
        Self {
            kind,
            endpoint,
            envelope,
            status: 500,
            retry_after: None,
            answer: String::new(),
            violation: Violation::new("field", "breaks a rule"),
            attempts: 1,
        }
    }

    /// Sets the `ret` of a refusal.
    pub fn ret(mut self, ret: i64) -> Self {
        self.envelope.ret = ret;
        self
    }

    /// Sets the `msg` of a refusal, with the platform's code before its first comma.
    pub fn msg(mut self, msg: impl Into<String>) -> Self {
        self.envelope.msg = msg.into();
        self
    }

    /// Sets the `platCode` of a refusal.
    pub fn plat_code(mut self, plat_code: i64) -> Self {
        self.envelope.plat_code = Some(plat_code);
        self
    }

    /// Sets the `err_type` of a refusal.
    pub fn err_type(mut self, err_type: i64) -> Self {
        self.envelope.err_type = Some(err_type);
        self
    }

    /// Sets the HTTP status.
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Sets how long the server, or the client's own pace, says to wait.
    pub fn retry_after(self, retry_after: Duration) -> Self {
        Self { retry_after: Some(retry_after), ..self }
    }

    /// Sets the text of an answer that could not be used.
    pub fn answer(self, answer: impl Into<String>) -> Self {
        Self { answer: answer.into(), ..self }
    }

    /// Sets the rule that a request breaks, and its field.
    pub fn violation(self, field: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { violation: Violation::new(field, rule.into()), ..self }
    }

    /// Sets how many attempts there were.
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// Makes the error.
    pub fn build(self) -> Error {
        if self.kind == ErrorKind::Config {
            return Error::config(SettingsError::invalid("of_a_test", "a setting is wrong"));
        }
        let course = Course { repeatable: self.endpoint.idempotent, ..Course::default() };
        let attempts = if self.is_sent() { self.attempts } else { 0 };
        Error::of_call(self.endpoint, self.cause(), Course { attempts, ..course })
    }

    fn is_sent(&self) -> bool {
        use ErrorKind::{CircuitOpen, InvalidRequest, OutOfTime, Overloaded, Paced};
        !matches!(self.kind, InvalidRequest | Paced | Overloaded | OutOfTime | CircuitOpen)
    }

    fn cause(&self) -> Cause {
        let broken = |sent, fault| Cause::Transport(TransportError::new(sent, fault, "a sample"));
        match self.kind {
            ErrorKind::Config | ErrorKind::InvalidRequest => Cause::Invalid(vec![self.violation.clone()]),
            ErrorKind::Paced => Cause::Paced { wait: self.retry_after.unwrap_or(Duration::from_secs(1)) },
            ErrorKind::Overloaded => Cause::Overloaded,
            ErrorKind::OutOfTime => Cause::OutOfTime,
            ErrorKind::CircuitOpen => {
                Cause::CircuitOpen(Stopped { failures: 32, last: (ErrorKind::Transport, Duration::from_secs(1)) })
            }
            ErrorKind::Dns => broken(Sent::No, Fault::Dns),
            ErrorKind::NotSent => broken(Sent::No, Fault::Connect),
            ErrorKind::Tls => broken(Sent::No, Fault::Tls),
            ErrorKind::Proxy => broken(Sent::No, Fault::Proxy),
            ErrorKind::Machine => broken(Sent::No, Fault::Machine),
            ErrorKind::Transport => broken(Sent::Maybe, Fault::Closed),
            ErrorKind::TooLarge => broken(Sent::Maybe, Fault::TooLarge),
            ErrorKind::HttpStatus => Cause::Status {
                status: self.status,
                retry_after: self.retry_after,
                location: None,
                body: Box::new(self.unread()),
            },
            ErrorKind::MalformedAnswer => {
                let (reason, path) = ("expected an answer, found a sample".to_owned(), String::new());
                Cause::Malformed { reason, path, body: Box::new(self.unread()), cut: false }
            }
            ErrorKind::MismatchedAnswer => {
                let (sent, received) = ("1".to_owned(), Some("2".to_owned()));
                Cause::Mismatched { sent, received, body: Box::new(self.unread()) }
            }
            ErrorKind::Refused => {
                let envelope = self.envelope.clone();
                let diagnosis = diagnose(self.endpoint, &envelope);
                Cause::Refused { envelope, diagnosis }
            }
        }
    }

    fn unread(&self) -> Unread {
        let whole = (!self.endpoint.idempotent).then(|| self.answer.clone());
        Unread { raw: Bytes::new(), excerpt: self.answer.chars().take(200).collect(), whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Advice;

    struct Read;
    struct Write;

    macro_rules! endpoints {
        ($($name:ident $metadata:expr;)+) => {$(
            impl Endpoint for $name {
                type Reply = ();
                const DECLARED: Metadata = $metadata;
                fn encode(&self, _: &mut crate::encode::Encoder<'_>) {}
            }
        )+};
    }
    endpoints! {
        Read Metadata::post("read", "/read/").idempotent();
        Write Metadata::post("write", "/write/");
    }

    #[test]
    fn every_kind_can_be_made() {
        for kind in ErrorKind::ALL {
            let error = ErrorSample::of::<Read>(*kind).build();
            assert_eq!(error.kind(), *kind);
            assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn what_an_error_says_follows_from_its_codes() {
        let lost = ErrorSample::of::<Write>(ErrorKind::MalformedAnswer).answer("{\"gift\":1").build();
        assert_eq!(
            (lost.advice(), lost.may_have_acted(), lost.raw_answer()),
            (Advice::Verify, true, Some("{\"gift\":1"))
        );
        let busy =
            ErrorSample::of::<Read>(ErrorKind::HttpStatus).status(429).retry_after(Duration::from_secs(2)).build();
        assert_eq!(
            (busy.status(), busy.retry_after(), busy.advice()),
            (Some(429), Some(Duration::from_secs(2)), Advice::SlowDown)
        );
        let broken = ErrorSample::of::<Read>(ErrorKind::InvalidRequest).violation("zone", "must be 1 to 9").build();
        assert_eq!((broken.attempts(), broken.violations()[0].to_string().as_str()), (0, "`zone` must be 1 to 9"));
        let refused =
            ErrorSample::of::<Read>(ErrorKind::Refused).ret(1).plat_code(2002).err_type(3).attempts(2).build();
        assert_eq!((refused.plat_code(), refused.err_type(), refused.attempts()), (Some(2002), Some(3), 2));
    }
}
