//! The settings of connections, which the client's own transport is made with.

#[cfg(feature = "tls")]
use std::sync::Arc;
use std::{net::IpAddr, time::Duration};

use super::ClientBuilder;
use crate::wire::HyperTransportBuilder;

impl ClientBuilder {
    /// Sets the time that connecting to each of the host's addresses may take, 1 second by default.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        self.of_connections("connect_timeout", |connections| connections.connect_timeout(timeout))
    }

    /// Sets whether connections are kept for later calls, and `conn=1` asks the platform to; they are by default.
    ///
    /// Beside a [`transport`](Self::transport) of one's own, `false` leaves `conn=1` out, and no more.
    pub fn keep_alive(self, keep_alive: bool) -> Self {
        Self { connections: self.connections.keep_alive(keep_alive), keep_alive: Some(keep_alive), ..self }
    }

    /// Sets how long a connection waits for another call, 20 seconds by default, or less where the server says so.
    pub fn idle_timeout(self, timeout: Duration) -> Self {
        self.of_connections("idle_timeout", |connections| connections.idle_timeout(timeout))
    }

    /// Sets how many connections may wait for another call: as many as there may be requests under way
    /// ([`max_requests`](Self::max_requests)), unless this is set.
    pub fn max_idle_connections(self, connections: usize) -> Self {
        self.of_connections("max_idle_connections", |settings| settings.max_idle_connections(connections))
    }

    /// Sets how old a connection may get that is used again, 5 minutes by default. A change of the host's addresses is
    /// followed within this time.
    pub fn max_connection_lifetime(self, lifetime: Duration) -> Self {
        self.of_connections("max_connection_lifetime", |connections| connections.max_connection_lifetime(lifetime))
    }

    /// Sets the size up to which an answer is read, 1 MiB by default.
    pub fn max_answer_bytes(self, bytes: usize) -> Self {
        self.of_connections("max_answer_bytes", |connections| connections.max_answer_bytes(bytes))
    }

    /// Gives the addresses of a host, which is not looked up then.
    pub fn resolve(self, host: impl Into<String>, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.of_connections("resolve", |connections| connections.resolve(host, addresses))
    }

    /// Makes encrypted connections with a configuration of the caller's own, as
    /// [`HyperTransportBuilder::tls_config`] does.
    #[cfg(feature = "tls")]
    pub fn tls_config(self, config: impl Into<Arc<rustls::ClientConfig>>) -> Self {
        self.of_connections("tls_config", |connections| connections.tls_config(config))
    }

    /// Trusts another root certificate besides Mozilla's, such as a private gateway's, in PEM.
    #[cfg(feature = "tls")]
    pub fn root_certificate_pem(self, pem: impl AsRef<[u8]>) -> Self {
        self.of_connections("root_certificate_pem", |connections| connections.root_certificate_pem(pem))
    }

    fn of_connections(
        self,
        name: &'static str,
        set: impl FnOnce(HyperTransportBuilder) -> HyperTransportBuilder,
    ) -> Self {
        Self { connections: set(self.connections), of_connections: self.of_connections.or(Some(name)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use crate::client::Client;

    #[test]
    fn as_many_connections_rest_as_requests_may_be_under_way() {
        let settings = || Client::builder().app_id("1").app_key("key").base_url("http://127.0.0.1:1");
        for (settings, limit) in [
            (settings(), 256),
            (settings().max_requests(1000, 0), 1000),
            (settings().max_idle_connections(3).max_requests(1000, 0), 3),
        ] {
            let transport = format!("{:?}", settings.build().unwrap().shared.transport);
            assert!(transport.contains(&format!("Pool {{ limit: {limit}, ")), "{limit}: {transport}");
        }
    }
}
