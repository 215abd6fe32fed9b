//! The control interface: HTTP and JSON under one prefix, with which tests in any language look at a gateway and change it.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{delete, get, post},
};
use futures_util::StreamExt as _;
use msdk::metadata::Metadata;
use msdk_mock::{FaultRule, InProcess, Player, World};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{
    answer::{Answer, Given, Refused, error},
    calls,
    feed::{decided, seen_before},
    site::Shared,
};
use crate::openapi;

/// What all paths of the interface and of the console begin with.
pub(super) const PREFIX: &str = "/_msdk/";

/// Where it is seen whether the gateway is well.
pub(crate) const HEALTH: &str = "/_msdk/health";

/// How many calls are listed unless fewer are asked for.
pub(super) const MOST_CALLS: usize = 1000;

/// Whether a path is one of the interface, and not of the console.
pub(super) fn is_control(path: &str) -> bool {
    path.starts_with(PREFIX) && !path.starts_with(super::console::PAGES)
}

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route(HEALTH, get(health))
        .route("/_msdk/openapi.json", get(document))
        .route("/_msdk/world", get(world).put(replace_world))
        .route("/_msdk/world/reset", post(reset_world))
        .route("/_msdk/world/players/{openid}", get(player).put(put_player).patch(change_player).delete(remove_player))
        .route("/_msdk/calls", get(list_calls).delete(clear_calls))
        .route("/_msdk/calls/stream", get(stream_calls))
        .route("/_msdk/calls/{id}", get(one_call))
        .route("/_msdk/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/_msdk/faults/{id}", delete(remove_fault))
        .route("/_msdk/settings", get(settings).patch(change_settings))
        .method_not_allowed_fallback(async || error(StatusCode::METHOD_NOT_ALLOWED, "the path has no such method"))
        .fallback(async || {
            error(StatusCode::NOT_FOUND, "the control interface has no such path; see /_msdk/openapi.json")
        })
}

pub(super) fn gateway(site: &Shared) -> Answer<InProcess> {
    site.gateway().ok_or_else(|| error(StatusCode::SERVICE_UNAVAILABLE, "the gateway is starting or ending"))
}

async fn health(State(site): State<Shared>) -> Answer<Json<Value>> {
    if site.is_store_broken.load(Relaxed) {
        return Err(error(StatusCode::SERVICE_UNAVAILABLE, "the world cannot be kept on disk"));
    }
    gateway(&site).map(|_| Json(json!({ "status": "ok" })))
}

async fn document() -> Json<Value> {
    Json(openapi::value())
}

/// Reads a body, and says where it is wrong.
fn read<T: DeserializeOwned>(body: &[u8]) -> Answer<T> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| match error.path().to_string().as_str() {
        "." => error.inner().to_string(),
        path => format!("{path}: {}", error.inner()),
    });
    let read = read.and_then(|value| json.end().map(|()| value).map_err(|error| error.to_string()));
    read.map_err(|text| error(StatusCode::BAD_REQUEST, text))
}

/// Changes the world, and answers once the change is kept.
pub(super) async fn change<T>(gateway: &InProcess, change: impl FnOnce(&mut World) -> T) -> Answer<T> {
    let changed = gateway.with_world(change);
    let saved = gateway.save_world().await;
    saved.map_err(|error| self::error(StatusCode::INTERNAL_SERVER_ERROR, format!("the world is not kept: {error}")))?;
    Ok(changed)
}

fn check(world: &World) -> Answer<()> {
    match world.problems().first() {
        Some(problem) => Err(error(StatusCode::BAD_REQUEST, problem.to_string())),
        None => Ok(()),
    }
}

async fn world(State(site): State<Shared>) -> Answer<Json<World>> {
    Ok(Json(gateway(&site)?.with_world(|world| world.clone())))
}

