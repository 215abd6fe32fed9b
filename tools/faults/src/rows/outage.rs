//! A platform that is gone for a while.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::sleep;

use crate::{
    answers::ok,
    server::{
        Gate, Server,
        Step::{Read, ResetUnless, Send, Serve},
    },
    trial::{Client, Trial},
};

const CALLS: usize = 10_000;
const CALLERS: usize = 50;
/// The time from one call of a caller to its next, once the platform is back.
const BETWEEN: Duration = Duration::from_millis(5);
/// The calls of a caller in a second.
const LATE: usize = 200;

/// Ten thousand calls to a platform that reads and breaks off, until it is back.
pub(crate) async fn outage(trial: &Trial) {
    let back = Gate::default();
    let server = Server::always(vec![Read, ResetUnless(back.clone()), Send(ok()), Serve(ok())]).await;
    let client = trial.client_at(server.url());
    join_all((0..CALLERS).map(|_| call_in_vain(trial, &client))).await;
    let sent = server.requests().len();
    trial.expect(sent <= CALLS / 10, "goes on asking a platform that is down");

    back.open();
    // Counted in calls, not by a clock: a machine that is busy with something else makes fewer of them in the same time.
    let in_vain = join_all((0..CALLERS).map(|_| until_success(trial, &client))).await;
    trial.expect(in_vain.iter().all(|calls| *calls < LATE), "notices late that the platform is back");
}

async fn call_in_vain(trial: &Trial, client: &Client<'_>) {
    for _ in 0..CALLS / CALLERS {
        let fails = client.future(trial.order()).await.is_err();
        trial.expect(fails, "takes an outage for success");
    }
}

/// Calls until it succeeds, and returns how many calls did not.
async fn until_success(trial: &Trial, client: &Client<'_>) -> usize {
    let mut in_vain = 0;
    while client.future(trial.order()).await.is_err() && in_vain < LATE {
        in_vain += 1;
        // Callers have something else to do between two calls.
        sleep(BETWEEN).await;
    }
    in_vain
}
