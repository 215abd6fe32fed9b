//! Calls in a process of their own, for what belongs to a process: its environment.

use std::{io, path::PathBuf, sync::OnceLock, time::Instant};

use tokio::process::Command;

use crate::{
    contestant::{Contestant, Endpoint, Failure, Order, Reply, Settings},
    trial::{Ended, Trial, log_to},
};

/// What the log ends with, to tell one that says nothing from none.
const LAST_WORDS: &str = "the call has ended";

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says which program makes the calls: this crate's.
pub fn set_program(program: impl Into<PathBuf>) {
    // The first word counts; every one is the same.
    let _ = PROGRAM.set(program.into());
}

/// Makes the call that the arguments of this process describe, prints how it ended, and logs to where errors go.
pub async fn call_as_told(contestants: &[&'static dyn Contestant], arguments: &[String]) {
    let [name, endpoint, base_url, app_key, openid, token] = arguments else { return };
    let trial = Trial::new(&crate::Msdk, Endpoint::Read);
    let settings = Settings { app_key: app_key.clone(), ..trial.settings(base_url) };
    let order = Order { openid: openid.clone(), token: token.clone(), ..trial.order() };
    let Some(contestant) = contestants.iter().find(|contestant| contestant.name() == name) else { return };
    let Some(endpoint) = Endpoint::ALL.into_iter().find(|known| known.name() == endpoint) else { return };
    // This process has one log.
    let _ = tracing::dispatcher::set_global_default(log_to(io::stderr));
    let result = match contestant.client(&settings) {
        Ok(caller) => {
            eprintln!("{caller:?}");
            caller.call(endpoint, order).await
        }
        Err(failure) => Err(failure),
    };
    tracing::trace!("{LAST_WORDS}");
    // Without a result, the parent takes the call for one that panicked.
    println!("{}", serde_json::to_string(&result).unwrap_or_default());
}

impl Trial {
    /// Makes a call in a process that has some more variables in its environment.
    pub(crate) async fn call_in_process(&self, base_url: &str, variables: &[(&str, &str)]) -> Ended<'_> {
        let (Settings { app_key, .. }, Order { openid, token, .. }) = (self.settings(base_url), self.order());
        let program = PROGRAM.get().expect("the program is set before rows are played");
        let arguments = [self.contestant().name(), self.endpoint.name(), base_url, &app_key, &openid, &token];
        let mut command = Command::new(program);
        command.arg("call").args(arguments).envs(variables.iter().copied());
        let started = Instant::now();
        let output = command.output().await.expect("this crate's program can be started");
        let log = String::from_utf8_lossy(&output.stderr);
        self.printed_elsewhere(&log);
        self.printed_elsewhere(&String::from_utf8_lossy(&output.stdout));
        let result: Result<Reply, Failure> = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| Err(Failure { kind: "panicked".into(), may_have_acted: true, ..Failure::default() }));
        let is_logged = log.contains(LAST_WORDS) || result.as_ref().is_err_and(|failure| failure.kind == "panicked");
        assert!(is_logged, "the process that calls has a log");
        Ended::new(self, result, started.elapsed().into())
    }
}
