//! What a request has to wait for before it is sent.

use std::{sync::Arc, time::Duration};

use super::Run;
use crate::{
    client::{Outgoing, load::Permit},
    error::Cause,
};

impl Run {
    /// Waits until the client may send a request.
    pub(super) async fn admission(&mut self, mut now: Duration) -> Result<Permit, Cause> {
        // Says no at once if the circuit breaker would after the wait.
        self.endpoint.breaker.check(|| self.player(), now).map_err(Cause::CircuitOpen)?;
        if self.client.shared.pace.is_some() {
            self.pace().await?;
            now = self.now();
        }
        let permit = if let Some(permit) = self.client.shared.gate.enter_at_once(&self.endpoint, now) {
            permit
        } else {
            let permit = Box::pin(self.queued_permit(now)).await?;
            now = self.now();
            permit
        };
        if self.has_no_time(now) {
            return Err(Cause::OutOfTime);
        }
        self.endpoint.breaker.admit(|| self.player(), now).map_err(Cause::CircuitOpen)?;
        Ok(permit)
    }

    /// Waits until a permit is given back, behind those who came before, but not beyond the time of the call.
    async fn queued_permit(&self, now: Duration) -> Result<Permit, Cause> {
        let entering = self.client.shared.gate.enter_queued(&self.endpoint);
        let entered = self.within(now, self.left_at(now), entering).await.ok_or(Cause::OutOfTime)?;
        entered.ok_or(Cause::Overloaded)
    }

    /// Waits until the player may be asked about again. Those who wait for that are among those who may wait at all.
    async fn pace(&mut self) -> Result<(), Cause> {
        let shared = Arc::clone(&self.client.shared);
        let Some(pace) = &shared.pace else { return Ok(()) };
        let mut waiting = None;
        loop {
            let now = shared.clock.monotonic();
            let Err(wait) = pace.take(self.outgoing.openid(), self.endpoint.path, now) else { break };
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

    /// How much longer the call may wait for its player's pace.
    fn time_for_turn(&self) -> Duration {
        match self.outgoing.patience {
            Some(patience) if self.course.attempts == 0 => patience.saturating_sub(self.elapsed()),
            _ => self.left_at(self.now()),
        }
    }

    /// Whether an attempt could only end before its answer came, so that nobody would know what became of it.
    fn has_no_time(&self, now: Duration) -> bool {
        const LEAST: Duration = Duration::from_millis(50);
        let Outgoing { timeout, attempt_timeout, .. } = self.outgoing;
        let left = attempt_timeout.min(self.left_at(now));
        left.is_zero() || (left < LEAST && left < timeout.min(attempt_timeout) / 10)
    }
}
