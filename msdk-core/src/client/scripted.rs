//! A transport that follows a script, for tests.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;

use super::{Client, ClientBuilder};
use crate::{
    describe::{Endpoint, Metadata},
    encode::Encoder,
    wire::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture},
};

/// Asks for nothing, which may be repeated.
pub(super) struct Look;

impl Endpoint for Look {
    type Reply = ();

    const DECLARED: Metadata = Metadata::post("look", "/game/look/").idempotent();

    fn encode(&self, _: &mut Encoder<'_>) {}
}

/// What comes of an attempt: a status and a body, or no answer.
pub(super) type Outcome = Result<(u16, &'static str), (Sent, Fault)>;

/// More than what rounding to tokio's milliseconds adds up to.
pub(super) const TICK: Duration = Duration::from_millis(10);

pub(super) const WELL: Outcome = Ok((200, r#"{"ret":0}"#));
pub(super) const NOT_SENT: Outcome = Err((Sent::No, Fault::Connect));
pub(super) const BROKEN_OFF: Outcome = Err((Sent::Maybe, Fault::Closed));

/// Takes its time for each attempt, and does not come back at all after the last outcome.
#[derive(Debug, Clone, Default)]
pub(super) struct Scripted {
    time: Duration,
    /// What the first attempt takes, if that is another time.
    first: Arc<Mutex<Option<Duration>>>,
    outcomes: Arc<Mutex<VecDeque<Outcome>>>,
    attempts: Arc<Mutex<Vec<Attempt>>>,
    /// How many are under way, and the most that were.
    under_way: Arc<Mutex<(usize, usize)>>,
}

impl Scripted {
    pub(super) fn new(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        Self { outcomes: Arc::new(Mutex::new(outcomes.into_iter().collect())), ..Self::default() }
    }

    /// Takes this time for each attempt.
    pub(super) fn taking(self, time: Duration) -> Self {
        Self { time, ..self }
    }

    /// Takes this time for the first attempt.
    pub(super) fn slow_at_first(self, time: Duration) -> Self {
        *self.first.lock().unwrap() = Some(time);
        self
    }

    /// Settings whose pauses take no time.
    pub(super) fn settings(&self) -> ClientBuilder {
        let settings = Client::builder().app_id("1").app_key("key").base_url("http://127.0.0.1:1");
        settings.randomness(0).transport(self.clone())
    }

    pub(super) fn attempts<T>(&self, of: impl Fn(&Attempt) -> T) -> Vec<T> {
        self.attempts.lock().unwrap().iter().map(of).collect()
    }
}

impl Scripted {
    /// Returns the most attempts that were under way at once.
    pub(super) fn most_under_way(&self) -> usize {
        self.under_way.lock().unwrap().1
    }
}

impl Transport for Scripted {
    fn send(&self, _: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        self.attempts.lock().unwrap().push(attempt);
        let outcome = self.outcomes.lock().unwrap().pop_front();
        let time = self.first.lock().unwrap().take().unwrap_or(self.time);
        Box::pin(async move {
            {
                let mut under_way = self.under_way.lock().unwrap();
                under_way.0 += 1;
                under_way.1 = under_way.0.max(under_way.1);
            }
            tokio::time::sleep(if outcome.is_some() { time } else { Duration::MAX }).await;
            self.under_way.lock().unwrap().0 -= 1;
            let (status, body) =
                outcome.unwrap().map_err(|(sent, fault)| TransportError::new(sent, fault, "scripted"))?;
            Ok(Delivered::new(http::Response::builder().status(status).body(body.into()).unwrap()))
        })
    }
}
