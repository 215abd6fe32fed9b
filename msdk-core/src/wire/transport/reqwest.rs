//! A transport on reqwest, without the defaults that do not suit signed requests.

mod builder;
mod pool;
mod proxy;
#[cfg(test)]
mod tests;

use std::{fmt, pin::pin, sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use http::{StatusCode, Uri, uri::Scheme};
use tokio::time::Instant;

pub use self::builder::ReqwestTransportBuilder;
use self::{
    pool::{Current, Doubt, Pool},
    proxy::Proxy,
};
use super::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture, causes, framing, machine};
use crate::wire::patience;

/// Sends requests with reqwest, for servers that reach the platform through a proxy only.
///
/// No redirect is followed, no proxy is taken from the environment, no referrer is sent, and an answer that is too large
/// is cut off. Each runtime has connections of its own; after an answer that was no good, its runtime gets new ones.
/// What [`HyperTransport`](crate::wire::HyperTransport) can do and this cannot: say that a request which broke off was not
/// written, limit how old a connection gets, replace it for another attempt, and count interim answers.
///
/// A proxy that refuses gives [`Fault::Proxy`]: the platform has seen nothing of the call. To an `https` request every
/// status but 200 is a refusal, since no tunnel is made then; to a plain `http` request only 407 is, since the other
/// statuses of a proxy cannot be told from the platform's own.
#[derive(Clone)]
pub struct ReqwestTransport {
    keep_alive: bool,
    max_answer_bytes: usize,
    /// The address of the proxy, without its password.
    proxy: Option<Arc<str>>,
    pool: Arc<Pool>,
}

impl ReqwestTransport {
    /// Starts without a proxy, with the settings that a client starts with.
    pub const fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder::new()
    }

    /// Sets the size up to which an answer is read, 1 MiB by default.
    #[must_use]
    pub fn max_answer_bytes(self, bytes: usize) -> Self {
        Self { max_answer_bytes: bytes, ..self }
    }

    async fn exchange(&self, request: http::Request<Bytes>, timeout: Duration) -> Result<Delivered, TransportError> {
        let deadline = patience::after(Instant::now(), timeout);
        let target = request.uri().clone();
        let current = self.pool.current()?;
        let request = reqwest::Request::try_from(request).map_err(|error| self.error(error, &target))?;
        // reqwest's own limit would end an attempt whose answer arrived while this process was paused.
        let exchanged = patience::until(deadline, pin!(self.exchange_on(&current, request, &target))).await;
        exchanged.unwrap_or_else(|| {
            let reason = format!("no whole answer came in time{}", self.place(Fault::Other, &target));
            Err(TransportError::new(Sent::Maybe, Fault::Other, reason).with_timeout())
        })
    }

    /// What ends early has its connection closed by reqwest.
    async fn exchange_on(
        &self,
        current: &Current,
        request: reqwest::Request,
        target: &Uri,
    ) -> Result<Delivered, TransportError> {
        // As reqwest writes it, which is not always as it was given.
        let url = self.pool.is_given().then(|| request.url().clone());
        let response = machine::with_thread(current.client.execute(request)).await?;
        let mut response = response.map_err(|error| self.error(error, target))?;
        if url.is_some_and(|url| url != *response.url()) {
            let reason = "the HTTP client followed a redirect; make it with `redirect(Policy::none())`";
            return Err(TransportError::new(Sent::Maybe, Fault::Protocol, reason));
        }
        // Through a tunnel for TLS, it is the platform that answers.
        let proxy = self.proxy.as_deref().filter(|_| target.scheme() == Some(&Scheme::HTTP));
        if let Some(proxy) = proxy.filter(|_| response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED) {
            return Err(TransportError::new(Sent::No, Fault::Proxy, format!("{proxy} wants other credentials (407)")));
        }
        if let Some(name) = framing::foreign_encoding(response.headers()) {
            let reason = format!("the answer has the content encoding {name}, which was not asked for");
            return Err(TransportError::new(Sent::Maybe, Fault::Encoding, reason));
        }
        let ended_by_close = response.content_length().is_none() && !framing::is_chunked(response.headers());
        let mut answer = http::Response::new(self.read(&mut response, target).await?);
        *answer.status_mut() = response.status();
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        let doubt = Doubt::new(self.pool.clone(), current);
        let mut delivered = Delivered::new(answer).with_connection(|| doubt.dispel());
        delivered.ended_by_close = ended_by_close;
        Ok(delivered)
    }

    async fn read(&self, response: &mut reqwest::Response, target: &Uri) -> Result<Bytes, TransportError> {
        // Most answers come in one piece, which needs no copying.
        let mut first = Bytes::new();
        let mut rest = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| self.error(error, target))? {
            if chunk.len() > self.max_answer_bytes - first.len() - rest.len() {
                let reason = format!("the answer is larger than {} bytes", self.max_answer_bytes);
                return Err(TransportError::new(Sent::Maybe, Fault::TooLarge, reason));
            }
            if first.is_empty() {
                first = chunk;
            } else {
                rest.extend_from_slice(&chunk);
            }
        }
        if rest.is_empty() {
            return Ok(first);
        }
        Ok([first, rest.freeze()].concat().into())
    }

    fn error(&self, error: reqwest::Error, target: &Uri) -> TransportError {
        let (sent, fault) = outcome(&error);
        let timeout = error.is_timeout();
        let reason = causes::text(&error.without_url()) + &self.place(fault, target);
        let error = TransportError::new(sent, fault, reason);
        if timeout { error.with_timeout() } else { error }
    }

    /// Where something failed: the host at most of the URL, since the query is signed. What did not get past the proxy
    /// names the proxy alone.
    fn place(&self, fault: Fault, target: &Uri) -> String {
        match &self.proxy {
            Some(proxy) if matches!(fault, Fault::Proxy | Fault::Dns | Fault::Connect) => {
                format!(" (the proxy {proxy})")
            }
            Some(proxy) => format!(" ({}, through the proxy {proxy})", address(target)),
            None => format!(" ({})", address(target)),
        }
    }
}

