//! A platform that is gone for a while.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::{Instant, sleep};

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

/// Ten thousand calls to a platform that reads and breaks off, until it is back.
pub(crate) async fn outage(trial: &Trial) {
    let back = Gate::default();
    let server = Server::always(vec![Read, ResetUnless(back.clone()), Send(ok()), Serve(ok())]).await;
    let client = trial.client_at(server.url());
    join_all((0..CALLERS).map(|_| call_in_vain(trial, &client))).await;
    let sent = server.requests().len();
    trial.expect(sent <= CALLS / 10, "goes on asking a platform that is down");

    back.open();
    let recovered = Instant::now();
    join_all((0..CALLERS).map(|_| until_success(trial, &client, recovered))).await;
    trial.expect(recovered.elapsed() < Duration::from_secs(1), "notices late that the platform is back");
}

async fn call_in_vain(trial: &Trial, client: &Client<'_>) {
    for _ in 0..CALLS / CALLERS {
        let fails = client.future(trial.order()).await.is_err();
        trial.expect(fails, "takes an outage for success");
    }
}

async fn until_success(trial: &Trial, client: &Client<'_>, recovered: Instant) {
    while client.future(trial.order()).await.is_err() && recovered.elapsed() < Duration::from_secs(3) {
        // Callers have something else to do between two calls.
        sleep(Duration::from_millis(5)).await;
    }
}
