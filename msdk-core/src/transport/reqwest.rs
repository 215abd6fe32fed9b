//! A transport on reqwest, without the defaults that do not suit signed requests.

use std::{fmt, time::Duration};

use bytes::{Bytes, BytesMut};
use reqwest::redirect;

use super::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture, causes, framing};
use crate::Error;

/// Sends requests with reqwest, for servers that reach the platform through a proxy only.
///
/// No redirect is followed, no proxy is taken from the environment, no referrer is sent, and an answer that is too large
/// is cut off. What [`HyperTransport`](crate::HyperTransport) can do and this cannot: say that a request which broke off
/// was not written, close the connection of an answer that was no good, limit how old a connection gets, replace it for
/// another attempt, and count interim answers.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    max_answer_bytes: usize,
}

/// The settings of a [`ReqwestTransport`].
#[derive(Clone)]
#[must_use]
pub struct ReqwestTransportBuilder {
    proxy: Option<String>,
    connect_timeout: Duration,
    keep_alive: bool,
    max_answer_bytes: usize,
}

impl ReqwestTransportBuilder {
    /// Sends every request through a proxy: `http://proxy.example:3128`.
    pub fn proxy(self, url: impl Into<String>) -> Self {
        Self { proxy: Some(url.into()), ..self }
    }

    /// Sets the time that connecting may take, 1 second by default.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        Self { connect_timeout: timeout, ..self }
    }

    /// Sets whether connections are kept for later requests; they are by default.
    pub fn keep_alive(self, keep_alive: bool) -> Self {
        Self { keep_alive, ..self }
    }

    /// Sets the size up to which an answer is read, 1 MiB by default.
    pub fn max_answer_bytes(self, bytes: usize) -> Self {
        Self { max_answer_bytes: bytes, ..self }
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// If the proxy is not a URL, or reqwest finds no TLS.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        // Under the minute or so after which servers close an idle connection, so that none is closed under a request.
        const IDLE: Duration = Duration::from_secs(20);
        let mut builder = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(if self.keep_alive { usize::MAX } else { 0 })
            .tcp_nodelay(true)
            // A request that was written must not be written again behind our back.
            .retry(reqwest::retry::never());
        if let Some(url) = self.proxy {
            // The URL may have a password, so that reqwest's error is not shown.
            let proxy = reqwest::Proxy::all(url).map_err(|_| Error::config("the proxy is not a URL"))?;
            builder = builder.proxy(proxy);
        }
        #[cfg(feature = "tls")]
        let builder = builder.tls_backend_preconfigured(super::tls::config(&[]).map_err(Error::config)?);
        let client = builder.build().map_err(|error| Error::config(format!("no HTTP client: {}", describe(error))))?;
        Ok(ReqwestTransport { client, max_answer_bytes: self.max_answer_bytes })
    }
}

impl ReqwestTransport {
    /// Starts without a proxy, with the settings that a client starts with.
    pub const fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder {
            proxy: None,
            connect_timeout: Duration::from_secs(1),
            keep_alive: true,
            max_answer_bytes: 1024 * 1024,
        }
    }

    async fn exchange(&self, request: http::Request<Bytes>, timeout: Duration) -> Result<Delivered, TransportError> {
        let mut request = reqwest::Request::try_from(request).map_err(transport_error)?;
        *request.timeout_mut() = Some(timeout);
        let mut response = self.client.execute(request).await.map_err(transport_error)?;
        if let Some(name) = framing::foreign_encoding(response.headers()) {
            let reason = format!("the answer has the content encoding {name}, which was not asked for");
            return Err(TransportError::new(Sent::Maybe, Fault::Encoding, reason));
        }
        let ended_by_close = response.content_length().is_none() && !framing::is_chunked(response.headers());
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(transport_error)? {
            if chunk.len() > self.max_answer_bytes - body.len() {
                let reason = format!("the answer is larger than {} bytes", self.max_answer_bytes);
                return Err(TransportError::new(Sent::Maybe, Fault::TooLarge, reason));
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(body.freeze());
        *answer.status_mut() = response.status();
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        let mut delivered = Delivered::new(answer);
        delivered.ended_by_close = ended_by_close;
        Ok(delivered)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, attempt.timeout))
    }
}

/// A proxy's URL may have a password.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").field("max_answer_bytes", &self.max_answer_bytes).finish_non_exhaustive()
    }
}

impl fmt::Debug for ReqwestTransportBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransportBuilder").field("proxy", &self.proxy.is_some()).finish_non_exhaustive()
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let (sent, fault) = outcome(&error);
    let timeout = error.is_timeout();
    let error = TransportError::new(sent, fault, describe(error));
    if timeout { error.with_timeout() } else { error }
}

fn outcome(error: &reqwest::Error) -> (Sent, Fault) {
    if error.is_dns() {
        return (Sent::No, Fault::Dns);
    }
    if error.is_connect() || error.is_builder() {
        #[cfg(feature = "tls")]
        if causes::is_tls(error) {
            return (Sent::No, Fault::Tls);
        }
        return (Sent::No, Fault::Connect);
    }
    (Sent::Maybe, if error.is_timeout() { Fault::Other } else { Fault::Closed })
}

