//! The gateway: what it is made of, and the way of a request through it.

mod builder;
mod in_process;

use std::{
    fmt, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    body::to_bytes,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{header::CONTENT_TYPE, request::Parts};
use msdk::{Clock, Metadata, UnixTime};
use serde_json::{Map, Value, json};

use crate::{
    Call, Received, Refusal, World,
    access::{
        self, App,
        query::{self, Pairs},
        route::{self, Route},
    },
    server::Server,
};
pub use builder::GatewayBuilder;
pub use in_process::InProcess;

/// The size up to which a body is read.
const MAX_BODY_BYTES: usize = 1024 * 1024;

/// A running gateway, which stops when it is dropped.
pub struct Gateway {
    shared: Arc<Shared>,
    base_url: String,
    server: Server,
}

impl Gateway {
    /// Starts a gateway with the documented interfaces, the [default world](World::demo) and the app
    /// [`APP_ID`](crate::APP_ID).
    ///
    /// # Errors
    ///
    /// If the system gives no port or no thread.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Starts the settings of a gateway.
    pub fn builder() -> GatewayBuilder {
        GatewayBuilder::new()
    }

    /// Returns the base URL, such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Returns the id of the one app that the gateway knows.
    pub fn app_id(&self) -> &str {
        &self.shared.app.id
    }

    /// Returns the key of that app.
    pub fn app_key(&self) -> &str {
        self.shared.app.key.expose()
    }

    /// Returns every request so far, in the order of arrival.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.shared.received).clone()
    }

    /// Looks at the world, or changes it, between two requests.
    pub fn with_world<R>(&self, look: impl FnOnce(&mut World) -> R) -> R {
        look(&mut lock(&self.shared.world))
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("app_id", &self.app_id())
            .field("address", &self.server.address)
            .finish_non_exhaustive()
    }
}

/// What the requests share.
struct Shared {
    app: App,
    clock: Box<dyn Clock>,
    routes: Vec<Route>,
    world: Mutex<World>,
    received: Mutex<Vec<Received>>,
}

impl Shared {
    /// Reads a request and writes the answer to it.
    fn serve(&self, head: Parts, body: Result<Bytes, Refusal>) -> String {
        let raw_query = head.uri.query().unwrap_or_default().to_owned();
        let query = query::parse(&raw_query);
        let request = Received {
            method: head.method,
            path: head.uri.path().to_owned(),
            raw_query,
            query: query.clone().unwrap_or_default(),
            headers: head.headers,
            body: body.clone().unwrap_or_default(),
        };
        Value::Object(self.answer(&request, body.and(query))).to_string()
    }

    /// Records a request and answers it.
    fn answer(&self, request: &Received, query: Result<Pairs, Refusal>) -> Map<String, Value> {
        lock(&self.received).push(request.clone());
        let ext_info = query.as_ref().ok().and_then(|query| query::ext_info(query)).map(str::to_owned);
        let mut fields = self.outcome(request, query).unwrap_or_else(Refusal::into_fields);
        if let Some(ext_info) = ext_info {
            fields.insert("msdkExtInfo".into(), json!(ext_info));
        }
        fields
    }

    /// Takes a request through the access layer to its handler.
    fn outcome(&self, request: &Received, query: Result<Pairs, Refusal>) -> Result<Map<String, Value>, Refusal> {
        let Route { metadata, handler } = route::find(&self.routes, &request.method, &request.path)?;
        let query = query?;
        let caller = query::check(&query, metadata)?;
        let now = UnixTime::from(self.clock.now());
        self.app.check(&caller, now)?;
        let body = match metadata.method {
            msdk::Method::GET => query::fields(&query, metadata),
            _ => access::json::object(&request.body)?,
        };
        access::body::check(metadata, &body, &caller)?;

        let mut world = lock(&self.world);
        access::token::check(metadata, &body, world.find(caller.openid)?)?;
        let reply = handler(&mut world, &Call { openid: caller.openid, now, body: &body })?;
        succeed(metadata, reply)
    }
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

/// Answers one HTTP request, always with status 200.
async fn handle(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, MAX_BODY_BYTES).await;
    let body = body.map_err(|_| Refusal::access(-101, "the HTTP body broke off or is larger than 1 MiB"));
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], shared.serve(head, body)).into_response()
}

/// Locks, also after a panic of another holder: a failed assertion of a test must not hide behind a second one.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
