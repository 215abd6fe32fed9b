//! The envelope of the vendor's later pages, "V3".

use std::sync::Arc;

use super::{
    Codec, Draft, Outbound, Protocol, ProtocolError,
    msdk::{sign_time, write_query},
};
use crate::describe::Secret;

/// The envelope of the vendor's V3 pages, whose hosts are [`Environment::V3Android`](crate::client::Environment::V3Android) and
/// its neighbours.
///
/// Against [`MsdkProtocol`](super::MsdkProtocol), requests are signed with the msdkkey and say `encode=2`; paths have no
/// slash at their end, `ishttps=1` asks for `https` URLs inside of answers, and `version` tells the version of the SDK
/// that a request of a game's client comes from.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{protocol::V3Protocol, Client, Environment};
///
/// let client = Client::builder()
///     .app_id("100703379")
///     .protocol(V3Protocol::new("fedcba9876543210fedcba9876543210"))
///     .environment(Environment::V3Android)
///     .build();
/// # let _ = client;
/// ```
#[derive(Debug, Clone)]
pub struct V3Protocol {
    /// None signs with the app key.
    msdk_key: Option<Secret>,
    version: Option<String>,
    https_urls: bool,
    codec: Option<Arc<dyn Codec>>,
}

impl V3Protocol {
    /// Signs with the msdkkey, `encode=2`.
    pub fn new(msdk_key: impl Into<Secret>) -> Self {
        Self { msdk_key: Some(msdk_key.into()), ..Self::with_app_key() }
    }

    /// Signs with the app key of the account, `encode=1`, which the vendor no longer recommends.
    pub fn with_app_key() -> Self {
        Self { msdk_key: None, version: None, https_urls: false, codec: None }
    }

    /// Sends a `version`, such as `3.3.5`; requests of a game's client must have one.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { version: Some(version.into()), ..self }
    }

    /// Sets whether the URLs inside of answers shall be `https`; by default they are `http`.
    #[must_use]
    pub fn https_urls(self, https_urls: bool) -> Self {
        Self { https_urls, ..self }
    }

    /// Sets what ciphers bodies. The vendor offers `msdktea`, whose headers are `Content-Encrypt` and `Accept-Encrypt`;
    /// its algorithm is not documented.
    #[must_use]
    pub fn codec(self, codec: impl Codec) -> Self {
        Self { codec: Some(Arc::new(codec)), ..self }
    }
}

impl Protocol for V3Protocol {
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
        let (encode, key) = match (&self.msdk_key, call.app_key) {
            (Some(msdk_key), _) => ("2", msdk_key),
            (None, Some(app_key)) => ("1", app_key),
            (None, None) => return Err(ProtocolError::new("there is no app key to sign with")),
        };
        let https_urls = self.https_urls.then_some(("ishttps", "1"));
        let version = self.version.as_deref().map(|version| ("version", version));
        let more = version.into_iter().chain(https_urls);
        write_query(call, draft, encode, |timestamp, draft| draft.signature(sign_time(key, timestamp)), more);
        Ok(())
    }

    fn path<'a>(&self, path: &'a str) -> &'a str {
        path.trim_end_matches('/')
    }

    fn codec(&self) -> Option<&dyn Codec> {
        self.codec.as_deref()
    }

    fn check(&self, app_key: Option<&Secret>) -> Result<(), ProtocolError> {
        match self.msdk_key.as_ref().or(app_key) {
            Some(key) if key.expose().is_empty() => Err(ProtocolError::new("the msdkkey is empty")),
            Some(_) => Ok(()),
            None => Err(ProtocolError::new("there is no app key to sign with")),
        }
    }

    fn secrets(&self) -> Vec<&Secret> {
        self.msdk_key.iter().collect()
    }
}
