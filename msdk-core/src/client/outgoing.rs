//! A call that was checked and has yet to be signed.

use std::{
    ops::Range,
    sync::Arc,
    time::{Duration, UNIX_EPOCH},
};

use bytes::Bytes;
use http::{
    Request,
    header::{CONTENT_TYPE, USER_AGENT},
};

use super::Client;
use crate::{
    client::{Session, account::App},
    describe::{Endpoint, Metadata, Secret},
    encode::{Caller, Elsewhere, Encoded, Encoder},
    error::{Cause, Envelope, Error, Violation},
    wire::{
        Codec, Draft, ExtInfo, Fault, Outbound, ProtocolError, Sent, TransportError,
        ext_info::Serial,
        protocol::{Proof, Proofs, write_body},
    },
};

/// Everything of a call that all its attempts share.
pub(super) struct Outgoing {
    pub(super) metadata: &'static Metadata,
    /// The account that signs.
    app: Arc<App>,
    /// The time that the call may take in all.
    pub(super) timeout: Duration,
    /// The time that each attempt may take.
    pub(super) attempt_timeout: Duration,
    /// How long the call may wait for its player's pace before its own time begins; a call that stands alone waits within
    /// its own time.
    pub(super) patience: Option<Duration>,
    /// Whether repeating the call does no harm.
    pub(super) repeatable: bool,
    /// Whether an attempt so far, or a call that this one repeats, may have been acted upon.
    pub(super) may_have_acted: bool,
    /// The values of fields that must not be printed.
    secrets: Vec<Secret>,
    /// What proved the sender in each attempt.
    pub(super) proofs: Proofs,
    session: Session,
    /// What the endpoint sends besides the body.
    elsewhere: Elsewhere,
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

    /// Checks a call of a described endpoint, with values that are known at run time only.
    pub(super) fn described(
        client: &Client,
        session: &Session,
        metadata: &'static Metadata,
        values: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<Self, Error> {
        Self::of(client, session, metadata, None, &|encoder| encoder.dynamic(values))
    }

    /// The whole of [`new`](Self::new) but for the endpoint's type, so that a hundred endpoints compile it once.
    fn of(
        client: &Client,
        session: &Session,
        metadata: &'static Metadata,
        chunk: Option<Range<usize>>,
        encode: &dyn Fn(&mut Encoder<'_>),
    ) -> Result<Self, Error> {
        let mut violations = Vec::new();
        let app = client.shared.accounts.for_call(metadata, session, &mut violations);
        let appid = session.appid(&app.id);
        let mut encoder = Encoder::new(metadata, caller(app, session, &appid), chunk);
        encoder.start(metadata);
        encode(&mut encoder);
        session.check(&mut violations);
        let written = encoder.finish().map_err(|found| violations.extend(found));
        let (Ok(Encoded { body, elsewhere, secrets, asks_about_openids }), true) = (written, violations.is_empty())
        else {
            return Err(Error::invalid(metadata, violations));
        };
        Ok(Self {
            metadata,
            app: Arc::clone(app),
            timeout: metadata.timeout.unwrap_or(client.shared.timeout),
            attempt_timeout: metadata.attempt_timeout.unwrap_or(client.shared.attempt_timeout),
            patience: None,
            repeatable: metadata.idempotent,
            may_have_acted: false,
            secrets,
            proofs: Proofs::new(),
            session: session.clone(),
            elsewhere,
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
        of_fields.chain(self.proofs.iter().map(Proof::as_str))
    }

    /// Makes the `msdkExtInfo` of an attempt, unless the session has its own or none is wanted.
    pub(super) fn serial(&self, client: &Client) -> Option<Serial> {
        let is_wanted = self.ext_info().is_none() && client.shared.ext_info != ExtInfo::Never;
        is_wanted.then(|| client.shared.serials.next())
    }

    /// The account that signs.
    pub(super) fn app(&self) -> &App {
        &self.app
    }

    /// What turns bodies into what is sent and back, the endpoint's own first.
    pub(super) fn codecs(&self) -> [Option<&dyn Codec>; 2] {
        [self.metadata.codec, self.app.protocol.codec()]
    }

    /// Signs one attempt, with the time of now, and keeps what proves the sender.
    pub(super) fn sign(&mut self, client: &Client, serial: Option<&Serial>) -> Result<Request<Bytes>, Cause> {
        let shared = &client.shared;
        let Ok(time) = shared.clock.now().duration_since(UNIX_EPOCH) else {
            // No server would take the signature, and the error of it would speak of the key.
            let reason = "the clock stands before 1970, so that nothing can be signed";
            return Err(Cause::Transport(TransportError::new(Sent::No, Fault::Machine, reason)));
        };
        let codecs = self.codecs();
        let body = write_body(codecs, &self.body).map_err(|error| refused("body", &error))?;
        let Elsewhere { query, headers: own_headers, path } = &self.elsewhere;
        let path = self.app.protocol.path(path.as_deref().unwrap_or(self.metadata.path));
        let mut draft = Draft::new();
        draft.path(shared.base_url.prefix(), path);
        let call = Outbound {
            method: self.metadata.method,
            path,
            time,
            app_id: &self.session.appid(&self.app.id),
            app_key: self.app.key.as_ref(),
            openid: self.openid(),
            ext_info: self.ext_info().or(serial.map(Serial::as_str)),
            opua: self.session.opua().filter(|_| self.metadata.opua),
            keep_alive: shared.keep_alive,
            parameters: query,
            headers: own_headers.as_deref(),
            body: &body,
        };
        self.app.protocol.write(&call, &mut draft).map_err(|error| refused("request", &error))?;
        if let Some(rule) = draft.doubled(&call) {
            return Err(Cause::Invalid(vec![rule]));
        }
        let uri = draft.uri(shared.base_url.scheme(), shared.base_url.authority());
        let mut request = Request::new(body);
        *request.uri_mut() =
            uri.ok_or_else(|| Cause::Invalid(vec![Violation::new("query", "is too long for a URL")]))?;
        *request.method_mut() = self.metadata.method.into();
        for headers in [draft.headers(), own_headers.as_deref()].iter().flatten() {
            request.headers_mut().extend(headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        if !request.body().is_empty() {
            let content_type = codecs.iter().flatten().filter_map(|codec| codec.content_type()).next_back();
            let content_type = content_type.unwrap_or_else(|| shared.content_type.clone());
            request.headers_mut().insert(CONTENT_TYPE, content_type);
        }
        if let Some(user_agent) = &shared.user_agent {
            request.headers_mut().insert(USER_AGENT, user_agent.clone());
        }
        self.keep(draft.take_proofs());
        Ok(request)
    }

    /// Keeps what proves the sender in one more attempt.
    fn keep(&mut self, proofs: Proofs) {
        if self.proofs.is_empty() {
            self.proofs = proofs;
        } else {
            self.proofs.extend(proofs);
        }
    }
}

/// What a protocol or a codec has against a request.
fn refused(part: &'static str, error: &ProtocolError) -> Cause {
    Cause::Invalid(vec![Violation::new(part, format!("cannot be written: {error}"))])
}

fn caller<'a>(app: &'a App, session: &'a Session, appid: &'a str) -> Caller<'a> {
    Caller {
        appid,
        app_key: app.key.as_ref().map(Secret::expose),
        openid: session.openid().as_str(),
        token: session.token().map(Secret::expose),
    }
}
