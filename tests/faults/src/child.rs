//! Calls in a process of their own, for what belongs to a process: its environment.

use std::{path::PathBuf, process::Stdio, sync::OnceLock, time::Instant};

use tokio::process::Command;

use crate::{
    contestant::{Contestant, Failure, Interface, Order, Reply, Settings},
    trial::{Ended, Trial},
};

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says which program makes the calls: this crate's.
pub fn set_program(program: impl Into<PathBuf>) {
    // The first word counts; every one is the same.
    let _ = PROGRAM.set(program.into());
}

/// Makes the call that the arguments of this process describe and prints how it ended.
pub async fn call_as_told(contestants: &[&'static dyn Contestant], arguments: &[String]) {
    let [name, interface, base_url, app_key, openid, token] = arguments else { return };
    let trial = Trial::new(&crate::Msdk, Interface::Read);
    let settings = Settings { app_key: app_key.clone(), ..trial.settings(base_url) };
    let order = Order { openid: openid.clone(), token: token.clone(), ..trial.order() };
    let Some(contestant) = contestants.iter().find(|contestant| contestant.name() == name) else { return };
    let Some(interface) = Interface::ALL.into_iter().find(|known| known.name() == interface) else { return };
    let result = match contestant.client(&settings) {
        Ok(caller) => caller.call(interface, order).await,
        Err(failure) => Err(failure),
    };
    match result {
        Ok(reply) => println!("ok\n{}", reply.name),
        Err(Failure { kind, shown, debugged, .. }) => println!("{kind}\n{shown} {debugged}"),
    }
}

impl Trial {
    /// Makes a call in a process that has some more variables in its environment.
    pub(crate) async fn call_in_process(&self, base_url: &str, variables: &[(&str, &str)]) -> Ended<'_> {
        let (Settings { app_key, .. }, Order { openid, token, .. }) = (self.settings(base_url), self.order());
        let program = PROGRAM.get().expect("the program is set before rows are played");
        let arguments = [self.contestant().name(), self.interface.name(), base_url, &app_key, &openid, &token];
        let mut command = Command::new(program);
        command.arg("call").args(arguments).envs(variables.iter().copied()).stderr(Stdio::null());
        let started = Instant::now();
        let output = command.output().await.expect("this crate's program can be started");
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        let result = match output.trim_end().split_once('\n') {
            Some(("ok", name)) => Ok(Reply { name: name.to_owned(), ..Reply::default() }),
            Some((kind, shown)) => Err(Failure {
                kind: kind.to_owned(),
                may_have_acted: true,
                shown: shown.to_owned(),
                ..Failure::default()
            }),
            None => Err(Failure { kind: "panicked".into(), may_have_acted: true, ..Failure::default() }),
        };
        Ended::new(self, result, started.elapsed())
    }
}
