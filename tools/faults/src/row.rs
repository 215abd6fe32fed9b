//! A fault with its number.

use std::{future::Future, pin::Pin};

use tokio::runtime;

use crate::{
    contestant::{Contestant, Endpoint},
    trial::{Broken, Trial},
};

/// A fault that happens to HTTP clients, with what may be expected of one.
#[derive(Debug)]
pub struct Row {
    /// Its number, which stays the same when others come or go.
    pub number: u8,
    /// What happens.
    pub fault: &'static str,
    pub(crate) play: for<'t> fn(&'t Trial) -> Pin<Box<dyn Future<Output = ()> + Send + 't>>,
}

/// What a contestant broke, by endpoint.
#[derive(Debug, Default)]
pub struct Verdict(pub Vec<(Endpoint, Broken)>);

impl Row {
    /// Does it to both endpoints of a contestant, in a runtime of its own: a row that keeps the processor busy makes
    /// another one late no more than it must.
    ///
    /// # Panics
    ///
    /// If no runtime can be made.
    pub fn judge(&self, contestant: &'static dyn Contestant) -> Verdict {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("runtimes can be made");
        runtime.block_on(self.played_to(contestant))
    }

    async fn played_to(&self, contestant: &'static dyn Contestant) -> Verdict {
        let [read, write] = Endpoint::ALL;
        let (mut broken, more) = tokio::join!(self.done_to(contestant, read), self.done_to(contestant, write));
        broken.extend(more);
        Verdict(broken)
    }

    async fn done_to(&self, contestant: &'static dyn Contestant, endpoint: Endpoint) -> Vec<(Endpoint, Broken)> {
        let trial = Trial::new(contestant, endpoint);
        (self.play)(&trial).await;
        trial.verdict().into_iter().map(|broken| (endpoint, broken)).collect()
    }
}

impl Verdict {
    /// Whether nothing was broken.
    pub fn is_clean(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing was broken but that a secret was printed.
    pub fn is_clean_but_for_leaks(&self) -> bool {
        self.0.iter().all(|(_, broken)| matches!(broken, Broken::Leak(_)))
    }

    /// Returns what was broken, one line each, with the endpoint where it is one of the two.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (endpoint, broken) in &self.0 {
            let is_both = self.0.iter().any(|(other, same)| other != endpoint && same == broken);
            let line = if is_both { broken.to_string() } else { format!("{}: {broken}", endpoint.name()) };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}
