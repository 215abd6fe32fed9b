//! The one error of a call.

pub(crate) mod catalogue;
mod cause;
mod course;
pub(crate) mod cut;
mod display;
mod envelope;
mod escape;
mod excerpt;
mod kind;
mod lang;
mod mask;
mod redact;
mod remedy;
mod sample;
mod serialized;
mod settings;
mod turn;
mod violation;

use std::time::Duration;

pub use catalogue::{Acted, Advice, Bilingual, Code, CodeTable, Layer};
pub(crate) use cause::{Cause, Unread};
pub(crate) use course::Course;
pub(crate) use envelope::Envelope;
pub(crate) use escape::escaped;
pub(crate) use excerpt::excerpt;
pub use kind::ErrorKind;
pub use lang::Lang;
pub(crate) use mask::mask;
pub(crate) use redact::Redactor;
pub use sample::ErrorSample;
pub use settings::SettingsError;
pub use turn::Turn;
pub use violation::Violation;

use self::catalogue::Diagnosis;
use crate::{
    client::retry::Failure,
    describe::Metadata,
    wire::{Fault, TransportError},
};

/// Why a call, or the making of a client, failed.
///
/// It answers the two questions of a caller: may the platform have acted
/// ([`may_have_acted`](Self::may_have_acted)), and what is to be done ([`advice`](Self::advice)).
///
/// `Display` is one line for a person on call: the endpoint, what happened with the codes and what they mean, whether the
/// platform may have acted, attempts and time, what to do. Whatever came from outside is escaped in it. No secret and no
/// query string is in `Display`, `Debug` or anything that a method returns.
pub struct Error(Box<Inner>);

struct Inner {
    endpoint: Option<&'static Metadata>,
    cause: Cause,
    course: Course,
}

impl Error {
    pub(crate) fn config(error: SettingsError) -> Self {
        Self(Box::new(Inner { endpoint: None, cause: Cause::Config(error), course: Course::default() }))
    }

    /// Makes the error of a call that was refused before sending.
    pub(crate) fn invalid(endpoint: &'static Metadata, violations: Vec<Violation>) -> Self {
        Self::of_call(endpoint, Cause::Invalid(violations), Course::default())
    }

    pub(crate) fn of_call(endpoint: &'static Metadata, cause: Cause, course: Course) -> Self {
        Self(Box::new(Inner { endpoint: Some(endpoint), cause, course }))
    }

