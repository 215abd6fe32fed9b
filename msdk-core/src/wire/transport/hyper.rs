//! The transport on hyper, with connections of our own: only so is it known whether a request left.

mod body;
mod builder;
mod connect;
mod connection;
#[cfg(feature = "tls")]
mod encrypt;
mod failure;
mod interim;
mod origin;
mod pool;
mod read;
mod stream;
#[cfg(test)]
mod tests;
mod waker;

use std::{pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Request, Uri,
    header::{ACCEPT, CONNECTION, HOST},
    uri::PathAndQuery,
};
use tokio::time::Instant;

pub use self::builder::HyperTransportBuilder;
use self::{
    body::OneChunk,
    connect::Connector,
    connection::Connection,
    interim::TooMany,
    origin::Origin,
    pool::{Pool, Site},
};
use super::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture, machine};
use crate::wire::patience::{self, after};

/// Sends requests over connections of its own; this is what a client does unless it is given another [`Transport`].
///
/// It needs a Tokio runtime with I/O and time. No redirect is followed, no proxy is looked for, no cookie is kept and no
/// compressed answer is asked for. A request is sent once: a connection that turns out to be closed is replaced as long
/// as no byte of the request was written.
///
/// A client makes its own. One that is made here is for a [`Transport`] that wraps it:
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::transport::{Attempt, HyperTransport, Transport, TransportFuture};
///
/// #[derive(Debug)]
/// struct Counted {
///     inner: HyperTransport,
///     requests: std::sync::atomic::AtomicU64,
/// }
///
/// impl Transport for Counted {
///     fn send(&self, request: http::Request<bytes::Bytes>, attempt: Attempt) -> TransportFuture<'_> {
///         self.requests.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
///         self.inner.send(request, attempt)
///     }
///
///     fn keeps_connections(&self) -> bool {
///         self.inner.keeps_connections()
///     }
/// }
/// # Counted { inner: HyperTransport::builder().build()?, requests: 0.into() };
/// # Ok::<(), msdk::Error>(())
/// ```
#[derive(Debug)]
pub struct HyperTransport {
    connector: Connector,
    pool: Arc<Pool>,
    keep_alive: bool,
    idle_timeout: Duration,
    max_connection_lifetime: Duration,
    max_answer_bytes: usize,
}

/// How far a request came on one connection.
enum Exchanged {
    Answered(Delivered),
    /// Not one byte of it was written.
    HandedBack(Request<OneChunk>),
}

impl HyperTransport {
    /// Starts with the settings that a client starts with.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::new()
    }

    fn exchange(
        &self,
        request: Request<Bytes>,
        attempt: Attempt,
    ) -> impl Future<Output = Result<Delivered, TransportError>> {
        // An `async fn` would hold the request twice, as its argument and as it is sent.
        let mut request = request.map(OneChunk::new);
        async move {
            let site = self.pool.site(request.uri(), &machine::runtime()?, machine::check_runtime)?;
            let origin = &site.origin;
            let now = Instant::now();
            let deadline = after(now, attempt.timeout);
            self.complete(&site, &mut request);
            let mut idle = if attempt.new_connection { None } else { site.take(now) };
            loop {
                let is_new = idle.is_none();
                let mut connection = match idle.take() {
                    Some(connection) => connection,
                    // Boxed, since it is rare and large beside the rest of a call.
                    None => Box::pin(self.open(origin, deadline)).await?,
                };
                match self.send_over(&mut connection, origin, request, deadline).await? {
                    Exchanged::Answered(mut delivered) => {
                        self.tie(site, &mut delivered, connection);
                        return Ok(delivered);
                    }
                    // Dialling again at once would go on for as long as the server does this.
                    Exchanged::HandedBack(_) if is_new => {
                        let reason = format!("{origin}: the connection was closed before it was used");
                        return Err(TransportError::new(Sent::No, Fault::Closed, reason));
                    }
                    Exchanged::HandedBack(unsent) => {
                        request = unsent;
                        idle = site.take(now);
                    }
                }
            }
        }
    }

    async fn open(&self, origin: &Origin, deadline: Instant) -> Result<Connection, TransportError> {
        let stream = self.connector.connect(origin, deadline).await?;
        let opened = Connection::open(stream, self.max_connection_lifetime).await;
        opened.map_err(|error| TransportError::new(Sent::No, Fault::Connect, format!("{origin}: {error}")))
    }

    /// Adds what a request needs on the wire.
    fn complete(&self, site: &Site, request: &mut Request<OneChunk>) {
        let path = std::mem::take(request.uri_mut()).into_parts().path_and_query;
        *request.uri_mut() = Uri::from(path.unwrap_or_else(|| PathAndQuery::from_static("/")));
        let headers = request.headers_mut();
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static("*/*"));
        headers.insert(HOST, site.host.clone());
        if !self.keep_alive {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
    }

    async fn send_over(
        &self,
        connection: &mut Connection,
        origin: &Origin,
        request: Request<OneChunk>,
        deadline: Instant,
    ) -> Result<Exchanged, TransportError> {
        let mut sending = pin!(connection.send(request));
        let exchange = pin!(async {
            match sending.as_mut().await {
                Ok(response) => read::whole(origin, response, self.max_answer_bytes).await.map(Exchanged::Answered),
                Err(mut error) => match error.take_message() {
                    Some(unsent) => Ok(Exchanged::HandedBack(unsent)),
                    None => Err(failure::broken(origin, error.error())),
                },
            }
        });
        match patience::until(deadline, pin!(connection.drive(exchange))).await {
            Some(Ok(exchanged)) => exchanged,
            Some(Err(TooMany)) => {
                let reason = format!("{origin}: more than {} interim answers came", interim::LIMIT);
                Err(TransportError::new(Sent::Maybe, Fault::Protocol, reason))
            }
            None => {
                let reason = format!("{origin}: no whole answer came in time");
                Err(TransportError::new(Sent::Maybe, Fault::Other, reason).with_timeout())
            }
        }
    }

    /// Ties the fate of a connection to that of the answer.
    fn tie(&self, site: Arc<Site>, delivered: &mut Delivered, connection: Connection) {
        if self.keep_alive {
            let idle = self.idle_timeout.min(idle_timeout_of(delivered.response.headers()));
            delivered.tie(move || site.put(connection, idle));
        }
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request<Bytes>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, attempt))
    }

    fn keeps_connections(&self) -> bool {
        self.keep_alive
    }

    fn ends_in_time(&self) -> bool {
        true
    }
}

/// How long a server says that it leaves an idle connection open, less the time that a request may be on its way.
fn idle_timeout_of(headers: &HeaderMap) -> Duration {
    const MARGIN: Duration = Duration::from_secs(1);
    static KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");
    let text = headers.get(&KEEP_ALIVE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let named = text.split(',').filter_map(|parameter| parameter.split_once('='));
    let mut timeouts = named.filter(|(name, _)| name.trim().eq_ignore_ascii_case("timeout"));
    let seconds = timeouts.next().and_then(|(_, seconds)| seconds.trim().parse().ok());
    seconds.map_or(Duration::MAX, |seconds| Duration::from_secs(seconds).saturating_sub(MARGIN))
}
