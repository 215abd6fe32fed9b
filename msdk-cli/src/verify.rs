//! `msdk verify`: the verdict of the gateway for tests on one request, without a gateway.

use std::borrow::Cow;

use bytes::Bytes;
use http::Request;
use msdk::{ClientConfig, UnixTime};
use msdk_mock::{Gateway, Player, World};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::{args, curl, failure::Failure, output::Output, settings};

/// The exit code if something is wrong.
const WRONG: u8 = 6;

pub(crate) fn verify(verify: &args::Verify) -> Result<Output, Failure> {
    let body = verify.body.as_deref().map(settings::text_of).transpose()?;
    let request = curl::request(&verify.request, body)?;
    let key = settings::app_key(verify.key_file.as_ref())?;
    let app_id = ClientConfig::from_env()?.app_id.or_else(|| parameter(&request, "appid"));
    let app_id = app_id.ok_or_else(|| Failure::usage("the request has no `appid`, and MSDK_APP_ID is not set"))?;
    let mut builder = Gateway::builder().world(world_of(&request));
    builder = if app_id.starts_with("wx") {
        builder.wechat(&app_id, key)
    } else {
        builder.app(app_id.trim_start_matches("G_"), key)
    };
    let sent: Option<i64> = parameter(&request, "timestamp").and_then(|time| time.parse().ok());
    let is_in_milliseconds = sent.is_some_and(|time| time > 100_000_000_000);
    // An old request is judged as of its own time, unless that is none.
    if let Some(time) = sent.filter(|_| !verify.now && !is_in_milliseconds) {
        builder = builder.clock(UnixTime::from_secs(time));
    }
    let answer = builder.in_process().answer(request);
    let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
    let ret = answer.get("ret").and_then(Value::as_i64).unwrap_or(-1);
    let msg = answer.get("msg").and_then(Value::as_str).unwrap_or_default();
    // The made-up world has nothing but the player, so that what is refused because of it is no fault of the request.
    // -25 is about the time.
    let is_of_world = matches!(ret, -10000 | -20000) && !msg.starts_with("-25,");
    let is_wrong = ret != 0 && !is_of_world;
    let json = json!({ "right": !is_wrong, "ret": ret, "msg": msg });
    if is_wrong {
        return Ok(Output::new(format!("wrong: {msg} (ret {ret})"), json).with_code(WRONG));
    }
    Ok(Output::new("right: nothing in it breaks a rule".to_owned(), json))
}

/// A world with the player of the request, whatever the token is.
fn world_of(request: &Request<Bytes>) -> World {
    let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
    let text = |names: &[&str]| {
        let in_body = names.iter().find_map(|name| body.get(name).and_then(Value::as_str).map(str::to_owned));
        in_body.or_else(|| names.iter().find_map(|name| parameter(request, name)))
    };
    let token = text(&["accessToken", "openkey", "access_token", "param"]).unwrap_or_default();
    match text(&["openid"]) {
        Some(openid) => World::empty().with_player(Player::new(openid, token)),
        None => World::empty(),
    }
}

/// One parameter of the query.
fn parameter(request: &Request<Bytes>, name: &str) -> Option<String> {
    let query = request.uri().query()?;
    let (_, value) = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(found, _)| *found == name)?;
    percent_decode_str(value).decode_utf8().ok().map(Cow::into_owned)
}
