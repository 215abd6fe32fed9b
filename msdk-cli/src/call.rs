//! `msdk call`.

use msdk::{Platform, Session};
use serde_json::{Map, Value, json};

use crate::{args, curl, failure::Failure, output::Output, registry, settings};

/// Calls an endpoint, or shows the request.
pub(crate) async fn call(call: &args::Call) -> Result<Output, Failure> {
    let entry = registry::find(&call.endpoint)?;
    let values = values(&call.body, &call.set)?;
    let client = settings::client(call.key_file.as_ref(), !call.dry_run)?;
    let token = call.token.clone().or_else(|| std::env::var("MSDK_TOKEN").ok());
    let session = session(entry.metadata.platform, &call.openid, token.as_deref());
    if call.dry_run {
        let request = client.prepare_described(&session, entry.metadata, &values)?;
        let line = curl::line(&request, call.show_secrets, token.as_deref());
        return Ok(Output::new(line.clone(), json!({ "curl": line })));
    }
    Ok(Output::json(client.call_described(&session, entry.metadata, &values).await?))
}

/// The session of a player of the endpoint's platform.
fn session(platform: Option<Platform>, openid: &str, token: Option<&str>) -> Session {
    match (platform, token) {
        (Some(Platform::WeChat), Some(token)) => Session::wechat(openid, token),
        (Some(Platform::WeChat), None) => Session::wechat_without_token(openid),
        (Some(Platform::Guest), token) => Session::guest(openid, token.unwrap_or_default()),
        (_, Some(token)) => Session::new(openid, token),
        (_, None) => Session::without_token(openid),
    }
}

/// The fields of a body, and those that are set one by one.
fn values(body: &str, set: &[String]) -> Result<Map<String, Value>, Failure> {
    let body = settings::text_of(body)?;
    let Ok(Value::Object(mut values)) = serde_json::from_str(&body) else {
        return Err(Failure::usage("--body is no JSON object"));
    };
    for pair in set {
        let Some((field, value)) = pair.split_once('=') else {
            return Err(Failure::usage("--set takes a field and a value, with `=` between them"));
        };
        let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
        values.insert(field.to_owned(), value);
    }
    Ok(values)
}