    /// Returns the kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.cause.kind()
    }

    /// Returns the name of the endpoint that was called, such as `verify_login`; none for a client's settings.
    pub fn endpoint(&self) -> Option<&'static str> {
        self.0.endpoint.map(|metadata| metadata.name)
    }

    /// Whether the platform may have done what it was asked, in this attempt or in one before.
    ///
    /// It has not if nothing was sent, or if the platform refused with a verdict, such as "wrong parameter" or "not a
    /// friend", or because it had been done before ([`Code::acted`]). It may have if the code of a refusal tells of a fault
    /// or a time-out at the service that acts, or is in no table; after any HTTP status but 200; and if the answer could not
    /// be read or did not come.
    pub fn may_have_acted(&self) -> bool {
        self.0.course.may_have_acted || self.0.cause.may_have_acted()
    }

    /// Returns what to do.
    ///
    /// It is what the code of a refusal advises, but for [`Advice::Retry`] where repeating could do harm: that is
    /// [`Advice::Verify`] then.
    pub fn advice(&self) -> Advice {
        let advice = self.0.cause.advice();
        let is_harmful = self.may_have_acted() && !self.0.course.repeatable;
        let may_pass = self.catalogue_row().is_some_and(|code| code.advice == Advice::Retry);
        match advice {
            // The last attempt may be decided, but not those before it.
            _ if self.0.course.may_have_acted && !self.0.course.repeatable => Advice::Verify,
            // Whatever `err_type` says to do next, such a code leaves open what was done.
            Advice::Retry if is_harmful => Advice::Verify,
            _ if is_harmful && may_pass => Advice::Verify,
            // Neither an answer that could not be read nor an unknown code says that nothing was done.
            Advice::AskSupport if is_harmful => Advice::Verify,
            advice => advice,
        }
    }

    /// Returns whose turn it is: who can change that the call fails again. What to do is [`advice`](Self::advice).
    pub fn turn(&self) -> Turn {
        self.0.cause.turn()
    }

    /// Returns what to do in words.
    pub fn remedy(&self) -> Bilingual {
        let advice = self.advice();
        match self.diagnosis() {
            _ if advice == Advice::Retry && self.attempts() > 1 => remedy::tried_again(),
            Some(diagnosis) if diagnosis.advice == advice => diagnosis.remedy(),
            _ if advice == Advice::Verify => advice.remedy(),
            _ => remedy::of(&self.0.cause).unwrap_or(advice.remedy()),
        }
    }

    /// Returns what the code of a refusal means; none for other kinds.
    pub fn meaning(&self) -> Option<Bilingual> {
        self.diagnosis().map(Diagnosis::meaning)
    }

    /// Returns the part of the platform that refused; none for other kinds, and for a code that no table has.
    pub fn layer(&self) -> Option<Layer> {
        self.diagnosis().and_then(Diagnosis::layer)
    }

    /// Returns the row of the catalogue that explains a refusal; none for other kinds, and for a code that no table has.
    pub fn catalogue_row(&self) -> Option<&'static Code> {
        self.diagnosis().and_then(|diagnosis| diagnosis.code)
    }

    /// Whether the same call may be made again as it is and could succeed: nothing was sent, or the endpoint is
    /// idempotent and the failure may pass.
    pub fn is_retryable(&self) -> bool {
        let harmless = self.0.course.repeatable || !self.may_have_acted();
        harmless
            && match self.0.cause.failure() {
                Failure::Final => {
                    matches!(
                        self.0.cause,
                        Cause::Paced { .. } | Cause::Overloaded | Cause::OutOfTime | Cause::CircuitOpen(_)
                    )
                }
                _ => true,
            }
    }

    /// Whether the outcome of the call is unknown, since no answer decided about it.
    pub(crate) fn leaves_open_what_was_done(&self) -> bool {
        self.0.course.may_have_acted || (self.0.cause.may_have_acted() && !self.0.cause.is_verdict())
    }

    /// Whether the same call for other items would fail in the same way: the player has to log in again, the request is
    /// signed wrongly, or the endpoint is left alone for now.
    pub(crate) fn holds_for_every_chunk(&self) -> bool {
        match (&self.0.cause, self.0.cause.advice()) {
            (_, Advice::LogInAgain | Advice::RefreshToken) | (Cause::CircuitOpen(_), _) => true,
            (Cause::Refused { envelope, .. }, _) => turns_every_request_away(envelope.ret),
            (Cause::Transport(error), _) => error.fault() == Fault::Tls,
            _ => false,
        }
    }

    /// Whether it is an error of a call to this endpoint.
    pub(crate) fn is_of(&self, endpoint: &Metadata) -> bool {
        self.0.endpoint.is_some_and(|called| called.path == endpoint.path)
    }

    /// Returns how many requests the call sent, or tried to.
    pub fn attempts(&self) -> u32 {
        self.0.course.attempts
    }

    /// Returns the time that the call took, pauses included.
    pub fn elapsed(&self) -> Duration {
        self.0.course.elapsed
    }

    /// Returns what broke in the exchange, and whether the request had left; none for other kinds.
    pub fn transport(&self) -> Option<&TransportError> {
        match &self.0.cause {
            Cause::Transport(error) => Some(error),
            _ => None,
        }
    }

    /// Whether the time that the last attempt may take ran out.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.cause, Cause::Transport(error) if error.is_timeout())
    }

    /// Returns how long to wait before the call is made again, where the server or the client's own pace says so.
    pub fn retry_after(&self) -> Option<Duration> {
        match self.0.cause {
            Cause::Status { retry_after, .. } => retry_after,
            Cause::Paced { wait } => Some(wait),
            _ => None,
        }
    }

    /// Returns which setting is wrong, and in which way; none for other kinds.
    pub fn settings(&self) -> Option<&SettingsError> {
        match &self.0.cause {
            Cause::Config(error) => Some(error),
            _ => None,
        }
    }

    /// Returns every rule that the request breaks; empty for other kinds.
    pub fn violations(&self) -> &[Violation] {
        match &self.0.cause {
            Cause::Invalid(violations) => violations,
            _ => &[],
        }
    }

    /// Returns the HTTP status where it is not 200.
    pub fn status(&self) -> Option<u16> {
        match self.0.cause {
            Cause::Status { status, .. } => Some(status),
            _ => None,
        }
    }

    /// Returns the first 200 characters of an answer that could not be used, escaped and without secrets.
    pub fn excerpt(&self) -> Option<&str> {
        self.0.cause.unread().map(|body| body.excerpt.as_str())
    }

    /// Returns an answer that could not be used, up to 64 KiB of it, without secrets but not escaped. Of endpoints that are
    /// not declared idempotent only: where something is given away, it is the only record of what was given. An answer
    /// that repeats a secret in another spelling, such as percent-encoded, is withheld.
    pub fn raw_answer(&self) -> Option<&str> {
        self.0.cause.unread().and_then(|body| body.whole.as_deref())
    }

    /// Returns the place of a malformed answer that could not be read, such as `lists[3].openid`.
    pub fn path(&self) -> Option<&str> {
        match &self.0.cause {
            Cause::Malformed { path, .. } if !path.is_empty() => Some(path),
            _ => None,
        }
    }

    /// Returns the platform's `ret`.
    pub fn ret(&self) -> Option<i64> {
        self.refusal().map(|envelope| envelope.ret)
    }

    /// Returns the platform's `msg`, without secrets but not escaped. What is no UTF-8 in it, as in the GBK of some backends,
    /// became replacement characters.
    pub fn msg(&self) -> Option<&str> {
        self.refusal().map(|envelope| envelope.msg.as_str())
    }

    /// Returns the code that the platform behind the access layer gave: the integer before the first comma of `msg`
    /// where `ret` is -10000 (mobile QQ) or -20000 (WeChat).
    pub fn platform_code(&self) -> Option<i64> {
        self.refusal().and_then(Envelope::platform_code)
    }

    /// Returns `platCode`, which the endpoints for QQ groups add.
    pub fn plat_code(&self) -> Option<i64> {
        self.refusal().and_then(|envelope| envelope.plat_code)
    }

    /// Returns `err_type`, the platform's own classification: 1 try later, 2 authorise again, 3 refresh the token.
    pub fn err_type(&self) -> Option<i64> {
        self.refusal().and_then(|envelope| envelope.err_type)
    }

    /// Returns the `msdkExtInfo` that a refusal echoed.
    pub fn ext_info(&self) -> Option<&str> {
        self.refusal().and_then(|envelope| envelope.ext_info.as_deref())
    }

    fn refusal(&self) -> Option<&Envelope> {
        match &self.0.cause {
            Cause::Refused { envelope, .. } => Some(envelope),
            _ => None,
        }
    }

    fn diagnosis(&self) -> Option<&Diagnosis> {
        match &self.0.cause {
            Cause::Refused { diagnosis, .. } => Some(diagnosis),
            _ => None,
        }
    }
}

/// The source is what broke in the exchange, or the setting that is wrong; other kinds have none.
impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let of_exchange = self.transport().map(|error| error as _);
        of_exchange.or_else(|| self.settings().map(|error| error as _))
    }
}

/// Whether this `ret` of the access layer is about the app, the signature or the player rather than the request's items.
const fn turns_every_request_away(ret: i64) -> bool {
    matches!(ret, -303 | -311 | -502 | -504 | -505 | -506 | -901)
}
