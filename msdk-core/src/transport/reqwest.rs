//! The transport on reqwest, without the defaults that do not suit signed requests.

use std::{error::Error as _, time::Duration};

use bytes::{Bytes, BytesMut};
use reqwest::redirect;

use super::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture};
use crate::Error;

/// The settings of connections.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    pub(crate) keep_alive: bool,
    pub(crate) max_answer_bytes: usize,
}

/// Sends requests with reqwest: no redirect is followed, no proxy is taken from the environment, no referrer is sent,
/// and an answer that is too large is cut off.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    max_answer_bytes: usize,
}

impl ReqwestTransport {
    pub(crate) fn new(settings: Settings) -> Result<Self, Error> {
        // Under the minute or so after which servers close an idle connection, so that none is closed under a request.
        const IDLE: Duration = Duration::from_secs(20);
        let builder = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(settings.connect_timeout)
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(if settings.keep_alive { usize::MAX } else { 0 })
            .tcp_nodelay(true)
            // A request that was written must not be written again behind our back.
            .retry(reqwest::retry::never());
        #[cfg(feature = "tls")]
        let builder = builder.tls_backend_preconfigured(tls::config()?);
        let client = builder.build().map_err(|error| Error::config(format!("no HTTP client: {}", describe(error))))?;
        Ok(Self { client, max_answer_bytes: settings.max_answer_bytes })
    }

    async fn exchange(&self, request: http::Request<Bytes>, timeout: Duration) -> Result<Delivered, TransportError> {
        let mut request = reqwest::Request::try_from(request).map_err(transport_error)?;
        *request.timeout_mut() = Some(timeout);
        let mut response = self.client.execute(request).await.map_err(transport_error)?;
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(transport_error)? {
            if body.len() + chunk.len() > self.max_answer_bytes {
                let reason = format!("the answer is larger than {} bytes", self.max_answer_bytes);
                return Err(TransportError::new(Sent::Maybe, Fault::TooLarge, reason));
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(body.freeze());
        *answer.status_mut() = response.status();
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        Ok(Delivered::new(answer))
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, attempt.timeout))
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let sent = if error.is_connect() || error.is_builder() { Sent::No } else { Sent::Maybe };
    let timeout = error.is_timeout();
    let fault = match sent {
        Sent::No => Fault::Connect,
        Sent::Maybe if timeout => Fault::Other,
        Sent::Maybe => Fault::Closed,
    };
    let error = TransportError::new(sent, fault, describe(error));
    if timeout { error.with_timeout() } else { error }
}

/// The error and its causes in one line, with the host at most of the URL, since the query is signed.
fn describe(error: reqwest::Error) -> String {
    let host = error.url().and_then(|url| Some(format!(" ({}:{})", url.host_str()?, url.port_or_known_default()?)));
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.ends_with(&next) {
            text = format!("{text}: {next}");
        }
        cause = error.source();
    }
    text + &host.unwrap_or_default()
}

#[cfg(feature = "tls")]
mod tls {
    use std::sync::Arc;

    use rustls::{ClientConfig, RootCertStore, crypto::CryptoProvider};

    use crate::Error;

    /// TLS 1.2 and 1.3 with Mozilla's roots, so that neither a C library nor a store of certificates must be there.
    pub(super) fn config() -> Result<ClientConfig, Error> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let builder = ClientConfig::builder_with_provider(Arc::new(provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Error::config(format!("no TLS: {error}")))?;
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }

    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    fn provider() -> CryptoProvider {
        rustls_graviola::default_provider()
    }

    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    fn provider() -> CryptoProvider {
        rustls::crypto::ring::default_provider()
    }
}