async fn replace_world(State(site): State<Shared>, body: Bytes) -> Answer<StatusCode> {
    let world: World = read(&body)?;
    check(&world)?;
    change(&gateway(&site)?, |old| *old = world).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset_world(State(site): State<Shared>) -> Answer<StatusCode> {
    let start = site.start.clone();
    change(&gateway(&site)?, |old| *old = start).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn no_player(openid: &str) -> Refused {
    error(StatusCode::NOT_FOUND, format!("no player has the openid {openid:?}"))
}

async fn player(State(site): State<Shared>, Given(Path(openid)): Given<Path<String>>) -> Answer<Json<Player>> {
    let player = gateway(&site)?.with_world(|world| world.players.get(&openid).cloned());
    player.map(Json).ok_or_else(|| no_player(&openid))
}

async fn put_player(
    State(site): State<Shared>,
    Given(Path(openid)): Given<Path<String>>,
    body: Bytes,
) -> Answer<StatusCode> {
    let mut player: Value = read(&body)?;
    if let Value::Object(player) = &mut player {
        player.entry("openid").or_insert_with(|| json!(openid));
    }
    store_player(&gateway(&site)?, &openid, player).await
}

/// By a merge patch (RFC 7396): what is left out stays, `null` takes away.
async fn change_player(
    State(site): State<Shared>,
    Given(Path(openid)): Given<Path<String>>,
    body: Bytes,
) -> Answer<StatusCode> {
    let gateway = gateway(&site)?;
    let patch: Value = read(&body)?;
    let player = gateway.with_world(|world| world.players.get(&openid).map(serde_json::to_value));
    let player = player.ok_or_else(|| no_player(&openid))?;
    let mut player = player.map_err(|error| self::error(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    json_patch::merge(&mut player, &patch);
    store_player(&gateway, &openid, player).await
}

async fn store_player(gateway: &InProcess, openid: &str, player: Value) -> Answer<StatusCode> {
    // Read by itself, so that a mistake is told with its field, and then as a part of a world, which completes it.
    let wrong = |text| error(StatusCode::BAD_REQUEST, text);
    if let Err(error) = serde_path_to_error::deserialize::<_, Player>(&player) {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { format!("{path}: ") };
        return Err(wrong(format!("{path}{}", error.inner())));
    }
    let whole: World =
        serde_json::from_value(json!({ "players": [player] })).map_err(|error| wrong(error.to_string()))?;
    let mut players = whole.players.into_values();
    let player = players.next().filter(|player| player.openid == openid);
    let player = player.ok_or_else(|| error(StatusCode::BAD_REQUEST, "`openid` must be that of the path"))?;
    put(gateway, player).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Puts a player into the world, unless something cannot be true of that.
pub(super) async fn put(gateway: &InProcess, player: Player) -> Answer<()> {
    let mut changed = gateway.with_world(|world| world.clone());
    changed.players.insert(player.openid.clone(), player.clone());
    check(&changed)?;
    change(gateway, |world| drop(world.players.insert(player.openid.clone(), player))).await
}

async fn remove_player(State(site): State<Shared>, Given(Path(openid)): Given<Path<String>>) -> Answer<StatusCode> {
    let is_removed = remove(&gateway(&site)?, &openid).await?;
    is_removed.then_some(StatusCode::NO_CONTENT).ok_or_else(|| no_player(&openid))
}

/// Takes a player away, also from the lists of friends, and says whether there was one.
pub(super) async fn remove(gateway: &InProcess, openid: &str) -> Answer<bool> {
    let removed = change(gateway, |world| {
        for player in world.players.values_mut() {
            player.friends.remove(openid);
        }
        world.players.remove(openid)
    });
    Ok(removed.await?.is_some())
}

/// Which calls are listed.
#[derive(Deserialize)]
struct Which {
    /// Those with a greater id.
    since: Option<u64>,
    /// So many at most, the latest.
    limit: Option<usize>,
}

async fn list_calls(State(site): State<Shared>, Given(Query(which)): Given<Query<Which>>) -> Answer<Json<Value>> {
    let gateway = gateway(&site)?;
    let most = which.limit.unwrap_or(MOST_CALLS).min(MOST_CALLS);
    let calls = gateway.received_since(which.since.unwrap_or(0), most);
    let json = |call| calls::as_json(call, &calls::Masks::of(call, &gateway, &site));
    let calls: Vec<Value> = calls.iter().map(json).collect();
    Ok(Json(json!({ "count": gateway.received_count(), "calls": calls })))
}

async fn clear_calls(State(site): State<Shared>) -> Answer<StatusCode> {
    gateway(&site)?.clear_received();
    Ok(StatusCode::NO_CONTENT)
}

async fn one_call(State(site): State<Shared>, Given(Path(id)): Given<Path<u64>>) -> Answer<Json<Value>> {
    let gateway = gateway(&site)?;
    let call = gateway.received_by_id(id);
    let call = call
        .ok_or_else(|| error(StatusCode::NOT_FOUND, format!("no call has the id {id}, or it is not kept any more")))?;
    Ok(Json(calls::as_json(&call, &calls::Masks::of(&call, &gateway, &site))))
}

/// Calls as server-sent events, each once it is decided.
async fn stream_calls(
    State(site): State<Shared>,
    headers: HeaderMap,
    Given(Query(which)): Given<Query<Which>>,
) -> Answer<impl IntoResponse> {
    let calls = decided(&site, seen_before(&headers).or(which.since))?;
    let events = calls.filter_map(move |call| {
        let site = Arc::clone(&site);
        async move {
            let json = calls::as_json(&call, &calls::Masks::of(&call, &site.gateway()?, &site));
            let event = Event::default().id(call.id.to_string()).event("call").data(json.to_string());
            Some(Ok::<_, std::convert::Infallible>(event))
        }
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

async fn faults(State(site): State<Shared>) -> Answer<Json<Value>> {
    Ok(Json(json!({ "faults": gateway(&site)?.faults() })))
}

async fn add_fault(State(site): State<Shared>, body: Bytes) -> Answer<Response> {
    let rule: FaultRule = read(&body)?;
    let id = strike(&gateway(&site)?, rule).map_err(|text| error(StatusCode::BAD_REQUEST, text))?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))).into_response())
}

/// Adds a fault, whose path must be that of an endpoint.
pub(super) fn strike(gateway: &InProcess, rule: FaultRule) -> Result<u64, String> {
    if let Some(path) = &rule.path {
        let is_at = |endpoint: &&Metadata| endpoint.path.trim_matches('/') == path.trim_matches('/');
        if !gateway.endpoints().iter().any(is_at) {
            return Err(format!("no endpoint has the path {path:?}"));
        }
    }
    gateway.add_fault(rule)
}

async fn clear_faults(State(site): State<Shared>) -> Answer<StatusCode> {
    gateway(&site)?.clear_faults();
    Ok(StatusCode::NO_CONTENT)
}

async fn remove_fault(State(site): State<Shared>, Given(Path(id)): Given<Path<u64>>) -> Answer<StatusCode> {
    let is_removed = gateway(&site)?.remove_fault(id);
    let missing = || error(StatusCode::NOT_FOUND, format!("no fault has the id {id}"));
    is_removed.then_some(StatusCode::NO_CONTENT).ok_or_else(missing)
}

/// How the gateway behaves.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Whether it lets pass what the platform is known to let pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) lenient: Option<bool>,
    /// Whether a player's second call of an endpoint within a second is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) one_call_a_second: Option<bool>,
    /// By how many seconds the clock is moved, back if negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) clock_offset: Option<i64>,
}

async fn settings(State(site): State<Shared>) -> Answer<Json<Settings>> {
    let gateway = gateway(&site)?;
    Ok(Json(Settings {
        lenient: Some(gateway.is_lenient()),
        one_call_a_second: Some(gateway.has_one_call_a_second()),
        clock_offset: Some(gateway.clock_offset()),
    }))
}

async fn change_settings(State(site): State<Shared>, body: Bytes) -> Answer<StatusCode> {
    let Settings { lenient, one_call_a_second, clock_offset } = read(&body)?;
    let gateway = gateway(&site)?;
    if let Some(is_lenient) = lenient {
        gateway.set_lenient(is_lenient);
    }
    if let Some(is_on) = one_call_a_second {
        gateway.set_one_call_a_second(is_on);
    }
    if let Some(seconds) = clock_offset {
        gateway.set_clock_offset(seconds);
    }
    Ok(StatusCode::NO_CONTENT)
}