/// The host and the port of a URL.
fn address(url: &Uri) -> String {
    let usual = if url.scheme() == Some(&Scheme::HTTPS) { 443 } else { 80 };
    format!("{}:{}", url.host().unwrap_or_default(), url.port_u16().unwrap_or(usual))
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, attempt.timeout))
    }

    fn ends_in_time(&self) -> bool {
        true
    }

    fn keeps_connections(&self) -> bool {
        self.keep_alive
    }
}

/// Sends requests with a client of the caller's own: its proxies, roots, resolver and layers.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{Client, transport::ReqwestTransport};
///
/// # #[cfg(feature = "tls")]
/// # drop(rustls::crypto::ring::default_provider().install_default());
/// let http = reqwest::Client::builder()
///     .redirect(reqwest::redirect::Policy::none())
///     .retry(reqwest::retry::never())
///     .referer(false)
///     .build()?;
/// let client = Client::builder()
///     .app_id("100703379")
///     .app_key("key")
///     .base_url("http://127.0.0.1:1")
///     .transport(ReqwestTransport::from(http))
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Make it with these three settings. A redirect would carry the player's token to another host; one that was followed fails
/// the call, and no more can be done about it here. A retry by reqwest would send what must not be sent twice. And a
/// referrer, which reqwest sends after a redirect, has the signed query in it.
///
/// What the transport cannot do over such a client:
///
/// - close the connection of an answer that was no good. An answer to another request fails the call; the next call may meet
///   the one after it;
/// - give each runtime connections of its own, so use it on the runtime that it is first used on;
/// - tell a name without an address from a host that does not answer, and some broken TLS handshakes from broken connections;
/// - count interim answers, so that a server which sends them without end is stopped by the time limit only.
///
/// Whether it looks for a proxy in the environment, and which roots it trusts, is for its own settings to say.
impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self { keep_alive: true, max_answer_bytes: 1024 * 1024, proxy: None, pool: Arc::new(Pool::given(client)) }
    }
}

/// A proxy's URL may have a password.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let proxy = self.proxy.as_deref();
        f.debug_struct("ReqwestTransport")
            .field("proxy", &proxy)
            .field("max_answer_bytes", &self.max_answer_bytes)
            .finish_non_exhaustive()
    }
}

fn outcome(error: &reqwest::Error) -> (Sent, Fault) {
    if !(error.is_dns() || error.is_connect() || error.is_builder()) {
        return (Sent::Maybe, if error.is_timeout() { Fault::Other } else { Fault::Closed });
    }
    (Sent::No, unsent(error))
}

/// What kept a request from being sent.
fn unsent(error: &reqwest::Error) -> Fault {
    if machine::is_at_fault(error) {
        return Fault::Machine;
    }
    if error.is_dns() {
        return Fault::Dns;
    }
    #[cfg(feature = "tls")]
    if causes::is_tls(error) {
        return Fault::Tls;
    }
    // The type of a tunnel's errors is private to hyper-util, which tells no other status than 407.
    let text = causes::text(error);
    let is_refusal = ["tunnel error: proxy authorization required", "tunnel error: unsuccessful"];
    if is_refusal.iter().any(|refusal| text.contains(refusal)) { Fault::Proxy } else { Fault::Connect }
}
