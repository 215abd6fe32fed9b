//! Callers who fail at the same moment: whether they come back at the same moment, too.

use std::collections::BTreeMap;

use msdk::policy::{CircuitBreaker, RetryBudget};

use crate::{
    check::Checks,
    endpoints::{Read, session, settings},
    server::{Crowd, Server},
};

pub(super) const AT_ONCE: usize = 100;
/// What one pause of the machine does to one failure is little among many.
const FAILURES: usize = 20;
const ALL: usize = AT_ONCE * FAILURES;

pub(super) async fn run(server: &Server, crowd: &Crowd, checks: &mut Checks) {
    let client = settings(server.port)
        .circuit_breaker(CircuitBreaker::never())
        .retry_budget(RetryBudget::new().saved_up(u32::MAX))
        .build()
        .expect("a client");
    for calls in (0..).step_by(AT_ONCE).take(FAILURES) {
        let callers = (calls..).take(AT_ONCE).map(|call| {
            let (client, session) = (client.clone(), session(call));
            tokio::spawn(async move { client.call(&session, Read).await.is_ok() })
        });
        for caller in callers.collect::<Vec<_>>() {
            caller.await.expect("a caller that does not panic");
        }
    }

    let returns = crowd.returns();
    let mut windows = BTreeMap::<u128, usize>::new();
    for time in &returns {
        *windows.entry(time.as_millis() / 10).or_default() += 1;
    }
    let fullest = windows.values().max().copied().unwrap_or_default();
    checks.check(
        "callers who failed at the same moment do not come back at the same moment",
        format!("{fullest} of {} in the fullest 10 ms after the failure", returns.len()),
        returns.len() == ALL && fullest <= ALL / 3,
    );
}
