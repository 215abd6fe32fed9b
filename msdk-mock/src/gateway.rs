//! The gateway: what it is made of, and the way of a request through it.

#[macro_use]
mod controls;

mod builder;
mod flow;
mod in_process;
mod pace;
mod shared;

use std::{fmt, io, net::SocketAddr, sync::Arc, thread::panicking};

use msdk::ClientBuilder;

use crate::server::Server;
pub use builder::GatewayBuilder;
pub use in_process::InProcess;
pub(crate) use shared::{Shared, lock};

/// A running gateway, which stops when it is dropped.
///
/// The drop panics if a handler panicked, or if something did not come as [expected](Self::on), so that the test fails.
pub struct Gateway {
    shared: Arc<Shared>,
    address: SocketAddr,
    base_url: String,
    server: Option<Server>,
}

impl Gateway {
    /// Starts a gateway with the documented endpoints, the [default world](crate::World::demo) and the accounts
    /// [`APP_ID`](crate::APP_ID) and [`WX_APP_ID`](crate::WX_APP_ID).
    ///
    /// # Errors
    ///
    /// If the system gives no port or no thread.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Starts the settings of a gateway.
    pub fn builder() -> GatewayBuilder {
        GatewayBuilder::new()
    }

    /// Returns the base URL, such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Returns the app id of the account of mobile QQ and of guests.
    pub fn app_id(&self) -> &str {
        &self.shared.apps.qq.id
    }

    /// Returns the key of that account.
    pub fn app_key(&self) -> &str {
        self.shared.apps.qq.key.expose()
    }

    /// Returns the app id of the account of WeChat.
    pub fn wechat_app_id(&self) -> &str {
        &self.shared.apps.wechat.id
    }

    /// Returns the key of that account.
    pub fn wechat_app_key(&self) -> &str {
        self.shared.apps.wechat.key.expose()
    }

    /// Returns the settings of a client that calls this gateway, with its accounts of mobile QQ and WeChat.
    pub fn client_builder(&self) -> ClientBuilder {
        self.shared.client_builder(self.base_url())
    }

    /// Returns a handle without the socket: what calls it, calls this gateway.
    pub fn in_process(&self) -> InProcess {
        InProcess::from(Arc::clone(&self.shared))
    }

    /// Takes no more connections, lets the calls that are under way come to their end, and stops. A call that takes longer
    /// than the [`read_timeout`](GatewayBuilder::read_timeout) is cut off.
    ///
    /// Unlike dropping the gateway it does not [verify](Self::verify) anything.
    pub async fn shut_down(mut self) {
        if let Some(server) = self.server.take() {
            server.stop_gently().await;
        }
        self.forget_expectations();
    }
}

controls!(Gateway);

/// Fails the test if something did not come as expected.
impl Drop for Gateway {
    fn drop(&mut self) {
        drop(self.server.take());
        if !panicking() {
            self.verify();
        }
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("app_id", &self.app_id())
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
