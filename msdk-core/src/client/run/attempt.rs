//! One attempt: signing, the exchange within its time, and what the circuit breaker hears of it.

use std::{future::Future, pin::pin, time::Duration};

use bytes::Bytes;
use http::{Request, StatusCode};
use tracing::Instrument;

use super::Run;
use crate::{
    client::{
        attempts::{Attempted, Exchange},
        judge::of_status,
        load::Outcome,
        observe::AttemptWatch,
    },
    error::Cause,
    wire::{Attempt, Delivered, Fault, Sent, TransportError, TransportFuture, patience, wait::before},
};

/// How much longer than it was told a transport may take before the client stops waiting for it.
pub(super) const GRACE: Duration = Duration::from_millis(100);

/// How much too late an attempt may end on a machine that is merely busy.
const PAUSE: Duration = Duration::from_millis(500);

/// An attempt of which the circuit breaker has yet to hear.
#[derive(Clone, Copy)]
pub(super) struct InFlight {
    sent_at: Duration,
    timeout: Duration,
}

impl Run {
    /// Sends once. Fails for good if there is nothing that could be sent.
    pub(super) async fn attempt(&mut self) -> Result<(AttemptWatch, Result<Delivered, Cause>), Cause> {
        let request = self.signed_request()?;
        self.course.attempts += 1;
        let watch = AttemptWatch::start(&self.outgoing.app().label, self.outgoing.metadata, self.course.attempts);
        let sent_at = self.now();
        let timeout = self.outgoing.attempt_timeout.min(self.left_at(sent_at));
        let in_flight = InFlight { sent_at, timeout };
        self.in_flight = Some(in_flight);
        let attempt = Attempt { timeout, new_connection: self.new_connection };
        let span = watch.span();
        let transport = &self.client.shared.transport;
        let exchange = span.in_scope(move || transport.send(request, attempt));
        let delivered = self.in_time(exchange, in_flight).instrument(span).await;
        if let Some(exchange) = &mut self.exchange {
            exchange.answer = answer_of(&delivered);
        }
        Ok((watch, delivered))
    }

    /// Signs the request of an attempt, and keeps it for whoever wants to see it.
    fn signed_request(&mut self) -> Result<Request<Bytes>, Cause> {
        self.serial = self.outgoing.serial(&self.client);
        let request = self.outgoing.sign(&self.client, self.serial.as_ref())?;
        self.exchange = self.client.shared.attempt_observer.is_some().then(|| Box::new(Exchange::of(&request)));
        Ok(request)
    }

    /// Waits for an answer, no longer than the transport was told to.
    async fn in_time(&self, exchange: TransportFuture<'_>, in_flight: InFlight) -> Result<Delivered, Cause> {
        let InFlight { sent_at, timeout } = in_flight;
        let shared = &self.client.shared;
        let delivered = if shared.transport.ends_in_time() {
            exchange.await
        } else {
            // Boxed, as all that the usual call does not need, so that what it does need stays small.
            let sent = Box::pin(self.within(sent_at, timeout.saturating_add(GRACE), exchange)).await;
            sent.unwrap_or_else(|| {
                Err(TransportError::new(Sent::Maybe, Fault::Other, "the transport did not come back").with_timeout())
            })
        };
        let delivered = delivered.map_err(Cause::Transport)?;
        shared.skew.look(&delivered.response, || shared.clock.now());
        if delivered.response.status() == StatusCode::OK {
            Ok(delivered)
        } else {
            Err(of_status(&self.client, delivered))
        }
    }

    /// Tells the circuit breaker and whoever watches how an attempt ended.
    pub(super) fn note_end(&mut self, watch: AttemptWatch, failure: Option<&Cause>, now: Duration) {
        if let Some(InFlight { sent_at, timeout }) = self.in_flight.take() {
            let taken = now.saturating_sub(sent_at);
            self.show(taken, failure);
            let outcome = match failure {
                None => Some(Outcome::Answered(taken)),
                Some(cause) if !cause.is_of_server() => None,
                Some(cause) if cause.is_answered() => Some(Outcome::Answered(taken)),
                Some(_) if was_paused(taken, timeout) => None,
                Some(cause) => Some(Outcome::Failed(cause.kind())),
            };
            if let Some(outcome) = outcome {
                let transition = self.endpoint.breaker.note(|| self.player(), outcome, now);
                self.endpoint.circuit.note(transition);
            }
        }
        watch.ended(failure);
    }

    /// Shows an attempt to whoever wants to see it.
    fn show(&mut self, elapsed: Duration, cause: Option<&Cause>) {
        let Some((exchange, observer)) = self.exchange.take().zip(self.client.shared.attempt_observer.as_ref()) else {
            return;
        };
        let (client, outgoing, number) = (&self.client, &self.outgoing, self.course.attempts);
        observer.attempt_ended(&Attempted { client, outgoing, exchange: &exchange, number, elapsed, cause });
    }

    /// Waits for something that starts now, but not for ever.
    pub(super) async fn within<F: Future>(&self, now: Duration, time: Duration, future: F) -> Option<F::Output> {
        let clock = &self.client.shared.clock;
        // A timer is made when the future has to be waited for, and not before.
        let time_out = async { clock.sleep(time).await };
        let mut future = pin!(future);
        if let Some(output) = before(future.as_mut(), pin!(time_out)).await {
            return Some(output);
        }
        let late = clock.monotonic().saturating_sub(now).saturating_sub(time);
        patience::last_chance(future, late, |more| clock.sleep(more)).await
    }
}

/// What came back, if anything did.
fn answer_of(delivered: &Result<Delivered, Cause>) -> Option<(StatusCode, Bytes)> {
    match delivered {
        Ok(delivered) => Some((delivered.response.status(), delivered.response.body().clone())),
        Err(Cause::Status { status, body, .. }) => Some((StatusCode::from_u16(*status).ok()?, body.raw.clone())),
        Err(_) => None,
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
            let now = self.now();
            let taken = now.saturating_sub(sent_at);
            if was_paused(taken, timeout) {
                return;
            }
            let transition = self.endpoint.breaker.note_dropped(|| self.player(), (taken, timeout), now);
            self.endpoint.circuit.note(transition);
        }
    }
}
