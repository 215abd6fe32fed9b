//! `msdk health`.

use std::time::Duration;

use msdk::{
    bytes::Bytes,
    http::Request,
    transport::{Attempt, HyperTransport, Transport},
};
use serde_json::json;

use crate::{failure::Failure, gateway::HEALTH, output::Output};

/// How long a gateway may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks a gateway whether it is well.
pub(crate) async fn health(url: &str) -> Result<Output, Failure> {
    let url = format!("{}{HEALTH}", url.trim_end_matches('/'));
    let request = Request::get(&url).body(Bytes::new()).map_err(|error| Failure::usage(format!("{url}: {error}")))?;
    let transport = HyperTransport::builder().keep_alive(false).build()?;
    let answer = transport.send(request, Attempt::within(PATIENCE)).await;
    match answer.map(|delivered| delivered.response.status()) {
        Ok(status) if status.is_success() => Ok(Output::new("ok".to_owned(), json!({ "status": "ok" }))),
        Ok(status) => Err(Failure::Unwell(format!("{url}: HTTP status {status}"))),
        Err(error) => Err(Failure::Unwell(format!("{url}: {error}"))),
    }
}
