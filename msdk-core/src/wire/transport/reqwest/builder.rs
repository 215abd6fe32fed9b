//! The settings of a transport on reqwest.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use reqwest::redirect;

use super::{Proxy, ReqwestTransport, pool::Pool};
#[cfg(feature = "tls")]
use crate::wire::transport::tls;
use crate::{
    error::{Error, SettingsError},
    wire::transport::{causes, wrong},
};

/// The settings of a [`ReqwestTransport`].
#[derive(Clone)]
#[must_use]
pub struct ReqwestTransportBuilder {
    proxy: Option<String>,
    connect_timeout: Duration,
    keep_alive: bool,
    max_answer_bytes: usize,
    known: Vec<(String, Vec<IpAddr>)>,
    #[cfg(feature = "tls")]
    root_certificates: Vec<Vec<u8>>,
    #[cfg(feature = "tls")]
    tls_config: Option<Arc<rustls::ClientConfig>>,
}

impl ReqwestTransportBuilder {
    pub(super) const fn new() -> Self {
        Self {
            proxy: None,
            connect_timeout: Duration::from_secs(1),
            keep_alive: true,
            max_answer_bytes: 1024 * 1024,
            known: Vec::new(),
            #[cfg(feature = "tls")]
            root_certificates: Vec::new(),
            #[cfg(feature = "tls")]
            tls_config: None,
        }
    }

    /// Sends every request through a proxy: `http://proxy.example:3128`, with a user and a password if need be, or
    /// `https://` to a proxy that is itself reached by TLS.
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

    /// Gives the addresses of a host, which is not looked up then. With a proxy, this can be the proxy's host only: the
    /// others are looked up by the proxy.
    pub fn resolve(mut self, host: impl Into<String>, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.known.push((host.into(), addresses.into_iter().collect()));
        self
    }

    /// Trusts another root certificate besides Mozilla's, such as a private gateway's, in PEM.
    #[cfg(feature = "tls")]
    pub fn root_certificate_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.root_certificates.push(pem.as_ref().to_vec());
        self
    }

    /// Makes encrypted connections with a configuration of the caller's own, as
    /// [`HyperTransportBuilder::tls_config`](crate::wire::HyperTransportBuilder::tls_config) does.
    #[cfg(feature = "tls")]
    pub fn tls_config(self, config: impl Into<Arc<rustls::ClientConfig>>) -> Self {
        Self { tls_config: Some(config.into()), ..self }
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// If a setting is wrong, such as a proxy of another scheme than `http` or `https`; the error names it.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(wrong("connect_timeout", "`connect_timeout`: a timeout of zero leaves no time to connect"));
        }
        if self.max_answer_bytes == 0 {
            return Err(wrong("max_answer_bytes", "`max_answer_bytes`: a size of zero leaves no room for an answer"));
        }
        let proxy = self.proxy.as_deref().map(Proxy::parse).transpose()?;
        for (host, _) in &self.known {
            if proxy.as_ref().is_some_and(|proxy| !proxy.is_host(host)) {
                let reason = format!("`resolve` of {host} does nothing, since the proxy looks it up");
                return Err(Error::config(SettingsError::without_effect("resolve", reason)));
            }
        }
        let recipe = Recipe {
            #[cfg(feature = "tls")]
            tls: self.tls()?,
            proxy: proxy.as_ref().map(|proxy| proxy.route.clone()),
            connect_timeout: self.connect_timeout,
            keep_alive: self.keep_alive,
            known: self.known,
        };
        Ok(ReqwestTransport {
            keep_alive: self.keep_alive,
            max_answer_bytes: self.max_answer_bytes,
            proxy: proxy.map(|proxy| proxy.address.into()),
            pool: Arc::new(Pool::new(recipe)?),
        })
    }

    #[cfg(feature = "tls")]
    fn tls(&self) -> Result<rustls::ClientConfig, Error> {
        if let Some(config) = &self.tls_config {
            if !self.root_certificates.is_empty() {
                return Err(tls::own_roots());
            }
            return Ok(rustls::ClientConfig::clone(config));
        }
        let roots = self.root_certificates.iter().map(|pem| tls::certificates(pem)).collect::<Result<Vec<_>, _>>();
        tls::config(&roots.map_err(tls::wrong_certificate)?.concat()).map_err(tls::wrong_certificate)
    }
}

/// A proxy's URL may have a password.
impl fmt::Debug for ReqwestTransportBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransportBuilder").field("proxy", &self.proxy.is_some()).finish_non_exhaustive()
    }
}

/// What reqwest's client is made with, each time that its connections are given up.
pub(super) struct Recipe {
    #[cfg(feature = "tls")]
    tls: rustls::ClientConfig,
    proxy: Option<reqwest::Proxy>,
    connect_timeout: Duration,
    keep_alive: bool,
    known: Vec<(String, Vec<IpAddr>)>,
}

impl Recipe {
    pub(super) fn client(&self) -> Result<reqwest::Client, Error> {
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
        if let Some(proxy) = &self.proxy {
            builder = builder.proxy(proxy.clone());
        }
        for (host, addresses) in &self.known {
            // The port is the URL's, for which 0 stands.
            let addresses: Vec<_> = addresses.iter().map(|address| SocketAddr::new(*address, 0)).collect();
            builder = builder.resolve_to_addrs(host, &addresses);
        }
        #[cfg(feature = "tls")]
        let builder = builder.tls_backend_preconfigured(self.tls.clone());
        let reason = |error: reqwest::Error| causes::text(&error.without_url());
        builder.build().map_err(|error| wrong("reqwest", format!("no HTTP client: {}", reason(error))))
    }
}
