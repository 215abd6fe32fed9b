//! From a checked call to an answer that says success: attempts, pauses, limits.

#[cfg(test)]
mod tests;

use std::{
    future::Future,
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::{Either, select};
use tracing::Instrument;

use super::{
    Client, Outgoing,
    judge::{Accepted, judge, with_status_ok},
    outgoing::Signed,
    printable::without_secrets,
};
use crate::{
    Answer, Attempt, Delivered, Error, Fault, Sent, TransportError,
    decode::ReadReply,
    error::{Cause, Course},
    ext_info::Serial,
    load::{Interface, Outcome, Permit, PlayerId},
    observe::{self, AttemptWatch, Watch},
    patience,
    retry::{Decision, Failure, Progress, Stop},
};

/// How much longer than it was told a transport may take before the client stops waiting for it.
const GRACE: Duration = Duration::from_millis(100);

/// How much too late an attempt may end on a machine that is merely busy.
const PAUSE: Duration = Duration::from_millis(500);

/// A call under way.
///
/// The type of its reply matters only where an answer is read. So the waiting is one future for all types, which ends
/// with an answer, [`next_answer`]; whoever knows the type has it read and judged, [`Answered::judge`], and goes on
/// with the same call if that says to try again.
pub(super) struct Run {
    pub(super) client: Client,
    pub(super) outgoing: Outgoing,
    pub(super) interface: Arc<Interface>,
    /// Whether the caller wants more of an answer than the reply.
    pub(super) wants_envelope: bool,
    serial: Option<Serial>,
    started: Duration,
    course: Course,
    answer_repeated: bool,
    new_connection: bool,
    /// The failed attempt that another is to follow, and the pause before that.
    failed: Option<(Cause, Duration)>,
    in_flight: Option<InFlight>,
    watch: Option<Watch>,
}

/// An attempt of which the circuit breaker has yet to hear.
#[derive(Clone, Copy)]
struct InFlight {
    sent_at: Duration,
    timeout: Duration,
}

/// An answer that has yet to be judged, and the call that it is the answer to.
pub(super) struct Answered {
    run: Run,
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

/// Sends a call until an answer comes or it fails for good.
pub(super) async fn next_answer(mut run: Run) -> Result<Answered, Error> {
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
        run.note_end(watch, judged.as_ref().err());
        match judged {
            Ok(accepted) => Judged::Success(run.succeed(accepted)),
            Err(cause) => match run.follow(cause) {
                Ok(()) => Judged::Again(Box::pin(next_answer(run))),
                Err(cause) => Judged::Failure(run.fail(cause)),
            },
        }
    }
}

impl Run {
    pub(super) fn new(client: Client, outgoing: Outgoing, wants_envelope: bool) -> Self {
        let started = client.shared.clock.monotonic();
        let interface = client.shared.gate.interface(outgoing.metadata);
        let course =
            Course { repeatable: outgoing.repeatable, may_have_acted: outgoing.may_have_acted, ..Course::default() };
        let watch = Some(Watch::start(outgoing.metadata));
        Self {
            client,
            outgoing,
            interface,
            wants_envelope,
            serial: None,
            started,
            course,
            answer_repeated: false,
            new_connection: false,
            failed: None,
            in_flight: None,
            watch,
        }
    }

    /// The `msdkExtInfo` of the last attempt.
    pub(super) fn ext_info(&self) -> Option<&str> {
        self.outgoing.ext_info().or(self.serial.as_ref().map(Serial::as_str))
    }

    async fn until_answered(&mut self) -> Result<(Delivered, Permit, AttemptWatch), Cause> {
        loop {
            let last = match self.failed.take() {
                Some((cause, pause)) => {
                    self.client.shared.clock.sleep(pause).await;
                    Some(cause)
                }
                None => None,
            };
            let permit = match self.admission().await {
                Ok(permit) => permit,
                Err(refusal) => return Err(self.stopped(Stop::Closed, last.unwrap_or(refusal))),
            };
            // A retry is paid for when it is made, so that one which is dropped or held back costs nothing.
            if let Some(cause) = last {
                if !self.pay_for_retry(cause.failure()) {
                    return Err(self.stopped(Stop::Budget, cause));
                }
                observe::retried(self.outgoing.metadata, self.client.shared.retries.retries());
            }
            let (watch, delivered) = self.attempt().await?;
            match delivered {
                Ok(delivered) => return Ok((delivered, permit, watch)),
                Err(cause) => {
                    drop(permit);
                    self.note_end(watch, Some(&cause));
                    self.follow(cause)?;
                }
            }
        }
    }

    /// Decides what follows a failed attempt: another, or the end of the call.
    fn follow(&mut self, cause: Cause) -> Result<(), Cause> {
        self.course.elapsed = self.elapsed();
        match self.after(&cause) {
            Decision::Stop(stop) => Err(self.stopped(stop, cause)),
            Decision::Again { pause } => {
                observe::retry(self.outgoing.metadata, cause.kind(), pause);
                self.outgoing.may_have_acted |= cause.may_have_acted();
                self.course.may_have_acted = self.outgoing.may_have_acted;
                self.answer_repeated |= cause.failure() == Failure::Passing;
                self.new_connection = cause.failure() == Failure::Unknown;
                self.failed = Some((cause, pause));
                Ok(())
            }
        }
    }

    /// Ends the call with a reply that was read.
    fn succeed(mut self, accepted: Accepted) -> Answer<()> {
        // Pays for the retries of others: only now is the call known to be a success.
        let retries = &self.client.shared.retries;
        retries.pay_in();
        self.interface.answers.pay_in();
        observe::retries_left(retries.retries());
        self.course.elapsed = self.elapsed();
        if let Some(watch) = self.watch.take() {
            watch.succeeded(&self.course);
        }
        let (msg, ext_info) = accepted.envelope.map(|envelope| (envelope.msg, envelope.ext_info)).unwrap_or_default();
        let Course { attempts, elapsed, .. } = self.course;
        Answer { reply: (), msg, ext_info, done_before: accepted.done_before, attempts, elapsed }
    }

    /// Ends the call with an error.
    fn fail(mut self, cause: Cause) -> Error {
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
        let progress =
            Progress { attempts: self.course.attempts, answer_repeated: self.answer_repeated, left: self.left() };
        let random = shared.randomness.next_u64();
        match shared.retry_policy.decide(&progress, cause.failure(), self.outgoing.repeatable, random) {
            Decision::Again { .. } if !self.can_pay_for_retry(cause.failure()) => Decision::Stop(Stop::Budget),
            decision => decision,
        }
    }

    fn can_pay_for_retry(&self, failure: Failure) -> bool {
        if failure.is_answer() {
            self.interface.answers.has_for(self.player())
        } else {
            self.client.shared.retries.retries() > 0
        }
    }

    fn pay_for_retry(&self, failure: Failure) -> bool {
        if failure.is_answer() {
            self.interface.answers.take_for(self.player())
        } else {
            self.client.shared.retries.take()
        }
    }

    /// The player on whose behalf the call is made. Wanted after failures only, so it is not kept.
    fn player(&self) -> PlayerId {
        self.client.shared.player_ids.of(self.outgoing.openid())
    }

    /// Waits until the client lets a request out.
    async fn admission(&mut self) -> Result<Permit, Cause> {
        self.may_wait()?;
        self.turn().await?;
        let shared = &self.client.shared;
        let now = shared.clock.monotonic();
        let entering = shared.gate.enter(&self.interface, now);
        let permit = match self.within(now, self.left(), entering).await {
            Some(Some(permit)) => permit,
            Some(None) => return Err(Cause::Overloaded),
            None => return Err(Cause::OutOfTime),
        };
        if self.has_no_time() {
            return Err(Cause::OutOfTime);
        }
        let now = shared.clock.monotonic();
        self.interface.breaker.admit(|| self.player(), now).map_err(Cause::CircuitOpen)?;
        Ok(permit)
    }

    /// Says no at once if the circuit breaker would after the wait.
    fn may_wait(&self) -> Result<(), Cause> {
        let now = self.client.shared.clock.monotonic();
        self.interface.breaker.check(|| self.player(), now).map_err(Cause::CircuitOpen)
    }

    /// Waits for the player's turn. Those who wait for it are among those who may wait at all.
    async fn turn(&mut self) -> Result<(), Cause> {
        let shared = Arc::clone(&self.client.shared);
        let Some(pace) = &shared.pace else { return Ok(()) };
        let mut waiting = None;
        loop {
            let now = shared.clock.monotonic();
            let Err(wait) = pace.take(self.outgoing.openid(), self.interface.path, now) else { break };
            if wait >= self.time_for_turn() {
                return Err(Cause::Paced { wait });
            }
            if waiting.is_none() {
                waiting = Some(shared.gate.wait().ok_or(Cause::Overloaded)?);
            }
            shared.clock.sleep(wait).await;
        }
        if let Some(patience) = self.outgoing.patience.filter(|_| self.course.attempts == 0) {
            self.outgoing.timeout = self.outgoing.timeout.min(patience.saturating_sub(self.elapsed()));
            self.started = shared.clock.monotonic();
        }
        Ok(())
    }

    /// How much longer the call may wait for its player's turn.
    fn time_for_turn(&self) -> Duration {
        match self.outgoing.patience {
            Some(patience) if self.course.attempts == 0 => patience.saturating_sub(self.elapsed()),
            _ => self.left(),
        }
    }

    /// Sends once. Fails for good if there is nothing that could be sent.
    async fn attempt(&mut self) -> Result<(AttemptWatch, Result<Delivered, Cause>), Cause> {
        self.serial = self.outgoing.serial(&self.client);
        let Signed { request, proof } = self.outgoing.sign(&self.client, self.ext_info())?;
        self.outgoing.proofs.push(proof);
        self.course.attempts += 1;
        let watch = AttemptWatch::start(self.outgoing.metadata, self.course.attempts);
        let timeout = self.outgoing.attempt_timeout.min(self.left());
        let in_flight = InFlight { sent_at: self.client.shared.clock.monotonic(), timeout };
        self.in_flight = Some(in_flight);
        let delivered = self.exchange(request, in_flight).instrument(watch.span()).await;
        Ok((watch, delivered))
    }

    /// Sends a request and waits for an answer.
    async fn exchange(&self, request: http::Request<Bytes>, in_flight: InFlight) -> Result<Delivered, Cause> {
        let InFlight { sent_at, timeout } = in_flight;
        let shared = &self.client.shared;
        let attempt = Attempt { timeout, new_connection: self.new_connection };
        let exchange = shared.transport.send(request, attempt);
        let sent = self.within(sent_at, timeout.saturating_add(GRACE), exchange).await;
        let delivered: Result<Delivered, TransportError> = sent.unwrap_or_else(|| {
            Err(TransportError::new(Sent::Maybe, Fault::Other, "the transport did not come back").with_timeout())
        });
        let delivered = delivered.map_err(Cause::Transport)?;
        shared.skew.look(delivered.response.headers(), delivered.response.status(), shared.clock.now());
        with_status_ok(&self.client, delivered)
    }

    /// Tells the circuit breaker and whoever watches how an attempt ended.
    fn note_end(&mut self, watch: AttemptWatch, failure: Option<&Cause>) {
        if let Some(InFlight { sent_at, timeout }) = self.in_flight.take() {
            let now = self.client.shared.clock.monotonic();
            let taken = now.saturating_sub(sent_at);
            let outcome = match failure {
                None => Some(Outcome::Answered(taken)),
                Some(cause) if !cause.is_of_server() => None,
                Some(cause) if cause.is_answered() => Some(Outcome::Answered(taken)),
                Some(_) if was_paused(taken, timeout) => None,
                Some(cause) => Some(Outcome::Failed(cause.kind())),
            };
            if let Some(outcome) = outcome {
                let transition = self.interface.breaker.note(|| self.player(), outcome, now);
                observe::transition(self.interface.name, transition);
            }
        }
        watch.ended(failure);
    }

    /// Waits for something that starts now, but not for ever.
    async fn within<F: Future>(&self, now: Duration, time: Duration, future: F) -> Option<F::Output> {
        let clock = &self.client.shared.clock;
        // A timer is made when the future has to be waited for, and not before.
        let time_out = async { clock.sleep(time).await };
        match select(pin!(future), pin!(time_out)).await {
            Either::Left((output, _)) => Some(output),
            Either::Right(((), future)) => {
                let late = clock.monotonic().saturating_sub(now).saturating_sub(time);
                patience::last_chance(future, late, |more| clock.sleep(more)).await
            }
        }
    }

    fn elapsed(&self) -> Duration {
        self.client.shared.clock.monotonic().saturating_sub(self.started)
    }

    /// Whether an attempt could only end before its answer came, so that nobody would know what became of it.
    fn has_no_time(&self) -> bool {
        const LEAST: Duration = Duration::from_millis(50);
        let Outgoing { timeout, attempt_timeout, .. } = self.outgoing;
        let left = attempt_timeout.min(self.left());
        left.is_zero() || left < LEAST.min(timeout.min(attempt_timeout) / 10)
    }

    fn left(&self) -> Duration {
        self.outgoing.timeout.saturating_sub(self.elapsed())
    }
}

/// Whether an attempt took so long that this process cannot have run all the time, which says nothing about the platform.
const fn was_paused(taken: Duration, timeout: Duration) -> bool {
    taken.as_nanos() > timeout.saturating_add(GRACE).saturating_add(PAUSE).as_nanos()
}

/// The circuit breaker hears also of an attempt whose caller lost patience.
impl Drop for Run {
    fn drop(&mut self) {
        if let Some(InFlight { sent_at, timeout }) = self.in_flight.take() {
            let now = self.client.shared.clock.monotonic();
            let taken = now.saturating_sub(sent_at);
            if was_paused(taken, timeout) {
                return;
            }
            let transition = self.interface.breaker.note_dropped(|| self.player(), (taken, timeout), now);
            observe::transition(self.interface.name, transition);
        }
    }
}
