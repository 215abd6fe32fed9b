//! Expectations as a test writes them down, in the types of its endpoints.

use std::{fmt, future::Future, marker::PhantomData, panic::Location, sync::Arc, time::Duration};

use futures_util::FutureExt;
use msdk::declare::Endpoint;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Rule, Scripted, Test, wire};
use crate::{Call, Fault, Refusal, gateway::Shared};

/// An expectation in the making: which calls of an endpoint it takes. How it answers them completes it.
///
/// [`Gateway::on`](crate::Gateway::on) has an example.
#[must_use = "nothing is expected until it is said how it is answered"]
pub struct On<'g, E, S = First> {
    shared: &'g Shared,
    target: Target,
    endpoint: PhantomData<fn() -> (E, S)>,
}

/// The state of [`On`] before the first answer, in which it can be said which calls are taken.
#[derive(Debug)]
pub enum First {}

/// The state of [`On`] after [`then`](Expectation::then): the calls are those of the first answer.
#[derive(Debug)]
pub enum Next {}

/// Where an answer goes.
enum Target {
    /// Into an expectation of its own.
    New { tests: Vec<Box<Test>>, place: &'static Location<'static> },
    /// Behind the answers of this one.
    Of(usize),
}

impl<'g, E: Endpoint> On<'g, E> {
    #[track_caller]
    pub(crate) fn new(shared: &'g Shared) -> Self {
        shared.add_route(E::META);
        let target = Target::New { tests: Vec::new(), place: Location::caller() };
        Self { shared, target, endpoint: PhantomData }
    }

    fn with_test(mut self, test: impl Fn(&Call<'_>) -> bool + Send + Sync + 'static) -> Self {
        if let Target::New { tests, .. } = &mut self.target {
            tests.push(Box::new(test));
        }
        self
    }

    /// Takes calls whose request passes a test; several tests must all pass.
    pub fn when(self, test: impl Fn(&E) -> bool + Send + Sync + 'static) -> Self
    where
        E: DeserializeOwned,
    {
        self.with_test(move |call| test(&wire::request_of(call.body())))
    }

    /// Takes calls that pass a test, in which the body has its wire names.
    pub fn when_call(self, test: impl Fn(&Call<'_>) -> bool + Send + Sync + 'static) -> Self {
        self.with_test(test)
    }

    /// Takes calls of one player.
    pub fn of_player(self, openid: impl Into<String>) -> Self {
        let openid = openid.into();
        self.with_test(move |call| call.openid() == openid)
    }
}

impl<'g, E: Endpoint, S> On<'g, E, S> {
    /// Answers with a reply.
    pub fn reply(self, reply: E::Reply) -> Expectation<'g, E>
    where
        E::Reply: Serialize,
    {
        let fields = wire::reply_of::<E>(&reply);
        self.answer(Scripted::Reply(fields))
    }

    /// Answers with the fields of a reply as they are on the wire; anything but a JSON object has none.
    pub fn reply_json(self, reply: Value) -> Expectation<'g, E> {
        let fields = if let Value::Object(fields) = reply { fields } else { Map::new() };
        self.answer(Scripted::Reply(fields))
    }

    /// Refuses: with a code as `ret`, or as [`Refusal::platform`] and its siblings write it.
    pub fn refuse(self, refusal: impl Into<Refusal>) -> Expectation<'g, E> {
        self.answer(Scripted::Refusal(refusal.into()))
    }

    /// Has something go wrong. Where that leaves the endpoint its work, the world does it.
    pub fn fault(self, fault: Fault) -> Expectation<'g, E> {
        self.answer(Scripted::Fault(fault))
    }

    /// Leaves the call to the world, as if nothing was expected.
    pub fn pass(self) -> Expectation<'g, E> {
        self.answer(Scripted::World)
    }

    /// Answers with what a function makes of the request. While it waits, other calls are answered.
    pub fn reply_with<F>(self, reply: impl Fn(E) -> F + Send + Sync + 'static) -> Expectation<'g, E>
    where
        E: DeserializeOwned,
        E::Reply: Serialize,
        F: Future<Output = Result<E::Reply, Refusal>> + Send + 'static,
    {
        let handler = move |_: &str, body: &Map<String, Value>| {
            let reply = reply(wire::request_of(body));
            reply.map(|reply| reply.map(|reply| Value::Object(wire::reply_of::<E>(&reply)))).boxed()
        };
        self.answer(Scripted::Handler(Arc::new(handler)))
    }

    fn answer(self, answer: Scripted) -> Expectation<'g, E> {
        let (book, answer) = (self.shared.book(), (answer, Duration::ZERO));
        let index = match self.target {
            Target::Of(index) => {
                book.change(index, |rule| rule.answers.push(answer));
                index
            }
            Target::New { tests, place } => {
                book.add(Rule { endpoint: E::META, tests, answers: vec![answer], place, times: None, taken: 0 })
            }
        };
        Expectation { shared: self.shared, index, endpoint: PhantomData }
    }
}

impl<E: Endpoint, S> fmt::Debug for On<'_, E, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("On").field("endpoint", &E::META.name).finish_non_exhaustive()
    }
}

/// An expectation. It holds as it is; its methods say more.
pub struct Expectation<'g, E> {
    shared: &'g Shared,
    index: usize,
    endpoint: PhantomData<fn() -> E>,
}

impl<'g, E: Endpoint> Expectation<'g, E> {
    /// Takes so many calls, which must all come: one more, or one less when the gateway is dropped, fails the test.
    pub fn times(self, times: usize) -> Self {
        self.shared.book().change(self.index, |rule| rule.times = Some(times));
        self
    }

    /// Gives the answer that was said last so much later. In [`InProcess`](crate::InProcess) it is the time of the test's runtime, which can be paused.
    pub fn delay(self, delay: Duration) -> Self {
        self.shared.book().change(self.index, |rule| {
            if let Some((_, before)) = rule.answers.last_mut() {
                *before = delay;
            }
        });
        self
    }

    /// Says how the next call that the expectation takes is answered. The last answer is given to all calls that follow.
    pub fn then(self) -> On<'g, E, Next> {
        On { shared: self.shared, target: Target::Of(self.index), endpoint: PhantomData }
    }
}

impl<E: Endpoint> fmt::Debug for Expectation<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expectation").field("endpoint", &E::META.name).finish_non_exhaustive()
    }
}
