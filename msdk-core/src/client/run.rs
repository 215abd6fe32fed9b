//! From a checked call to an answer that says success: attempts, pauses, limits.

mod admission;
mod attempt;
mod paid_retry;
#[cfg(test)]
mod tests;

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use tracing::Instrument;

use self::{attempt::InFlight, paid_retry::PaidRetry};
use super::{
    Client, Outgoing,
    attempts::Exchange,
    judge::{Accepted, judge},
    printable::without_secrets,
};
use crate::{
    client::{
        Answer,
        load::{EndpointLoad, Permit, PlayerId},
        observe::{self, AttemptWatch, Watch},
        retry::{Decision, Failure, Progress, Stop},
    },
    decode::ReadReply,
    error::{Cause, Course, Error},
    wire::{Delivered, ext_info::Serial},
};

/// A call under way.
///
/// The type of its reply matters only where an answer is read. So the waiting is one future for all types, which ends
/// with an answer, [`first_answer`]; whoever knows the type has it read and judged, [`Answered::judge`], and goes on
/// with the same call if that says to try again. It is boxed, since it is large and handed on from step to step.
pub(super) struct Run {
    pub(super) client: Client,
    pub(super) outgoing: Outgoing,
    pub(super) endpoint: Arc<EndpointLoad>,
    /// Whether the caller wants more of an answer than the reply.
    pub(super) wants_envelope: bool,
    serial: Option<Serial>,
    started: Duration,
    course: Course,
    answer_repeated: bool,
    new_connection: bool,
    failed: Option<ToRetry>,
    in_flight: Option<InFlight>,
    watch: Option<Watch>,
    /// What went over the wire in this attempt, if somebody wants to see it.
    exchange: Option<Box<Exchange>>,
}

/// A failed attempt that another is to follow.
struct ToRetry {
    cause: Cause,
    /// The time to wait before it.
    pause: Duration,
    paid: PaidRetry,
}

/// An answer that has yet to be judged, and the call that it is the answer to.
pub(super) struct Answered {
    run: Box<Run>,
    delivered: Delivered,
    /// Given back when the answer has been judged: before a pause, which others can use.
    permit: Permit,
    watch: AttemptWatch,
}

/// What an answer comes to.
pub(super) enum Judged {
    Success(Answer<()>),
    Failure(Error),
    /// The same call goes on, and ends with another answer.
    Again(NextAnswer),
}

/// A call that waits for its next answer.
pub(super) type NextAnswer = Pin<Box<dyn Future<Output = Result<Answered, Error>> + Send>>;

/// Sends a call until an answer comes or it fails for good. Its time begins when this is first polled.
pub(super) async fn first_answer(mut run: Box<Run>) -> Result<Answered, Error> {
    run.started = run.now();
    run.watch = Some(Watch::start(&run.outgoing.app().label, run.outgoing.metadata));
    next_answer(run).await
}

async fn next_answer(mut run: Box<Run>) -> Result<Answered, Error> {
    let span = run.watch.as_ref().map_or_else(tracing::Span::none, Watch::span);
    match run.until_answered().instrument(span).await {
        Ok((delivered, permit, watch)) => Ok(Answered { run, delivered, permit, watch }),
        Err(cause) => Err(run.fail(cause)),
    }
}

impl Answered {
    /// Reads an answer and says what it comes to.
    pub(super) fn judge(self, read: &mut ReadReply<'_>) -> Judged {
        let Self { mut run, delivered, permit, watch } = self;
        let judged = judge(&run, delivered, read);
        drop(permit);
        let now = run.now();
        run.note_end(watch, judged.as_ref().err(), now);
        match judged {
            Ok(accepted) => Judged::Success(run.succeed(accepted, now)),
            Err(cause) => match run.follow(cause) {
                Ok(()) => Judged::Again(Box::pin(next_answer(run))),
                Err(cause) => Judged::Failure(run.fail(cause)),
            },
        }
    }
}

impl Run {
    pub(super) fn new(client: Client, outgoing: Outgoing, wants_envelope: bool) -> Box<Self> {
        let endpoint = client.shared.gate.endpoint(outgoing.metadata);
        let course =
            Course { repeatable: outgoing.repeatable, may_have_acted: outgoing.may_have_acted, ..Course::default() };
        Box::new(Self {
            client,
            outgoing,
            endpoint,
            wants_envelope,
            serial: None,
            started: Duration::ZERO,
            course,
            answer_repeated: false,
            new_connection: false,
            failed: None,
            in_flight: None,
            watch: None,
            exchange: None,
        })
    }