/// The error and its causes in one line, with the host at most of the URL, since the query is signed.
fn describe(error: reqwest::Error) -> String {
    let host = error.url().and_then(|url| Some(format!(" ({}:{})", url.host_str()?, url.port_or_known_default()?)));
    causes::text(&error.without_url()) + &host.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::*;
    #[cfg(feature = "tls")]
    use crate::transport::tls::testing;

    /// Sends a request that fails, whose query is told to nobody.
    async fn fail(transport: &ReqwestTransport, base: &str) -> TransportError {
        let request = http::Request::post(format!("{base}/share/qq/?sig=secret")).body(Bytes::from_static(b"{}"));
        let attempt = Attempt::within(Duration::from_secs(20));
        let error = transport.send(request.unwrap(), attempt).await.unwrap_err();
        assert!(!error.to_string().contains("secret") && !error.to_string().contains("share"), "{error}");
        error
    }

    #[tokio::test]
    async fn a_proxy_is_asked_for_the_whole_url() {
        let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", proxy.local_addr().unwrap());
        let transport = ReqwestTransport::builder().proxy(url).build().unwrap();
        let request = http::Request::post("http://nobody.test/x/?sig=secret").body(Bytes::from_static(b"{}")).unwrap();
        let answer = async {
            let (mut socket, _) = proxy.accept().await.unwrap();
            let mut seen = vec![0; 4096];
            let length = socket.read(&mut seen).await.unwrap();
            socket.write_all(b"HTTP/1.1 200 OK\r\n\r\n{").await.unwrap();
            String::from_utf8_lossy(&seen[..length]).into_owned()
        };
        let attempt = Attempt::within(Duration::from_secs(20));
        let (delivered, seen) = tokio::join!(transport.send(request, attempt), answer);
        assert!(seen.starts_with("POST http://nobody.test/x/?sig=secret HTTP/1.1\r\n"), "{seen}");
        let delivered = delivered.unwrap();
        assert_eq!((delivered.ended_by_close, delivered.response.body().as_ref()), (true, b"{".as_slice()));
    }

    #[tokio::test]
    async fn a_name_without_an_address_sent_nothing() {
        let transport = ReqwestTransport::builder().connect_timeout(Duration::from_secs(20)).build().unwrap();
        // No name server has to be asked about a label of more than 63 characters.
        let error = fail(&transport, &format!("http://{}.invalid", "a".repeat(64))).await;
        assert_eq!((error.sent(), error.fault(), error.is_timeout()), (Sent::No, Fault::Dns, false), "{error}");
    }

    #[tokio::test]
    async fn a_refused_connection_sent_nothing() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        drop(listener);
        let error = fail(&ReqwestTransport::builder().build().unwrap(), &url).await;
        assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Connect), "{error}");
    }

    #[cfg(feature = "tls")]
    #[tokio::test]
    async fn a_server_that_is_not_to_be_trusted_gets_nothing() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let acceptor = testing::acceptor(&testing::authority(), |_| {});
        let server = async { acceptor.accept(listener.accept().await.unwrap().0).await.is_err() };
        let transport = ReqwestTransport::builder().build().unwrap();
        let (error, refused) = tokio::join!(fail(&transport, &url), server);
        assert_eq!((error.sent(), error.fault(), refused), (Sent::No, Fault::Tls, true), "{error}");
    }

    #[cfg(feature = "tls")]
    #[tokio::test]
    async fn a_record_that_breaks_after_the_request_leaves_open_what_was_done() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let authority = testing::authority();
        let acceptor = testing::acceptor(&authority, |_| {});
        let server = async {
            testing::answer_with_a_broken_record(acceptor, listener.accept().await.unwrap().0).await;
        };
        let config = super::super::tls::config(&[authority.der().clone()]).unwrap();
        let client = reqwest::Client::builder().resolve("gateway.test", address).tls_backend_preconfigured(config);
        let transport = ReqwestTransport { client: client.build().unwrap(), max_answer_bytes: 1024 };
        let url = format!("https://gateway.test:{}", address.port());
        let (error, ()) = tokio::join!(fail(&transport, &url), server);
        assert_eq!((error.sent(), error.fault()), (Sent::Maybe, Fault::Closed), "{error}");
        assert!(error.to_string().contains("decrypt"), "{error}");
    }

    #[test]
    fn a_proxys_password_is_not_shown() {
        let settings = ReqwestTransport::builder().proxy("http://user:canary@127.0.0.1:1");
        let broken = ReqwestTransport::builder().proxy("http://user:canary@:x").build().unwrap_err();
        let printed = format!("{settings:?} {:?} {broken:?}", settings.clone().build().unwrap());
        assert!(!printed.contains("canary"), "{printed}");
    }
}
