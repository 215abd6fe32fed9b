//! What a test expects to be called, and what it has answered.

mod typed;
mod wire;

use std::{
    fmt::Write as _,
    panic::Location,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use msdk::{UnixTime, metadata::Metadata};
use serde_json::{Map, Value};

pub use self::typed::{Expectation, First, Next, On};
pub(crate) use self::wire::read_request;
use crate::{Call, Fault, Refusal, gateway::lock};

/// What decides whether an expectation takes a call.
type Test = dyn Fn(&Call<'_>) -> bool + Send + Sync;

/// What makes an answer out of the openid and the body of a call.
type Handler = dyn Fn(&str, &Map<String, Value>) -> BoxFuture<'static, Result<Value, Refusal>> + Send + Sync;

/// How a call is answered.
#[derive(Clone)]
pub(crate) enum Scripted {
    /// By the world, as if nothing was expected.
    World,
    Reply(Map<String, Value>),
    Refusal(Refusal),
    Fault(Fault),
    Handler(Arc<Handler>),
}

/// Whether an expectation takes a call.
pub(crate) enum Taken {
    /// None does, and nothing is wrong with that.
    No,
    /// None does, which fails the test, and where the test has the expectation that comes closest.
    Unexpected(String, Option<&'static Location<'static>>),
    /// One does, and has it answered after a while.
    Yes(Scripted, Duration),
}

/// The expectations of a test, and what did not come as expected.
#[derive(Default)]
pub(crate) struct Book {
    rules: Mutex<Vec<Rule>>,
    complaints: Mutex<Vec<String>>,
    expects_nothing_else: AtomicBool,
}

/// One expectation.
struct Rule {
    endpoint: &'static Metadata,
    tests: Vec<Box<Test>>,
    /// Each answers one call after a while, the last one all that follow.
    answers: Vec<(Scripted, Duration)>,
    /// Where the test says so.
    place: &'static Location<'static>,
    times: Option<usize>,
    taken: usize,
}

impl Book {
    fn add(&self, rule: Rule) -> usize {
        let mut rules = lock(&self.rules);
        rules.push(rule);
        rules.len() - 1
    }

    fn change(&self, index: usize, change: impl FnOnce(&mut Rule)) {
        if let Some(rule) = lock(&self.rules).get_mut(index) {
            change(rule);
        }
    }

    /// Has every call fail the test that no expectation takes.
    pub(crate) fn expect_nothing_else(&self) {
        self.expects_nothing_else.store(true, Relaxed);
    }

    /// Notes what fails the test, and where the test expected something else.
    pub(crate) fn complain(&self, text: String, place: Option<&Location<'_>>) {
        lock(&self.complaints).push(with_place(text, place));
    }

    /// Finds the first expectation that takes a call.
    pub(crate) fn take(
        &self,
        endpoint: &'static Metadata,
        openid: &str,
        now: UnixTime,
        body: &Map<String, Value>,
    ) -> Taken {
        let mut rules = lock(&self.rules);
        let expects_nothing_else = self.expects_nothing_else.load(Relaxed);
        if rules.is_empty() && !expects_nothing_else {
            return Taken::No;
        }
        let call = Call { openid, now, body };
        let is_for =
            |rule: &&mut Rule| rule.endpoint.path == endpoint.path && rule.tests.iter().all(|test| test(&call));
        let mut exhausted = None;
        for rule in rules.iter_mut().filter(is_for) {
            if rule.times.is_none_or(|times| rule.taken < times) {
                return rule.answer();
            }
            exhausted = exhausted.or(rule.times.map(|times| (times, rule.place)));
        }
        match exhausted {
            Some((times, place)) => {
                let text = format!("{}: {} expected, and {openid} made another", endpoint.name, calls(times));
                Taken::Unexpected(text, Some(place))
            }
            None if expects_nothing_else => {
                let expected = expected(&rules);
                let text = format!("{}: no such call expected, and {openid} made one{expected}", endpoint.name);
                Taken::Unexpected(text, None)
            }
            None => Taken::No,
        }
    }

    /// What did not come as expected, one line each.
    pub(crate) fn mistakes(&self) -> Vec<String> {
        let mut mistakes = lock(&self.complaints).clone();
        for rule in lock(&self.rules).iter() {
            let Some(times) = rule.times.filter(|times| rule.taken < *times) else { continue };
            let text = format!("{}: {} expected, {} came", rule.endpoint.name, calls(times), rule.taken);
            mistakes.push(with_place(text, Some(rule.place)));
        }
        mistakes
    }

    pub(crate) fn clear(&self) {
        lock(&self.rules).clear();
        lock(&self.complaints).clear();
        self.expects_nothing_else.store(false, Relaxed);
    }
}

impl Rule {
    fn answer(&mut self) -> Taken {
        let answer = self.answers.get(self.taken).or(self.answers.last()).cloned();
        self.taken += 1;
        let (answer, delay) = answer.unwrap_or((Scripted::World, Duration::ZERO));
        Taken::Yes(answer, delay)
    }
}

/// Adds where in the test something is expected.
fn with_place(mut text: String, place: Option<&Location<'_>>) -> String {
    if let Some(place) = place {
        let _ = write!(text, " ({}:{})", place.file(), place.line());
    }
    text
}

fn calls(times: usize) -> String {
    match times {
        1 => "1 call".to_owned(),
        times => format!("{times} calls"),
    }
}

/// The endpoints that a test expects to be called.
fn expected(rules: &[Rule]) -> String {
    let names: Vec<&str> = rules.iter().map(|rule| rule.endpoint.name).collect();
    if names.is_empty() { String::new() } else { format!("; expected: {}", names.join(", ")) }
}
