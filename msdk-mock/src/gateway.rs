//! The gateway: what it is made of, and the way of a request through it.

mod builder;
mod in_process;
mod shared;

use std::{fmt, io, sync::Arc};

use crate::{Received, World, server::Server};
pub use builder::GatewayBuilder;
pub use in_process::InProcess;
use shared::{Shared, lock};

/// A running gateway, which stops when it is dropped.
pub struct Gateway {
    shared: Arc<Shared>,
    base_url: String,
    server: Server,
}

impl Gateway {
    /// Starts a gateway with the documented endpoints, the [default world](World::demo) and the accounts
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

    /// Returns the latest requests, in the order of arrival: all of them, as long as they are no more than
    /// [`max_received`](GatewayBuilder::max_received) and take no more than
    /// [`max_received_bytes`](GatewayBuilder::max_received_bytes).
    pub fn received(&self) -> Vec<Received> {
        lock(&self.shared.journal).received()
    }

    /// Returns the number of requests since the start or the last [clearing](Self::clear_received), those that are not
    /// kept any more included.
    pub fn received_count(&self) -> u64 {
        lock(&self.shared.journal).count()
    }

    /// Forgets the requests so far, and counts from zero.
    pub fn clear_received(&self) {
        lock(&self.shared.journal).clear();
    }

    /// Looks at the world, or changes it, between two requests.
    pub fn with_world<R>(&self, look: impl FnOnce(&mut World) -> R) -> R {
        look(&mut lock(&self.shared.world))
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("app_id", &self.app_id())
            .field("address", &self.server.address)
            .finish_non_exhaustive()
    }
}
