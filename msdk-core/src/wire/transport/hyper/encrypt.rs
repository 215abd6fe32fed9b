//! Encrypted connections.

use std::{
    fmt, io,
    sync::{Arc, OnceLock},
};

use rustls::{
    ClientConfig,
    pki_types::{CertificateDer, ServerName},
};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::{
    super::tls,
    stream::{Probe, Socket, Stream},
};

/// The configuration of TLS, which is made for the first encrypted connection: plain http must work where the processor
/// or a certificate is not fit for TLS.
pub(super) struct Encryption {
    roots: Vec<CertificateDer<'static>>,
    own: Option<Arc<ClientConfig>>,
    config: OnceLock<Result<Arc<ClientConfig>, String>>,
}

impl Encryption {
    /// Trusts these besides Mozilla's roots, or takes a configuration over as it is.
    pub(super) const fn new(roots: Vec<CertificateDer<'static>>, own: Option<Arc<ClientConfig>>) -> Self {
        Self { roots, own, config: OnceLock::new() }
    }

    pub(super) async fn handshake(&self, host: &str, socket: TcpStream) -> io::Result<Stream> {
        let unusable = |reason: &str| io::Error::other(rustls::Error::General(reason.to_owned()));
        let config = self.config.get_or_init(|| match &self.own {
            Some(own) => Ok(Arc::clone(own)),
            None => tls::config(&self.roots).map(Arc::new),
        });
        let config = config.as_ref().map_err(|reason| unusable(reason))?;
        let name = ServerName::try_from(host.to_owned()).map_err(|error| unusable(&error.to_string()))?;
        let probe = Probe::default();
        let socket = Socket::new(socket, probe.clone());
        let io = TlsConnector::from(Arc::clone(config)).connect(name, socket).await?;
        Ok(Stream { io: Box::new(io), probe })
    }
}

impl fmt::Debug for Encryption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encryption").field("roots", &self.roots.len()).finish_non_exhaustive()
    }
}
