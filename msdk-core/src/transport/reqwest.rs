//! A transport on reqwest, without the defaults that do not suit signed requests.

mod builder;
mod pool;
mod proxy;
#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use http::StatusCode;

pub use self::builder::ReqwestTransportBuilder;
use self::{
    pool::{Current, Doubt, Pool},
    proxy::Proxy,
};
use super::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture, causes, framing, machine};
use crate::patience::{self, after};

/// Sends requests with reqwest, for servers that reach the platform through a proxy only.
///
/// No redirect is followed, no proxy is taken from the environment, no referrer is sent, and an answer that is too large
/// is cut off. After an answer that was no good, all connections are given up for new ones. What
/// [`HyperTransport`](crate::HyperTransport) can do and this cannot: say that a request which broke off was not written,
/// limit how old a connection gets, replace it for another attempt, and count interim answers.
///
/// A proxy that refuses, with a status of 407, gives [`Fault::Proxy`]: the platform has seen nothing of the call. Other
/// statuses of a proxy to a plain `http` request cannot be told from the platform's own.
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

    async fn exchange(&self, request: http::Request<Bytes>, timeout: Duration) -> Result<Delivered, TransportError> {
        let request = reqwest::Request::try_from(request).map_err(|error| self.error(error))?;
        let target = target(request.url());
        let current = self.pool.current(machine::runtime()?)?;
        // reqwest's own limit would end an exchange whose answer came while this process did not run.
        patience::until(after(timeout), self.exchange_in_time(request, current)).await.unwrap_or_else(|| {
            let reason = format!("no whole answer came in time{}", self.place(target, Fault::Other));
            Err(TransportError::new(Sent::Maybe, Fault::Other, reason).with_timeout())
        })
    }

    async fn exchange_in_time(&self, request: reqwest::Request, current: Current) -> Result<Delivered, TransportError> {
        // Through a tunnel for TLS, it is the platform that answers.
        let proxy = self.proxy.as_deref().filter(|_| request.url().scheme() == "http");
        let Current { client, generation } = current;
        // What ends early from here on has its connection closed by reqwest.
        let mut response = client.execute(request).await.map_err(|error| self.error(error))?;
        if let Some(proxy) = proxy.filter(|_| response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED) {
            return Err(TransportError::new(Sent::No, Fault::Proxy, format!("{proxy} wants other credentials (407)")));
        }
        if let Some(name) = framing::foreign_encoding(response.headers()) {
            let reason = format!("the answer has the content encoding {name}, which was not asked for");
            return Err(TransportError::new(Sent::Maybe, Fault::Encoding, reason));
        }
        let ended_by_close = response.content_length().is_none() && !framing::is_chunked(response.headers());
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| self.error(error))? {
            if chunk.len() > self.max_answer_bytes - body.len() {
                let reason = format!("the answer is larger than {} bytes", self.max_answer_bytes);
                return Err(TransportError::new(Sent::Maybe, Fault::TooLarge, reason));
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(body.freeze());
        *answer.status_mut() = response.status();
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        let doubt = Doubt::new(self.pool.clone(), generation);
        let mut delivered = Delivered::new(answer).with_connection(|| doubt.dispel());
        delivered.ended_by_close = ended_by_close;
        Ok(delivered)
    }

    fn error(&self, error: reqwest::Error) -> TransportError {
        let (sent, fault) = outcome(&error);
        let timeout = error.is_timeout();
        let error = TransportError::new(sent, fault, self.describe(error, fault));
        if timeout { error.with_timeout() } else { error }
    }

    /// The error and its causes in one line, with the host at most of the URL, since the query is signed.
    fn describe(&self, error: reqwest::Error, fault: Fault) -> String {
        let target = error.url().and_then(target);
        causes::text(&error.without_url()) + &self.place(target, fault)
    }

    /// Where it failed: what did not get past the proxy names the proxy alone.
    fn place(&self, target: Option<String>, fault: Fault) -> String {
        match (&self.proxy, target) {
            (Some(proxy), _) if matches!(fault, Fault::Proxy | Fault::Dns | Fault::Connect) => {
                format!(" (the proxy {proxy})")
            }
            (Some(proxy), Some(target)) => format!(" ({target}, through the proxy {proxy})"),
            (_, Some(target)) => format!(" ({target})"),
            (_, None) => String::new(),
        }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, attempt.timeout))
    }

    fn keeps_connections(&self) -> bool {
        self.keep_alive
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

fn target(url: &reqwest::Url) -> Option<String> {
    Some(format!("{}:{}", url.host_str()?, url.port_or_known_default()?))
}

fn outcome(error: &reqwest::Error) -> (Sent, Fault) {
    if (error.is_dns() || error.is_connect()) && machine::is_at_fault(error) {
        return (Sent::No, Fault::Machine);
    }
    if error.is_dns() {
        return (Sent::No, Fault::Dns);
    }
    if error.is_connect() || error.is_builder() {
        #[cfg(feature = "tls")]
        if causes::is_tls(error) {
            return (Sent::No, Fault::Tls);
        }
        // The type is private to hyper-util. Other refusals of a tunnel have no status there, and may pass.
        if causes::text(error).contains("proxy authorization required") {
            return (Sent::No, Fault::Proxy);
        }
        return (Sent::No, Fault::Connect);
    }
    (Sent::Maybe, if error.is_timeout() { Fault::Other } else { Fault::Closed })
}
