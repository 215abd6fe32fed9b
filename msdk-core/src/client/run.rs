//! From a checked call to an answer that says success: attempts, pauses, limits.

#[cfg(test)]
mod tests;

use std::{future::Future, pin::pin, time::Duration};

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
    load::Permit,
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
    let Run { client, outgoing, course, .. } = run;
    match result {
        Ok(accepted) => Ok(Received { client, outgoing, accepted, course, watch }),
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
    started: Duration,
    course: Course,
    answer_repeated: bool,
    new_connection: bool,
}

impl Run {
    fn new(client: Client, outgoing: Outgoing) -> Self {
        let started = client.shared.clock.monotonic();
        let course =
            Course { repeatable: outgoing.repeatable, may_have_acted: outgoing.may_have_acted, ..Course::default() };
        Self { client, outgoing, started, course, answer_repeated: false, new_connection: false }
    }

    async fn attempts(&mut self) -> Result<Accepted, Cause> {
        let mut last = None;
        loop {
            let permit = match self.admission().await {
                Ok(permit) => permit,
                Err(refusal) => return Err(self.stopped(Stop::Closed, last.unwrap_or(refusal))),
            };
            // A retry is paid for when it is made, so that one which is dropped or held back costs nothing.
            if let Some(cause) = last.take_if(|_| !self.client.shared.purse.take()) {
                return Err(self.stopped(Stop::Budget, cause));
            }
            if last.is_some() {
                observe::retried(self.outgoing.metadata, self.client.shared.purse.retries());
            }
            let result = self.attempt().await;
            drop(permit);
            self.course.elapsed = self.elapsed();
            let cause = match result {
                Ok(accepted) => {
                    self.client.shared.purse.pay_in();
                    observe::retries_left(self.client.shared.purse.retries());
                    return Ok(accepted);
                }
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
            Decision::Again { .. } if shared.purse.retries() == 0 => Decision::Stop(Stop::Budget),
            decision => decision,
        }
    }

    /// Waits until the client lets a request out.
    async fn admission(&self) -> Result<Permit, Cause> {
        let shared = &self.client.shared;
        let path = self.outgoing.metadata.path;
        shared.breaker.check(path, shared.clock.monotonic()).map_err(Cause::CircuitOpen)?;
        self.turn().await?;
        let permit = match self.within(self.left(), shared.gate.enter()).await {
            Some(Some(permit)) => permit,
            Some(None) => return Err(Cause::Overloaded),
            None => return Err(Cause::OutOfTime),
        };
        if self.has_no_time() {
            return Err(Cause::OutOfTime);
        }
        shared.breaker.admit(path, shared.clock.monotonic()).map_err(Cause::CircuitOpen)?;
        Ok(permit)
    }

    /// Waits for the player's turn. Those who wait for it are among those who may wait at all.
    async fn turn(&self) -> Result<(), Cause> {
        let shared = &self.client.shared;
        let Some(pace) = &shared.pace else { return Ok(()) };
        let mut waiting = None;
        while let Err(wait) = pace.take(&self.outgoing.openid, self.outgoing.metadata.name) {
            if wait >= self.left() {
                return Err(Cause::Paced { wait });
            }
            if waiting.is_none() {
                waiting = Some(shared.gate.wait().ok_or(Cause::Overloaded)?);
            }
            shared.clock.sleep(wait).await;
        }
        Ok(())
    }

    async fn attempt(&mut self) -> Result<Accepted, Cause> {
        let signed = self.outgoing.sign(&self.client)?;
        self.course.attempts += 1;
        let watch = observe::AttemptWatch::start(self.outgoing.metadata, self.course.attempts);
        let result = self.exchange(signed).instrument(watch.span()).await;
        let now = self.client.shared.clock.monotonic();
        let failure = result.as_ref().err().filter(|cause| !cause.is_answered()).map(Cause::kind);
        observe::turn(
            self.outgoing.metadata,
            self.client.shared.breaker.note(self.outgoing.metadata.path, failure, now),
        );
        watch.ended(result.as_ref().err());
        result
    }

    /// Sends and reads.
    async fn exchange(&mut self, signed: Signed) -> Result<Accepted, Cause> {
        let shared = &self.client.shared;
        self.outgoing.secrets.extend(signed.secrets);
        let timeout = self.outgoing.attempt_timeout.min(self.left());
        let attempt = Attempt { timeout, new_connection: self.new_connection };
        let sent = self.within(timeout.saturating_add(GRACE), shared.transport.send(signed.request, attempt)).await;
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
