//! A call that was checked and has yet to be signed.

use std::{borrow::Cow, ops::Range, time::Duration};

use bytes::Bytes;
use http::{
    Request,
    header::{CONTENT_TYPE, USER_AGENT},
};
use smallvec::SmallVec;

use super::{Client, request_line::RequestLine};
use crate::{
    Encoder, Endpoint, Error, ExtInfo, Fault, Metadata, Secret, Sent, Session, TransportError, UnixTime, Unsigned,
    Violation,
    encode::{Caller, Encoded},
    envelope::Envelope,
    error::Cause,
    ext_info::Serial,
    sign::Signature,
};

/// One attempt.
pub(super) struct Signed {
    pub(super) request: Request<Bytes>,
    pub(super) proof: Proof,
}

/// What proves the sender, which must not be printed.
pub(super) enum Proof {
    Signature(Signature),
    Secrets(Vec<Secret>),
}

impl Proof {
    /// What of it a server could send back.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Signature(signature) => vec![signature.as_str()],
            Self::Secrets(secrets) => secrets.iter().map(Secret::expose).collect(),
        }
    }
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
    /// The values of fields that must not be printed.
    secrets: Vec<Secret>,
    /// What proved the sender in each attempt.
    pub(super) proofs: SmallVec<[Proof; 1]>,
    session: Session,
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
        let (Ok(Encoded { body, query, secrets, asks_about_openids }), true) = (written, violations.is_empty()) else {
            return Err(Error::invalid(metadata, violations));
        };
        Ok(Self {
            metadata,
            timeout: metadata.timeout.unwrap_or(client.shared.timeout),
            attempt_timeout: metadata.attempt_timeout.unwrap_or(client.shared.attempt_timeout),
            patience: None,
            repeatable: metadata.idempotent,
            may_have_acted: false,
            secrets,
            proofs: SmallVec::new(),
            session: session.clone(),
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

    /// The openid of the player on whose behalf the call is made.
    pub(super) fn openid(&self) -> &str {
        self.session.openid().as_str()
    }

    /// The session's own `msdkExtInfo`.
    pub(super) fn ext_info(&self) -> Option<&str> {
        self.session.ext_info()
    }

    /// The values of this call that must not be printed.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &str> {
        let of_fields = self.secrets.iter().chain(self.session.token()).map(Secret::expose);
        of_fields.chain(self.proofs.iter().flat_map(Proof::texts))
    }

    /// Makes the `msdkExtInfo` of an attempt, unless the session has its own or none is wanted.
    pub(super) fn serial(&self, client: &Client) -> Option<Serial> {
        let is_wanted = self.ext_info().is_none() && client.shared.ext_info != ExtInfo::Never;
        is_wanted.then(|| client.shared.serials.next())
    }

    /// The app id as this player's calls carry it.
    fn appid<'a>(&self, client: &'a Client) -> Cow<'a, str> {
        self.session.appid(client.app_id())
    }

    /// Signs one attempt, with the time of now.
    pub(super) fn sign(&self, client: &Client, ext_info: Option<&str>) -> Result<Signed, Cause> {
        let shared = &client.shared;
        let mut digits = itoa::Buffer::new();
        let now = UnixTime::from(shared.clock.now()).as_secs();
        if now < 0 {
            // No server would take the signature, and the error of it would speak of the key.
            let reason = "the clock stands before 1970, so that nothing can be signed";
            return Err(Cause::Transport(TransportError::new(Sent::No, Fault::Machine, reason)));
        }
        let timestamp = digits.format(now);
        let appid = self.appid(client);
        let opua = self.session.opua().filter(|_| self.metadata.opua);
        let common = [
            Some(("openid", self.openid())),
            Some(("encode", "1")),
            shared.keep_alive.then_some(("conn", "1")),
            ext_info.map(|ext_info| ("msdkExtInfo", ext_info)),
            opua.map(|opua| ("opua", opua)),
        ];
        let own = self.query.iter().map(|(name, value)| (*name, value.expose()));
        let common = common.into_iter().flatten();

        // The vendor's document has the signature behind the app id; the order carries no meaning.
        let mut line = RequestLine::of_path(shared.base_url.prefix(), self.metadata.path);
        line.word("timestamp", timestamp);
        line.common("appid", &appid);
        let proof = if let Some(signature) = shared.signer.of_time(timestamp) {
            line.word("sig", signature.as_bytes());
            Proof::Signature(signature)
        } else {
            let head = [("timestamp", timestamp), ("appid", &appid)];
            let query: Vec<_> = head.into_iter().chain(common.clone()).chain(own.clone()).collect();
            let Metadata { method, path, .. } = *self.metadata;
            let signed = shared.signer.sign(&Unsigned { method, path, timestamp, query: &query, body: &self.body });
            for (name, value) in &signed {
                line.parameter(name, value.expose());
            }
            Proof::Secrets(signed.into_iter().map(|(_, value)| value).collect())
        };
        common.for_each(|(name, value)| line.common(name, value));
        own.for_each(|(name, value)| line.parameter(name, value));

        let mut request = Request::new(self.body.clone());
        let uri = line.on(shared.base_url.scheme(), shared.base_url.authority());
        *request.uri_mut() =
            uri.ok_or_else(|| Cause::Invalid(vec![Violation::new("query", "is too long for a URL")]))?;
        *request.method_mut() = self.metadata.method.into();
        if !self.body.is_empty() {
            request.headers_mut().insert(CONTENT_TYPE, shared.content_type.clone());
        }
        if let Some(user_agent) = &shared.user_agent {
            request.headers_mut().insert(USER_AGENT, user_agent.clone());
        }
        Ok(Signed { request, proof })
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
