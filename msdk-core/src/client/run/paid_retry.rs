//! A retry between the decision to make it and the moment when it is made.

use std::sync::Arc;

use super::Run;
use crate::client::{
    Client,
    load::EndpointLoad,
    retry::{Balance, Failure},
};

/// A retry that was taken out of a budget, and is given back if it is dropped before it is made.
///
/// It is taken when the attempt before it fails, not after the pause: on a machine that stalls for a moment many pauses
/// end at once, and together they would ask for more than can be saved up, although successes paid for each.
pub(super) struct PaidRetry {
    client: Client,
    endpoint: Arc<EndpointLoad>,
    /// Whether the endpoint's budget for answers paid for it, and not the client's.
    is_of_answers: bool,
    is_made: bool,
}

impl PaidRetry {
    /// Takes a retry after a failure, if the budget for such failures has one left.
    pub(super) fn take(run: &Run, failure: Failure) -> Option<Self> {
        let is_of_answers = failure.is_answer();
        let is_taken =
            if is_of_answers { run.endpoint.answers.take_for(run.player()) } else { run.client.shared.retries.take() };
        is_taken.then(|| {
            let (client, endpoint) = (run.client.clone(), Arc::clone(&run.endpoint));
            client.show_retries_left();
            Self { client, endpoint, is_of_answers, is_made: false }
        })
    }

    /// Says that the retry is made.
    pub(super) fn make(mut self) {
        self.is_made = true;
    }

    fn balance(&self) -> &Balance {
        if self.is_of_answers { &self.endpoint.answers } else { &self.client.shared.retries }
    }
}

impl Drop for PaidRetry {
    fn drop(&mut self) {
        if !self.is_made {
            self.balance().give_back();
            self.client.show_retries_left();
        }
    }
}
