//! What is called.

use msdk::{Client, ClientBuilder, Session, msdk_endpoint, msdk_reply};

/// Reads something; repeating it does no harm.
#[msdk_endpoint(path = "/game/read/", method = POST, reply = Done, idempotent)]
pub(crate) struct Read;

/// Writes something; doing it twice is what must not happen.
#[msdk_endpoint(path = "/game/write/", method = POST, reply = Done)]
pub(crate) struct Write;

/// The answer to both.
#[msdk_reply]
pub(crate) struct Done {
    /// Filling.
    pub(crate) text: String,
}

/// Settings for a server at a port of this machine.
pub(crate) fn settings(port: u16) -> ClientBuilder {
    Client::builder().app_id("100703379").app_key("0123456789abcdef").base_url(format!("http://127.0.0.1:{port}"))
}

/// A player's session whose calls can be told from all others.
pub(crate) fn session(call: u64) -> Session {
    Session::new(format!("{call:032X}"), "933FE8C9AB9C585D").with_ext_info(format!("call_{call}"))
}
