//! The envelope of the vendor's document.

use std::sync::Arc;

use super::{Draft, Outbound, Protocol, ProtocolError};
use crate::{
    describe::Secret,
    wire::{Signer, Unsigned, sign::Signature},
};

/// The envelope of the vendor's document (1.2): `timestamp`, `appid`, `sig`, `openid` and `encode=1` in the query, the
/// signature by a [`Signer`].
#[derive(Debug, Clone)]
pub struct MsdkProtocol {
    signer: Arc<dyn Signer>,
}

impl MsdkProtocol {
    /// Makes the protocol with a signer, that of the platform being [`MsdkSigner`](crate::wire::MsdkSigner).
    pub fn new(signer: impl Signer) -> Self {
        Self::signed_by(Arc::new(signer))
    }

    pub(crate) fn signed_by(signer: Arc<dyn Signer>) -> Self {
        Self { signer }
    }
}

impl Protocol for MsdkProtocol {
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
        let sign = |timestamp: &str, draft: &mut Draft| match self.signer.of_time(timestamp) {
            Some(signature) => draft.signature(signature),
            None => self.sign_all(timestamp, call, draft),
        };
        write_query(call, draft, "1", sign, None);
        Ok(())
    }

    fn secrets(&self) -> Vec<&Secret> {
        self.signer.secrets()
    }
}

impl MsdkProtocol {
    /// Has a whole request signed.
    fn sign_all(&self, timestamp: &str, call: &Outbound<'_>, draft: &mut Draft) {
        let head = [("timestamp", timestamp), ("appid", call.app_id)];
        let own = call.parameters.iter().map(|(name, value)| (*name, value.expose()));
        let common = common(call, "1").into_iter().flatten().map(|(name, value)| (name, value.as_str()));
        let query: Vec<_> = head.into_iter().chain(common).chain(own).collect();
        let Outbound { method, path, headers, body, .. } = *call;
        for (name, value) in self.signer.sign(&Unsigned { method, path, timestamp, query: &query, headers, body }) {
            draft.secret_query(name, &value);
        }
    }
}

/// Writes a query of the vendor's, whose `encode` says what the signature is made from.
pub(super) fn write_query<'a>(
    call: &Outbound<'a>,
    draft: &mut Draft,
    encode: &'static str,
    sign: impl FnOnce(&str, &mut Draft),
    more: impl IntoIterator<Item = (&'static str, &'a str)>,
) {
    let mut digits = itoa::Buffer::new();
    let timestamp = digits.format(call.time.as_secs());
    // The vendor's document has the signature behind the app id; the order carries no meaning.
    draft.line().plain("timestamp", timestamp);
    draft.line().plain("appid", call.app_id);
    sign(timestamp, draft);
    for (name, value) in common(call, encode).iter().flatten() {
        match value {
            Text::Plain(text) => draft.line().plain(name, text),
            Text::Any(text) => draft.line().well_named(name, text),
        }
    }
    more.into_iter().for_each(|(name, value)| draft.line().well_named(name, value));
    draft.parameters_of(call);
}

/// The parameters that come behind the signature in every query of the vendor's.
fn common<'a>(call: &Outbound<'a>, encode: &'static str) -> [Option<(&'static str, Text<'a>)>; 5] {
    [
        Some(("openid", Text::Any(call.openid))),
        Some(("encode", Text::Plain(encode))),
        call.keep_alive.then_some(("conn", Text::Plain("1"))),
        call.ext_info.map(|ext_info| ("msdkExtInfo", Text::Plain(ext_info))),
        call.opua.map(|opua| ("opua", Text::Any(opua))),
    ]
}

/// The value of a parameter.
enum Text<'a> {
    /// Letters, digits and underscores, which need no encoding.
    Plain(&'a str),
    Any(&'a str),
}

impl<'a> Text<'a> {
    const fn as_str(&self) -> &'a str {
        match self {
            Self::Plain(text) | Self::Any(text) => text,
        }
    }
}

/// The signature of a timestamp by a key, as both generations of the vendor's have it.
pub(super) fn sign_time(key: &Secret, timestamp: &str) -> Signature {
    crate::wire::MsdkSigner::new(key.clone()).sign_time(timestamp)
}
