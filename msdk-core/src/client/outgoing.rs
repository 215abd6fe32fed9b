//! A call that was checked and has yet to be signed.

use std::{ops::Range, time::Duration};

use bytes::Bytes;
use http::{
    Request,
    header::{CONTENT_TYPE, USER_AGENT},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Client;
use crate::{
    Encoder, Endpoint, Error, ExtInfo, Metadata, Secret, Session, UnixTime, Unsigned, Violation,
    encode::{Caller, Encoded},
    envelope::Envelope,
    error::Cause,
    ext_info::Serial,
};

/// What RFC 3986 leaves unreserved stays as it is; a space becomes `%20`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// One attempt.
pub(super) struct Signed {
    pub(super) request: Request<Bytes>,
    /// What proves the sender.
    pub(super) secrets: Vec<Secret>,
}

/// Everything of a call that all its attempts share.
pub(super) struct Outgoing {
    pub(super) metadata: &'static Metadata,
    /// The time that the call may take in all.
    pub(super) timeout: Duration,
    /// The time that each attempt may take.
    pub(super) attempt_timeout: Duration,
    /// How long the call may wait for its player's turn before its own time begins; a call that stands alone waits within
    /// its own time.
    pub(super) patience: Option<Duration>,
    /// Whether repeating the call does no harm.
    pub(super) repeatable: bool,
    /// Whether an attempt so far, or a call that this one repeats, may have been acted upon.
    pub(super) may_have_acted: bool,
    pub(super) ext_info: Option<String>,
    /// The values of this call that must not be printed.
    pub(super) secrets: Vec<Secret>,
    appid: String,
    pub(super) openid: String,
    opua: Option<String>,
    /// The interface's own parameters of the query.
    query: Vec<(&'static str, Secret)>,
    body: Bytes,
    /// Whether this is a chunk of a list of openids.
    asks_about_openids: bool,
}

impl Outgoing {
    /// Checks a call and writes its fields, those of a chunked list in `chunk` only.
    pub(super) fn new<E: Endpoint>(
        client: &Client,
        session: &Session,
        endpoint: &E,
        chunk: Option<Range<usize>>,
    ) -> Result<Self, Error> {
        Self::of(client, session, E::META, chunk, &|encoder| endpoint.encode(encoder))
    }

    /// The whole of [`new`](Self::new) but for the endpoint's type, so that a hundred endpoints compile it once.
    fn of(
        client: &Client,
        session: &Session,
        metadata: &'static Metadata,
        chunk: Option<Range<usize>>,
        encode: &dyn Fn(&mut Encoder<'_>),
    ) -> Result<Self, Error> {
        let appid = session.appid(client.app_id());
        let mut encoder = Encoder::start(metadata, caller(client, session, &appid), chunk);
        encode(&mut encoder);
        let mut violations = Vec::new();
        session.check(&mut violations);
        let written = encoder.finish().map_err(|found| violations.extend(found));
        let (Ok(Encoded { body, query, mut secrets, asks_about_openids }), true) = (written, violations.is_empty())
        else {
            return Err(Error::invalid(metadata, violations));
        };
        secrets.extend(session.token().cloned());
        Ok(Self {
            metadata,
            timeout: metadata.timeout.unwrap_or(client.shared.timeout),
            attempt_timeout: metadata.attempt_timeout.unwrap_or(client.shared.attempt_timeout),
            patience: None,
            repeatable: metadata.idempotent,
            may_have_acted: false,
            ext_info: session.ext_info().map(str::to_owned),
            secrets,
            appid: session.appid(client.app_id()).into_owned(),
            openid: session.openid().as_str().to_owned(),
            opua: session.opua().filter(|_| metadata.opua).map(str::to_owned),
            query,
            body,
            asks_about_openids,
        })
    }

    /// Returns the openids that a chunk asks about; none for other calls, and for lists of something else.
    pub(super) fn asked_about(&self) -> Option<Vec<String>> {
        let list = self.metadata.chunked.filter(|_| self.asks_about_openids)?;
        let mut body: serde_json::Value = serde_json::from_slice(&self.body).ok()?;
        serde_json::from_value(body.get_mut(list)?.take()).ok()
    }

    /// Whether a refusal says that there was nothing left to do, after an attempt that may have done it.
    pub(super) fn is_done(&self, envelope: &Envelope) -> bool {
        let codes = [envelope.plat_code, envelope.platform_code(), Some(envelope.ret)];
        self.may_have_acted && self.metadata.done_code.is_some_and(|done| codes.contains(&Some(done)))
    }

    /// Makes the `msdkExtInfo` of an attempt, unless the session has its own or none is wanted.
    pub(super) fn serial(&self, client: &Client) -> Option<Serial> {
        let is_wanted = self.ext_info.is_none() && client.shared.ext_info != ExtInfo::Never;
        is_wanted.then(|| client.shared.serials.next())
    }

    /// Signs one attempt, with the time of now.
    pub(super) fn sign(&self, client: &Client, ext_info: Option<&str>) -> Result<Signed, Cause> {
        let shared = &client.shared;
        let timestamp = UnixTime::from(shared.clock.now()).as_secs().to_string();
        let mut query = vec![
            ("timestamp", timestamp.as_str()),
            ("appid", self.appid.as_str()),
            ("openid", self.openid.as_str()),
            ("encode", "1"),
        ];
        query.extend(shared.keep_alive.then_some(("conn", "1")));
        query.extend(ext_info.map(|ext_info| ("msdkExtInfo", ext_info)));
        query.extend(self.opua.as_deref().map(|opua| ("opua", opua)));

        query.extend(self.query.iter().map(|(name, value)| (*name, value.expose())));

        let Metadata { method, path, .. } = *self.metadata;
        let unsigned = Unsigned { method, path, timestamp: &timestamp, query: &query, body: &self.body };
        let signature = shared.signer.sign(&unsigned);
        let signed = signature.iter().map(|(name, value)| (*name, value.expose()));
        // The vendor's document has the signature behind the app id; the order carries no meaning.
        let (head, tail) = query.split_at(2);
        let pairs = head.iter().copied().chain(signed).chain(tail.iter().copied());

        let mut uri = format!("{}{path}", shared.base_url.as_str());
        for (index, (name, value)) in pairs.enumerate() {
            uri.push(if index == 0 { '?' } else { '&' });
            uri.extend(utf8_percent_encode(name, ENCODED));
            uri.push('=');
            uri.extend(utf8_percent_encode(value, ENCODED));
        }
        let mut request = Request::builder().method(http::Method::from(method)).uri(uri);
        if !self.body.is_empty() {
            request = request.header(CONTENT_TYPE, &shared.content_type);
        }
        if let Some(user_agent) = &shared.user_agent {
            request = request.header(USER_AGENT, user_agent);
        }
        let no_url = |_| Cause::Invalid(vec![Violation::new("query", "is too long for a URL")]);
        let request = request.body(self.body.clone()).map_err(no_url)?;
        Ok(Signed { request, secrets: signature.into_iter().map(|(_, value)| value).collect() })
    }
}

fn caller<'a>(client: &'a Client, session: &'a Session, appid: &'a str) -> Caller<'a> {
    Caller {
        appid,
        app_key: client.shared.app_key.as_ref().map(Secret::expose),
        openid: session.openid().as_str(),
        token: session.token().map(Secret::expose),
    }
}