    /// The `msdkExtInfo` of the last attempt.
    pub(super) fn ext_info(&self) -> Option<&str> {
        self.outgoing.ext_info().or(self.serial.as_ref().map(Serial::as_str))
    }

    async fn until_answered(&mut self) -> Result<(Delivered, Permit, AttemptWatch), Cause> {
        loop {
            let (last, now) = match self.failed.take() {
                Some(ToRetry { cause, pause, paid }) => {
                    self.client.shared.clock.sleep(pause).await;
                    (Some((cause, paid)), self.now())
                }
                None => (None, self.started),
            };
            let permit = match self.admission(now).await {
                Ok(permit) => permit,
                Err(refusal) => return Err(self.stopped(Stop::Closed, last.map_or(refusal, |(cause, _)| cause))),
            };
            if let Some((_, paid)) = last {
                paid.make();
                observe::retried(&self.outgoing.app().label, self.outgoing.metadata);
            }
            let (watch, delivered) = self.attempt().await?;
            match delivered {
                Ok(delivered) => return Ok((delivered, permit, watch)),
                Err(cause) => {
                    drop(permit);
                    self.note_end(watch, Some(&cause), self.now());
                    self.follow(cause)?;
                }
            }
        }
    }

    /// Decides what follows a failed attempt: another, or the end of the call.
    fn follow(&mut self, cause: Cause) -> Result<(), Cause> {
        self.course.elapsed = self.elapsed();
        let paid = match self.after(&cause) {
            Decision::Stop(stop) => return Err(self.stopped(stop, cause)),
            Decision::Again { pause } => PaidRetry::take(self, cause.failure()).map(|paid| (pause, paid)),
        };
        let Some((pause, paid)) = paid else { return Err(self.stopped(Stop::Budget, cause)) };
        observe::retry(self.outgoing.metadata, cause.kind(), pause);
        self.outgoing.may_have_acted |= cause.may_have_acted();
        self.course.may_have_acted = self.outgoing.may_have_acted;
        self.answer_repeated |= cause.failure() == Failure::Passing;
        self.new_connection = cause.failure() == Failure::Unknown;
        self.failed = Some(ToRetry { cause, pause, paid });
        Ok(())
    }

    /// Ends the call with a reply that was read.
    fn succeed(mut self: Box<Self>, accepted: Accepted, now: Duration) -> Answer<()> {
        // Pays for the retries of others: only now is the call known to be a success.
        self.client.shared.retries.pay_in();
        self.endpoint.answers.pay_in();
        self.client.show_retries_left();
        self.course.elapsed = self.elapsed_at(now);
        if let Some(watch) = self.watch.take() {
            watch.succeeded(&self.course);
        }
        let (msg, ext_info) = accepted.envelope.map(|envelope| (envelope.msg, envelope.ext_info)).unwrap_or_default();
        let Course { attempts, elapsed, .. } = self.course;
        Answer { reply: (), msg, ext_info, done_before: accepted.done_before, attempts, elapsed }
    }

    /// Ends the call with an error.
    fn fail(mut self: Box<Self>, cause: Cause) -> Error {
        let cause = without_secrets(&self.client, &self.outgoing, cause);
        let error = Error::of_call(self.outgoing.metadata, cause, self.course);
        if let Some(watch) = self.watch.take() {
            watch.failed(&error);
        }
        error
    }

    /// Ends the call with a failure.
    fn stopped(&mut self, stop: Stop, cause: Cause) -> Cause {
        self.course.elapsed = self.elapsed();
        self.course.stop = Some(stop);
        cause
    }

    /// Decides what follows a failure.
    fn after(&self, cause: &Cause) -> Decision {
        let shared = &self.client.shared;
        let progress = Progress {
            attempts: self.course.attempts,
            answer_repeated: self.answer_repeated,
            left: self.left_at(self.now()),
        };
        let random = shared.randomness.next_u64();
        shared.retry_policy.decide(&progress, cause.failure(), self.outgoing.repeatable, random)
    }

    /// The player on whose behalf the call is made. Wanted after failures only, so it is not kept.
    fn player(&self) -> PlayerId {
        self.client.shared.player_ids.of(self.outgoing.openid())
    }

    fn now(&self) -> Duration {
        self.client.shared.clock.monotonic()
    }

    fn elapsed(&self) -> Duration {
        self.elapsed_at(self.now())
    }

    fn elapsed_at(&self, now: Duration) -> Duration {
        now.saturating_sub(self.started)
    }

    fn left_at(&self, now: Duration) -> Duration {
        self.outgoing.timeout.saturating_sub(self.elapsed_at(now))
    }
}
