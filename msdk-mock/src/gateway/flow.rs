//! The way of a request through the gateway.

use std::{
    future::Future,
    panic::{AssertUnwindSafe, Location, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use bytes::Bytes;
use futures_util::FutureExt;
use http::request::Parts;
use msdk::{UnixTime, metadata::Metadata};
use serde_json::{Map, Value, json};

use super::{Shared, lock};
use crate::{
    Call, Fault, Refusal,
    access::{
        self, Strictness,
        placed::Outside,
        query::{self, Caller, Pairs},
        route::{self, Found, Route},
    },
    deed::{Answer, Deed},
    expect::{Scripted, Taken},
    faults::{Instead, Plan},
    received::{End, Verdict},
    server::{Beside, Serve},
};

/// The code with which a gateway says that the test is wrong. No platform gives it, and no client calls again for it.
const TEST_IS_WRONG: i64 = -66_666;

/// The fields of an answer, or a refusal.
type Outcome = Result<Map<String, Value>, Refusal>;

impl Serve for Shared {
    async fn decide(&self, head: &Parts, body: impl Future<Output = Result<Bytes, Refusal>> + Send) -> Deed {
        let query = query::parse(head.uri.query().unwrap_or_default());
        let openid = query.as_ref().ok().and_then(|pairs| query::get(pairs, "openid")).unwrap_or_default();
        let mut plan = lock(&self.faults).strike(head.uri.path(), openid);
        if plan.has(&Fault::ResetUnread) {
            let id = lock(&self.journal).keep(head, Bytes::new(), self.now());
            lock(&self.journal).close(id, End { faults: plan.faults, ..End::default() });
            return Deed::Reset;
        }
        let body = body.await;
        let is_whole = body.is_ok();
        let id = lock(&self.journal).keep(head, body.clone().unwrap_or_default(), self.now());
        let mut decided = Decided::default();
        let ext_info = query.as_ref().ok().filter(|_| self.echoes).and_then(query::ext_info).map(str::to_owned);
        let outcome = match plan.instead() {
            Some(Instead::Deed(deed)) => {
                decided.instead = Some(deed);
                Ok(Map::new())
            }
            Some(Instead::Refusal(refusal)) => Err(refusal),
            None => self.outcome(head, query, body, &mut plan, &mut decided).await,
        };
        if let Some(deed) = decided.instead {
            let answer = if let Deed::Answer(answer) = &deed { answer.body.clone() } else { Bytes::new() };
            let endpoint = decided.endpoint.or_else(|| self.endpoint_at(head));
            let end = End { endpoint, faults: plan.faults, answer, verdict: None };
            lock(&self.journal).close(id, end);
            wait(plan.delay).await;
            return deed;
        }
        let refusal = outcome.as_ref().err().cloned();
        let verdict = Some(Verdict { refusal, passed_over: decided.passed_over });
        let mut answer = usual(outcome, ext_info, &plan);
        if let Some(behind) = plan.has(&Fault::AnswerBehind).then(|| lock(&self.journal).answer_before(id)).flatten() {
            // What would have been answered is what the next such call gets.
            lock(&self.journal).hold(id, std::mem::replace(&mut answer.body, behind));
        }
        let end = End { endpoint: decided.endpoint, faults: plan.faults.clone(), answer: answer.body.clone(), verdict };
        lock(&self.journal).close(id, end);
        answer.is_last = !is_whole;
        answer.date = (self.moved.load(Relaxed) != 0 || plan.skew() != 0).then(|| self.time(plan.skew()));
        wait(plan.delay).await;
        plan.spoil(answer)
    }

    fn beside(&self) -> Option<&Beside> {
        self.beside.as_ref()
    }

    fn is_busy(&self) -> bool {
        self.handling.load(Relaxed) > 0
    }
}

async fn wait(delay: Duration) {
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
}

/// What is known of a request by the time it is answered.
#[derive(Default)]
struct Decided {
    endpoint: Option<&'static Metadata>,
    passed_over: Vec<String>,
    instead: Option<Deed>,
}

impl Shared {
    /// Takes a request through the access layer to what answers it.
    async fn outcome(
        &self,
        head: &Parts,
        query: Result<Pairs<'_>, Refusal>,
        body: Result<Bytes, Refusal>,
        plan: &mut Plan,
        decided: &mut Decided,
    ) -> Outcome {
        let body = body?;
        let time = self.time(plan.skew());
        let strictness = Strictness::new(self.is_lenient.load(Relaxed));
        let admitted = self.find(head, &strictness).and_then(|(route, path)| {
            decided.endpoint = Some(route.metadata);
            let pairs = query.as_ref().map_err(Clone::clone)?;
            let admitted = admit(self, head, &route, &path, pairs, &body, time.into(), &strictness)?;
            Ok((route, admitted))
        });
        decided.passed_over = strictness.into_notes();
        let (route, Admitted { caller, now, body }) = admitted?;
        if self.has_pace.load(Relaxed) {
            lock(&self.pace).check(caller.openid, route.metadata, time)?;
        }
        let taken = self.guard(&route, || Ok(self.book.take(route.metadata, caller.openid, now, &body)))?;
        match taken {
            Taken::No => {}
            Taken::Unexpected(text, place) => return Err(self.complain(text, place)),
            Taken::Yes(scripted, delay) => {
                plan.delay = plan.delay.saturating_add(delay);
                let scripted = self.scripted(&route, scripted, caller.openid, &body, plan, decided).await;
                if let Some(outcome) = scripted {
                    return outcome;
                }
            }
        }
        self.by_the_world(&route, &Call { openid: caller.openid, now, body: &body }).await
    }

    /// Does what an expectation says; nothing where it leaves the call to the world.
    async fn scripted(
        &self,
        route: &Route,
        scripted: Scripted,
        openid: &str,
        body: &Map<String, Value>,
        plan: &mut Plan,
        decided: &mut Decided,
    ) -> Option<Outcome> {
        match scripted {
            Scripted::World => None,
            Scripted::Reply(fields) => Some(succeed(route.metadata, Value::Object(fields))),
            Scripted::Refusal(refusal) => Some(Err(refusal)),
            Scripted::Fault(fault) => {
                let is_unread = fault == Fault::ResetUnread;
                let skew = if let Fault::ClockSkew { seconds } = fault { seconds } else { 0 };
                plan.strike(fault, &mut fastrand::Rng::new());
                if is_unread {
                    // The body has been read by now, but the endpoint has done nothing.
                    decided.instead = Some(Deed::Reset);
                    return Some(Ok(Map::new()));
                }
                if let Err(refusal) = access::check_skew(skew) {
                    return Some(Err(refusal));
                }
                match plan.instead() {
                    Some(Instead::Deed(deed)) => decided.instead = Some(deed),
                    Some(Instead::Refusal(refusal)) => return Some(Err(refusal)),
                    None => return None,
                }
                Some(Ok(Map::new()))
            }
            Scripted::Handler(handler) => {
                let answer = AssertUnwindSafe(async { handler(openid, body).await });
                let answer = answer.catch_unwind().await;
                let answer = answer.unwrap_or_else(|panic| Err(self.panicked(route, &*panic)));
                Some(answer.and_then(|reply| succeed(route.metadata, reply)))
            }
        }
    }

    /// Has the world answer a call: its player is looked up, and the endpoint does its work.
    async fn by_the_world(&self, route: &Route, call: &Call<'_>) -> Outcome {
        let (outcome, saving) = {
            let mut world = lock(&self.world);
            access::token::check(route.metadata, call.body, world.find_for(route.metadata, call.openid)?, call.now)?;
            let outcome = self.guard(route, || (route.handler)(&mut world, call));
            world.forget_the_oldest();
            (outcome, self.saved.as_ref().map(|saved| saved.save(&world)))
        };
        if let Some(saving) = saving {
            let text = |error| Refusal::access(-307, format!("the world could not be stored: {error}"));
            saving.await.map_err(text)?;
        }
        succeed(route.metadata, outcome?)
    }

    /// Runs code of somebody else's, whose panic is a mistake of the test.
    fn guard<T>(&self, route: &Route, run: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
        let _handling = Handling::of(&self.handling);
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| Err(self.panicked(route, &*panic)))
    }

    fn panicked(&self, route: &Route, panic: &(dyn std::any::Any + Send)) -> Refusal {
        let texts = (panic.downcast_ref::<&str>().copied(), panic.downcast_ref::<String>());
        let text = texts.0.or(texts.1.map(String::as_str)).unwrap_or("no text");
        self.complain(format!("what answers {} panicked: {text}", route.metadata.name), None)
    }

    /// Notes what fails the test.
    fn complain(&self, text: String, place: Option<&Location<'_>>) -> Refusal {
        self.book.complain(text.clone(), place);
        Refusal::access(TEST_IS_WRONG, text)
    }

    /// The endpoint that a request is for, whatever else is wrong with it.
    fn endpoint_at(&self, head: &Parts) -> Option<&'static Metadata> {
        self.find(head, &Strictness::new(true)).ok().map(|(route, _)| route.metadata)
    }

    pub(super) fn find(&self, head: &Parts, strictness: &Strictness) -> Result<Found, Refusal> {
        let routes = self.routes.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        route::find(&routes, &head.method, head.uri.path(), self.apps.msdk_key.is_some(), strictness)
    }
}

