//! From a checked call to an answer that says success: attempts, pauses, limits.

#[cfg(test)]
mod tests;

use std::{future::Future, pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::future::{Either, select};
use tracing::Instrument;

use super::{
    Client, Outgoing,
    outgoing::Signed,
    received::{Accepted, Received, receive, without_secrets},
};
use crate::{
    Attempt, Delivered, Error, Fault, Sent, TransportError,
    error::{Cause, Course},
    load::{Interface, Outcome, Permit, PlayerId},
    observe::{self, Watch},
    retry::{Decision, Failure, Progress, Stop},
};

/// How much longer than it was told a transport may take before the client stops waiting for it.
const GRACE: Duration = Duration::from_millis(100);

/// Sends a call until it succeeds or fails for good. No endpoint's type matters here, so that a hundred endpoints compile
/// it once.
pub(super) async fn run(client: Client, outgoing: Result<Outgoing, Error>) -> Result<Received, Error> {
    let outgoing = outgoing.inspect_err(observe::not_let_out)?;
    let watch = Watch::start(outgoing.metadata);
    let span = watch.span();
    let mut run = Run::new(client, outgoing);
    let result = run.attempts().instrument(span).await;
    let Run { client, outgoing, interface, course, .. } = run;
    match result {
        Ok(accepted) => Ok(Received { client, outgoing, interface, accepted, course, watch }),
        Err(cause) => {
            let cause = without_secrets(&client, &outgoing, cause);
            let error = Error::of_call(outgoing.metadata, cause, course);
            watch.failed(&error);
            Err(error)
        }
    }
}

struct Run {
    client: Client,
    outgoing: Outgoing,
    interface: Arc<Interface>,
    started: Duration,
    course: Course,
    answer_repeated: bool,
    new_connection: bool,
}

impl Run {
    fn new(client: Client, outgoing: Outgoing) -> Self {
        let started = client.shared.clock.monotonic();
        let interface = client.shared.gate.interface(outgoing.metadata);
        let course =
            Course { repeatable: outgoing.repeatable, may_have_acted: outgoing.may_have_acted, ..Course::default() };
        Self { client, outgoing, interface, started, course, answer_repeated: false, new_connection: false }
    }

    async fn attempts(&mut self) -> Result<Accepted, Cause> {
        let mut last: Option<Cause> = None;
        loop {
            let permit = match self.admission().await {
                Ok(permit) => permit,
                Err(refusal) => return Err(self.stopped(Stop::Closed, last.unwrap_or(refusal))),
            };
            // A retry is paid for when it is made, so that one which is dropped or held back costs nothing.
            if let Some(cause) = last.take() {
                if !self.pay_for_retry(cause.failure()) {
                    return Err(self.stopped(Stop::Budget, cause));
                }
                observe::retried(self.outgoing.metadata, self.client.shared.retries.retries());
            }
            let result = self.attempt().await;
            // Given back before a pause, which others can use.
            drop(permit);
            self.course.elapsed = self.elapsed();
            let cause = match result {
                Ok(accepted) => return Ok(accepted),
                Err(cause) => cause,
            };
            match self.after(&cause) {
                Decision::Stop(stop) => return Err(self.stopped(stop, cause)),
                Decision::Again { pause } => {
                    observe::retry(self.outgoing.metadata, cause.kind(), pause);
                    self.outgoing.may_have_acted |= cause.may_have_acted();
                    self.course.may_have_acted = self.outgoing.may_have_acted;
                    self.answer_repeated |= cause.failure() == Failure::Passing;
                    self.new_connection = cause.failure() == Failure::Unknown;
                    self.client.shared.clock.sleep(pause).await;
                    last = Some(cause);
                }
            }
        }
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
        self.client.shared.player_ids.of(&self.outgoing.openid)
    }

    /// Waits until the client lets a request out.
    async fn admission(&mut self) -> Result<Permit, Cause> {
        self.may_wait()?;
        self.turn().await?;
        let shared = &self.client.shared;
        let entering = shared.gate.enter(&self.interface, shared.clock.monotonic());
        let permit = match self.within(self.left(), entering).await {
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
            let Err(wait) = pace.take(&self.outgoing.openid, self.interface.path, now) else { break };
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

    async fn attempt(&mut self) -> Result<Accepted, Cause> {
        let Signed { request, secrets } = self.outgoing.sign(&self.client)?;
        self.outgoing.secrets.extend(secrets);
        self.course.attempts += 1;
        let watch = observe::AttemptWatch::start(self.outgoing.metadata, self.course.attempts);
        let in_flight = InFlight::start(self);
        let result = self.exchange(request, in_flight.timeout).instrument(watch.span()).await;
        in_flight.ended(&result);
        watch.ended(result.as_ref().err());
        result
    }

    /// Sends and reads.
    async fn exchange(&self, request: http::Request<Bytes>, timeout: Duration) -> Result<Accepted, Cause> {
        let shared = &self.client.shared;
        let attempt = Attempt { timeout, new_connection: self.new_connection };
        let sent = self.within(timeout.saturating_add(GRACE), shared.transport.send(request, attempt)).await;
        let delivered: Result<Delivered, TransportError> = sent.unwrap_or_else(|| {
            Err(TransportError::new(Sent::Maybe, Fault::Other, "the transport did not come back").with_timeout())
        });
        let delivered = delivered.map_err(Cause::Transport)?;
        shared.skew.look(delivered.response.headers(), delivered.response.status(), shared.clock.now());
        receive(&self.client, &self.outgoing, delivered)
    }

    /// Waits for something, but not for ever.
    async fn within<F: Future>(&self, time: Duration, future: F) -> Option<F::Output> {
        // A timer is made when the future has to be waited for, and not before.
        let time_out = async { self.client.shared.clock.sleep(time).await };
        match select(pin!(future), pin!(time_out)).await {
            Either::Left((output, _)) => Some(output),
            Either::Right(_) => None,
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

/// An attempt whose end the circuit breaker hears of, also if that is its caller's losing patience.
struct InFlight<'a> {
    run: &'a Run,
    sent_at: Duration,
    timeout: Duration,
    ended: bool,
}

impl<'a> InFlight<'a> {
    fn start(run: &'a Run) -> Self {
        let timeout = run.outgoing.attempt_timeout.min(run.left());
        Self { run, sent_at: run.client.shared.clock.monotonic(), timeout, ended: false }
    }

    fn ended(mut self, result: &Result<Accepted, Cause>) {
        self.ended = true;
        let now = self.run.client.shared.clock.monotonic();
        let outcome = match result {
            Err(cause) if !cause.is_answered() => Outcome::Failed(cause.kind()),
            _ => Outcome::Answered(now.saturating_sub(self.sent_at)),
        };
        let transition = self.run.interface.breaker.note(|| self.run.player(), outcome, now);
        observe::transition(self.run.interface.name, transition);
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        let now = self.run.client.shared.clock.monotonic();
        let share = (now.saturating_sub(self.sent_at), self.timeout);
        let transition = self.run.interface.breaker.note_dropped(|| self.run.player(), share, now);
        observe::transition(self.run.interface.name, transition);
    }
}
