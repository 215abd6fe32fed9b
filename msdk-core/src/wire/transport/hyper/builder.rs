//! The settings of connections.

use std::{net::IpAddr, sync::Arc, time::Duration};

#[cfg(feature = "tls")]
use super::{super::tls, encrypt::Encryption};
use super::{Connector, HyperTransport, Pool};
use crate::{error::Error, wire::transport::wrong};

/// The settings of a [`HyperTransport`].
#[derive(Debug, Clone)]
#[must_use]
pub struct HyperTransportBuilder {
    pub(crate) connect_timeout: Duration,
    keep_alive: bool,
    idle_timeout: Duration,
    /// As many as a client has requests at once, unless it is set.
    pub(crate) max_idle_connections: Option<usize>,
    max_connection_lifetime: Duration,
    max_answer_bytes: usize,
    known: Vec<(String, Vec<IpAddr>)>,
    #[cfg(feature = "tls")]
    root_certificates: Vec<Vec<u8>>,
    #[cfg(feature = "tls")]
    tls_config: Option<Arc<rustls::ClientConfig>>,
}

impl HyperTransportBuilder {
    pub(super) fn new() -> Self {
        Self {
            connect_timeout: Duration::from_secs(1),
            keep_alive: true,
            // Under the minute or so after which servers close an idle connection, so that none is closed under a
            // request.
            idle_timeout: Duration::from_secs(20),
            max_idle_connections: None,
            // A change of the host's addresses is followed within this time.
            max_connection_lifetime: Duration::from_secs(5 * 60),
            max_answer_bytes: 1024 * 1024,
            known: Vec::new(),
            #[cfg(feature = "tls")]
            root_certificates: Vec::new(),
            #[cfg(feature = "tls")]
            tls_config: None,
        }
    }

    /// Sets the time that connecting to each of a host's addresses may take, 1 second by default.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        Self { connect_timeout: timeout, ..self }
    }

    /// Sets whether connections are kept for later requests; they are by default.
    pub fn keep_alive(self, keep_alive: bool) -> Self {
        Self { keep_alive, ..self }
    }

    /// Sets how long a connection waits for another request, 20 seconds by default, or less where the server says so.
    pub fn idle_timeout(self, timeout: Duration) -> Self {
        Self { idle_timeout: timeout, ..self }
    }

    /// Sets how many connections to a host may wait for another request: by default 256, or as many requests as a client
    /// has at once.
    pub fn max_idle_connections(self, connections: usize) -> Self {
        Self { max_idle_connections: Some(connections), ..self }
    }

    /// Sets how old a connection may get that is used again, 5 minutes by default.
    pub fn max_connection_lifetime(self, lifetime: Duration) -> Self {
        Self { max_connection_lifetime: lifetime, ..self }
    }

    /// Sets the size up to which an answer is read, 1 MiB by default.
    pub fn max_answer_bytes(self, bytes: usize) -> Self {
        Self { max_answer_bytes: bytes, ..self }
    }

    /// Gives the addresses of a host, which is not looked up then.
    pub fn resolve(mut self, host: impl Into<String>, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.known.insert(0, (host.into(), addresses.into_iter().collect()));
        self
    }

    /// Trusts another root certificate besides Mozilla's, such as a private gateway's, in PEM.
    #[cfg(feature = "tls")]
    pub fn root_certificate_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.root_certificates.push(pem.as_ref().to_vec());
        self
    }

    /// Makes encrypted connections with a configuration of the caller's own, such as one with another provider of
    /// cryptography or with certificates of the client's.
    ///
    /// It has its own roots, so that [`root_certificate_pem`](Self::root_certificate_pem) beside it is refused.
    #[cfg(feature = "tls")]
    pub fn tls_config(self, config: impl Into<Arc<rustls::ClientConfig>>) -> Self {
        Self { tls_config: Some(config.into()), ..self }
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// If `connect_timeout` or `max_answer_bytes` is zero, or a root certificate cannot be read. The other settings may be
    /// zero: then no connection is kept.
    pub fn build(self) -> Result<HyperTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(wrong("connect_timeout", "`connect_timeout`: a timeout of zero leaves no time to connect"));
        }
        if self.max_answer_bytes == 0 {
            return Err(wrong("max_answer_bytes", "`max_answer_bytes`: a size of zero leaves no room for an answer"));
        }
        #[cfg(feature = "tls")]
        if self.tls_config.is_some() && !self.root_certificates.is_empty() {
            return Err(tls::own_roots());
        }
        #[cfg(feature = "tls")]
        let roots = self.root_certificates.iter().map(|pem| tls::certificates(pem)).collect::<Result<Vec<_>, _>>();
        Ok(HyperTransport {
            connector: Connector {
                timeout: self.connect_timeout,
                known: self.known,
                #[cfg(feature = "tls")]
                encryption: Encryption::new(roots.map_err(tls::wrong_certificate)?.concat(), self.tls_config),
            },
            pool: Arc::new(Pool::new(self.max_idle_connections.unwrap_or(256))),
            keep_alive: self.keep_alive
                && self.max_idle_connections != Some(0)
                && !self.idle_timeout.is_zero()
                && !self.max_connection_lifetime.is_zero(),
            idle_timeout: self.idle_timeout,
            max_connection_lifetime: self.max_connection_lifetime,
            max_answer_bytes: self.max_answer_bytes,
        })
    }
}
