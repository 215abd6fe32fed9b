//! The way of a request through the gateway.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::request::Parts;
use msdk::{UnixTime, clock::Clock, metadata::Metadata};
use serde_json::{Map, Value, json};

use crate::{
    Call, Refusal, World,
    access::{
        self, Apps,
        placed::Outside,
        query::{self, Caller, Pairs},
        route::{self, Found, Route},
    },
    received::Journal,
};

/// What the requests share.
pub(super) struct Shared {
    pub(super) apps: Apps,
    pub(super) clock: Box<dyn Clock>,
    pub(super) routes: Vec<Route>,
    /// Whether answers repeat the request's `msdkExtInfo`.
    pub(super) echoes: bool,
    pub(super) world: Mutex<World>,
    pub(super) journal: Mutex<Journal>,
}

impl Shared {
    /// Records a request and writes the answer to it.
    pub(super) fn answer(&self, head: &Parts, body: Result<Bytes, Refusal>) -> String {
        lock(&self.journal).keep(head, body.clone().unwrap_or_default());
        let query = query::parse(head.uri.query().unwrap_or_default());
        let ext_info = query.as_ref().ok().filter(|_| self.echoes).and_then(query::ext_info).map(str::to_owned);
        let mut fields = self.outcome(head, query, body).unwrap_or_else(Refusal::into_fields);
        if let Some(ext_info) = ext_info {
            fields.insert("msdkExtInfo".into(), json!(ext_info));
        }
        // Unlike `Display` it writes bytes without a check of each piece. An object of JSON values can be written.
        serde_json::to_string(&fields).unwrap_or_default()
    }

    /// Takes a request through the access layer to its handler.
    fn outcome(
        &self,
        head: &Parts,
        query: Result<Pairs<'_>, Refusal>,
        body: Result<Bytes, Refusal>,
    ) -> Result<Map<String, Value>, Refusal> {
        let body = body?;
        let (route, path) = self.find(head)?;
        let query = query?;
        let Admitted { caller, now, body } = self.admit(head, route, &path, &query, &body)?;
        let mut world = lock(&self.world);
        access::token::check(route.metadata, &body, world.find_for(route.metadata, caller.openid)?, now)?;
        let reply = (route.handler)(&mut world, &Call { openid: caller.openid, now, body: &body })?;
        succeed(route.metadata, reply)
    }

    /// Checks all of a request that can be checked without a world.
    pub(super) fn check(&self, head: &Parts, body: &Bytes) -> Result<&'static Metadata, Refusal> {
        let (route, path) = self.find(head)?;
        let query = query::parse(head.uri.query().unwrap_or_default())?;
        self.admit(head, route, &path, &query, body)?;
        Ok(route.metadata)
    }

    fn find(&self, head: &Parts) -> Result<Found<'_>, Refusal> {
        route::find(&self.routes, &head.method, head.uri.path(), self.apps.msdk_key.is_some())
    }

    /// Admits a request to its handler, or refuses it.
    fn admit<'q>(
        &self,
        head: &Parts,
        route: &Route,
        path: &[(&'static str, String)],
        query: &'q Pairs<'_>,
        body: &Bytes,
    ) -> Result<Admitted<'q>, Refusal> {
        let metadata = route.metadata;
        let caller = query::check(query, metadata, self.apps.msdk_key.is_some())?;
        let now = UnixTime::from(self.clock.now());
        let app = self.apps.check(&caller, metadata, route.admits_guests, now)?;
        let mut body = match metadata.method {
            msdk::metadata::Method::GET => query::fields(query, metadata),
            _ => access::json::object(body)?,
        };
        let outside = Outside { query, headers: &head.headers, path };
        access::body::check(route, &mut body, &outside, &caller, app)?;
        Ok(Admitted { caller, now, body })
    }
}

/// A request that the access layer lets through.
struct Admitted<'q> {
    caller: Caller<'q>,
    now: UnixTime,
    body: Map<String, Value>,
}

/// Completes a reply with what every success has.
fn succeed(metadata: &Metadata, reply: Value) -> Result<Map<String, Value>, Refusal> {
    let Value::Object(mut fields) = reply else {
        return Err(Refusal::access(-307, format!("the handler of {} gave no JSON object", metadata.name)));
    };
    fields.insert("ret".into(), json!(0));
    fields.entry("msg").or_insert_with(|| json!("success"));
    Ok(fields)
}

/// Locks, also after a panic of another holder: a failed assertion of a test must not hide behind a second one.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
