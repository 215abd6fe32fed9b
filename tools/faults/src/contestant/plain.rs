//! A client on reqwest, as it is commonly written.

use std::{error::Error, net::SocketAddr, sync::Arc, time::SystemTime};

use serde::Deserialize;

use super::{APP_ID, Caller, Calling, Contestant, Endpoint, Failure, Order, Reply, Settings};
use crate::identity::signature;

/// A client made once, a call with `?`, and a loop of three where repeating is safe.
#[derive(Debug)]
pub struct Plain;

#[derive(Debug)]
struct PlainClient {
    http: reqwest::Client,
    settings: Known,
}

/// The settings that such a client has.
struct Known(Settings);

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Settings")
    }
}

#[derive(Deserialize)]
struct PlainReply {
    ret: i64,
    #[serde(default)]
    msg: String,
    #[serde(rename = "nickName", default)]
    name: String,
    #[serde(default)]
    is_lost: u8,
    #[serde(default)]
    level: u32,
    kind: Option<PlainKind>,
    #[serde(default)]
    lists: Vec<u32>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(try_from = "i64")]
enum PlainKind {
    First = 1,
    Second = 2,
}

impl TryFrom<i64> for PlainKind {
    type Error = String;

    fn try_from(code: i64) -> Result<Self, String> {
        match code {
            1 => Ok(Self::First),
            2 => Ok(Self::Second),
            other => Err(format!("unknown kind {other}")),
        }
    }
}

impl Contestant for Plain {
    fn name(&self) -> &'static str {
        "plain reqwest"
    }

    fn client(&self, settings: &Settings) -> Result<Arc<dyn Caller>, Failure> {
        // As the default features do, with another library.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = if settings.root.is_none() && settings.addresses.is_empty() {
            reqwest::Client::new()
        } else {
            let mut builder = reqwest::Client::builder();
            for (host, addresses) in &settings.addresses {
                let addresses: Vec<_> = addresses.iter().map(|address| SocketAddr::new(*address, 0)).collect();
                builder = builder.resolve_to_addrs(host, &addresses);
            }
            if let Some(root) = &settings.root {
                let root = reqwest::Certificate::from_pem(root.as_bytes()).map_err(|error| failure(&error))?;
                builder = builder.add_root_certificate(root);
            }
            builder.build().map_err(|error| failure(&error))?
        };
        Ok(Arc::new(PlainClient { http, settings: Known(settings.clone()) }))
    }
}

impl Caller for PlainClient {
    fn call(self: Arc<Self>, endpoint: Endpoint, order: Order) -> Calling {
        Box::pin(async move {
            let tries = if endpoint == Endpoint::Read { 3 } else { 1 };
            for attempt in 1.. {
                match self.post(endpoint, &order).await {
                    Ok(reply) if reply.ret == 0 => return Ok(reply.into()),
                    Ok(reply) => return Err(refusal(&reply)),
                    Err(error) if attempt == tries => {
                        return Err(Failure { attempts: Some(attempt), ..failure(&error) });
                    }
                    Err(_) => {}
                }
            }
            Err(Failure::default())
        })
    }
}

impl PlainClient {
    async fn post(&self, endpoint: Endpoint, order: &Order) -> Result<PlainReply, reqwest::Error> {
        let Settings { base_url, app_key, content_type, user_agent, clock, .. } = &self.settings.0;
        let now = clock().duration_since(SystemTime::UNIX_EPOCH).expect("the clock is right").as_secs();
        let sig = signature(app_key, &now.to_string());
        let (path, openid) = (endpoint.name(), &order.openid);
        let ext_info = order.ext_info.as_ref().map(|ext_info| format!("&msdkExtInfo={ext_info}")).unwrap_or_default();
        let url = format!(
            "{base_url}/faults/{path}/?timestamp={now}&appid={APP_ID}&sig={sig}&openid={openid}&encode=1&conn=1{ext_info}"
        );
        let body = serde_json::json!({
            "appid": APP_ID, "openid": openid, "accessToken": order.token, "text": order.text,
        });
        let mut request = self.http.post(url).json(&body);
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        if let Some(user_agent) = user_agent {
            request = request.header("user-agent", user_agent);
        }
        request.send().await?.json().await
    }
}

impl From<PlainReply> for Reply {
    fn from(reply: PlainReply) -> Self {
        let PlainReply { name, is_lost, level, kind, lists, .. } = reply;
        let kind = kind.map(|kind| kind as i64);
        Self { name, lost: is_lost == 1, level, kind, entries: lists.len() }
    }
}

fn refusal(reply: &PlainReply) -> Failure {
    let shown = format!("msdk failed: ret {}, msg {}", reply.ret, reply.msg);
    Failure { kind: "refused".into(), may_have_acted: true, debugged: shown.clone(), shown, ..Failure::default() }
}

/// Gives reqwest the benefit of what it can tell.
pub(super) fn failure(error: &reqwest::Error) -> Failure {
    let unsent = error.is_connect() || error.is_builder();
    let kind = if error.is_builder() {
        "config"
    } else if error.is_connect() {
        "not_sent"
    } else if error.source().is_some_and(<dyn Error>::is::<serde_json::Error>) {
        "malformed_answer"
    } else {
        "transport"
    };
    Failure {
        kind: kind.into(),
        may_have_acted: !unsent,
        status: error.status().map(|status| status.as_u16()),
        shown: error.to_string(),
        debugged: format!("{error:?}"),
        ..Failure::default()
    }
}
