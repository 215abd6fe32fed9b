//! A call that was checked and has yet to be signed.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, header::CONTENT_TYPE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Client;
use crate::{Encoder, Endpoint, Error, Metadata, Secret, Session, UnixTime, Unsigned, encode::Caller, error::Cause};

/// What RFC 3986 leaves unreserved stays as it is; a space becomes `%20`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Everything of a call that all its attempts share.
pub(super) struct Outgoing {
    pub(super) metadata: &'static Metadata,
    pub(super) timeout: Duration,
    pub(super) ext_info: Option<String>,
    pub(super) token: Option<Secret>,
    appid: String,
    openid: String,
    opua: Option<String>,
    body: Bytes,
}

impl Outgoing {
    /// Checks a call and writes its body.
    pub(super) fn new<E: Endpoint>(client: &Client, session: &Session, endpoint: &E) -> Result<Self, Error> {
        let appid = session.appid(client.app_id());
        let mut encoder = Encoder::start(E::META, caller(session, &appid));
        endpoint.encode(&mut encoder);
        Self::checked(client, session, E::META, encoder.finish())
    }

    /// The part of [`new`](Self::new) that no endpoint's type matters to.
    fn checked(
        client: &Client,
        session: &Session,
        metadata: &'static Metadata,
        body: Result<Vec<u8>, Vec<crate::Violation>>,
    ) -> Result<Self, Error> {
        let mut violations = Vec::new();
        session.check(&mut violations);
        let body = body.unwrap_or_else(|found| {
            violations.extend(found);
            Vec::new()
        });
        if !violations.is_empty() {
            return Err(Error::of_call(metadata.name, Cause::Invalid(violations)));
        }
        Ok(Self {
            metadata,
            timeout: metadata.timeout.unwrap_or(client.shared.timeout),
            ext_info: session.ext_info().map(str::to_owned),
            token: session.token().cloned(),
            appid: session.appid(client.app_id()).into_owned(),
            openid: session.openid().as_str().to_owned(),
            opua: session.opua().filter(|_| metadata.opua).map(str::to_owned),
            body: body.into(),
        })
    }

    /// Signs one attempt, with the time of now.
    pub(super) fn sign(&self, client: &Client) -> Result<Request<Bytes>, Error> {
        let shared = &client.shared;
        let timestamp = UnixTime::from(shared.clock.now()).as_secs().to_string();
        let mut query = vec![
            ("timestamp", timestamp.as_str()),
            ("appid", self.appid.as_str()),
            ("openid", self.openid.as_str()),
            ("encode", "1"),
        ];
        query.extend(shared.keep_alive.then_some(("conn", "1")));
        query.extend(self.ext_info.as_deref().map(|ext_info| ("msdkExtInfo", ext_info)));
        query.extend(self.opua.as_deref().map(|opua| ("opua", opua)));

        let Metadata { method, path, .. } = *self.metadata;
        let unsigned = Unsigned { method, path, timestamp: &timestamp, query: &query, body: &self.body };
        let signature = shared.signer.sign(&unsigned);
        let signature = signature.iter().map(|(name, value)| (*name, value.expose()));
        // The vendor's document has the signature behind the app id; the order carries no meaning.
        let (head, tail) = query.split_at(2);
        let pairs = head.iter().copied().chain(signature).chain(tail.iter().copied());

        let mut uri = format!("{}{path}", shared.base_url.as_str());
        for (index, (name, value)) in pairs.enumerate() {
            uri.push(if index == 0 { '?' } else { '&' });
            uri.push_str(name);
            uri.push('=');
            uri.extend(utf8_percent_encode(value, ENCODED));
        }
        Request::builder()
            .method(http::Method::from(method))
            .uri(uri)
            .header(CONTENT_TYPE, &shared.content_type)
            .body(self.body.clone())
            .map_err(|_| Error::config("the base URL, the path and the query make no URL"))
    }
}

fn caller<'a>(session: &'a Session, appid: &'a str) -> Caller<'a> {
    Caller { appid, openid: session.openid().as_str(), token: session.token().map(Secret::expose) }
}