/// Counts a handler for as long as it runs.
struct Handling<'a>(&'a AtomicUsize);

impl<'a> Handling<'a> {
    fn of(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Relaxed);
        Self(count)
    }
}

impl Drop for Handling<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

/// A request that the access layer lets through.
pub(super) struct Admitted<'q> {
    caller: Caller<'q>,
    now: UnixTime,
    body: Map<String, Value>,
}

/// Admits a request to its endpoint, or refuses it.
#[expect(clippy::too_many_arguments, reason = "it is where the parts of a request come together")]
pub(super) fn admit<'q>(
    shared: &Shared,
    head: &Parts,
    route: &Arc<Route>,
    path: &[(&'static str, String)],
    query: &'q Pairs<'_>,
    body: &Bytes,
    now: UnixTime,
    strictness: &Strictness,
) -> Result<Admitted<'q>, Refusal> {
    let metadata = route.metadata;
    let caller = query::check(query, metadata, shared.apps.msdk_key.is_some(), strictness)?;
    let app = shared.apps.check(&caller, metadata, route.admits_guests, now)?;
    let mut body = match metadata.method {
        msdk::metadata::Method::GET => query::fields(query, metadata),
        _ => access::json::object(body, strictness)?,
    };
    let outside = Outside { query, headers: &head.headers, path };
    access::body::check(route, &mut body, &outside, &caller, app, strictness)?;
    Ok(Admitted { caller, now, body })
}

/// Writes the usual answer.
fn usual(outcome: Outcome, ext_info: Option<String>, plan: &Plan) -> Answer {
    let is_lost = plan.has(&Fault::IsLost) && outcome.is_ok();
    let mut fields = outcome.unwrap_or_else(Refusal::into_fields);
    if is_lost {
        fields.insert("is_lost".into(), json!("1"));
    }
    if let Some(ext_info) = ext_info {
        fields.insert("msdkExtInfo".into(), json!(ext_info));
    }
    // Most answers about one player are shorter.
    let mut body = Vec::with_capacity(512);
    // Unlike `Display` it writes bytes without a check of each piece. An object of JSON values can be written.
    let _ = serde_json::to_writer(&mut body, &fields);
    Answer::json(body)
}

/// Completes a reply with what every success has.
fn succeed(metadata: &Metadata, reply: Value) -> Outcome {
    let Value::Object(mut fields) = reply else {
        return Err(Refusal::access(-307, format!("the handler of {} gave no JSON object", metadata.name)));
    };
    fields.insert("ret".into(), json!(0));
    fields.entry("msg").or_insert_with(|| json!("success"));
    Ok(fields)
}
