//! A contestant's client, watched.

use std::{sync::Arc, time::Duration};

use tokio::{
    task::{JoinError, JoinHandle},
    time::timeout,
};
use tracing::instrument::WithSubscriber;

use super::{Ended, Trial, stopwatch::Stopwatch};
use crate::contestant::{Caller, Calling, Endpoint, Failure, Order, Reply};

/// Longer than any call may take, and not so long that a table takes for ever.
const PATIENCE: Duration = Duration::from_secs(8);

/// A client of the contestant's.
pub(crate) struct Client<'t> {
    trial: &'t Trial,
    caller: Arc<dyn Caller>,
}

/// A call under way.
pub(crate) struct Pending<'t> {
    trial: &'t Trial,
    stopwatch: Stopwatch,
    task: JoinHandle<Result<Reply, Failure>>,
}

impl<'t> Client<'t> {
    pub(super) fn new(trial: &'t Trial, made: Result<Arc<dyn Caller>, Failure>) -> Self {
        let caller = made.unwrap_or_else(|failure| Arc::new(Unmade(failure)));
        trial.printed.print(&format!("{caller:?}"));
        Self { trial, caller }
    }

    pub(crate) async fn call(&self) -> Ended<'t> {
        self.call_with(self.trial.order()).await
    }

    pub(crate) async fn call_with(&self, order: Order) -> Ended<'t> {
        self.begin(order).end().await
    }

    /// Starts a call.
    pub(crate) fn begin(&self, order: Order) -> Pending<'t> {
        Pending { trial: self.trial, stopwatch: Stopwatch::start(), task: tokio::spawn(self.future(order)) }
    }

    /// Returns a call that is to be polled elsewhere.
    pub(crate) fn future(&self, order: Order) -> Calling {
        let call = Arc::clone(&self.caller).call(self.trial.endpoint, order);
        Box::pin(call.with_subscriber(self.trial.printed.log()))
    }
}

impl<'t> Pending<'t> {
    pub(crate) async fn end(mut self) -> Ended<'t> {
        let result = match timeout(PATIENCE, &mut self.task).await {
            Ok(Ok(result)) => result,
            Ok(Err(error)) => Err(panicked(&error)),
            Err(_) => {
                self.task.abort();
                Err(Failure { kind: "hung".into(), may_have_acted: true, ..Failure::default() })
            }
        };
        Ended::new(self.trial, result, self.stopwatch.taken())
    }

    /// Drops the call where it stands.
    pub(crate) async fn abandon(self) {
        self.task.abort();
        // It is dropped by the time that its end is known.
        let _ = self.task.await;
    }
}

fn panicked(_: &JoinError) -> Failure {
    Failure { kind: "panicked".into(), may_have_acted: true, ..Failure::default() }
}

/// A client that could not be made.
#[derive(Debug)]
struct Unmade(Failure);

impl Caller for Unmade {
    fn call(self: Arc<Self>, _: Endpoint, _: Order) -> Calling {
        Box::pin(async move { Err(self.0.clone()) })
    }
}
