//! An answer, from bytes to success or the reason why it is none.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http::{
    HeaderMap, StatusCode, Uri,
    header::{LOCATION, RETRY_AFTER},
};

use super::{Client, Outgoing};
use crate::{
    Answer, Decode, DecodeError, Delivered, Error, Json, Secret,
    catalogue::diagnose,
    decode,
    envelope::Envelope,
    error::{Cause, Course, Redactor, excerpt, mask},
    load::Interface,
    observe::{self, Watch},
};

/// An answer whose envelope says success and whose reply was not read yet.
pub(super) struct Received {
    pub(super) client: Client,
    pub(super) outgoing: Outgoing,
    pub(super) interface: Arc<Interface>,
    pub(super) accepted: Accepted,
    pub(super) course: Course,
    pub(super) watch: Watch,
}

/// What of an answer says success.
pub(super) struct Accepted {
    pub(super) envelope: Envelope,
    /// The body, as it can be read.
    body: Bytes,
    /// Whether the answer says that there was nothing left to do, after an attempt that may have done it.
    pub(super) done_before: bool,
}

impl Received {
    /// Reads the reply.
    pub(super) fn decode<R: Decode>(mut self) -> Result<Answer<R>, Error> {
        if let Some(asked) = self.outgoing.asked_about() {
            self.leave_out_others(&asked);
        }
        match self.json().and_then(R::decode) {
            Ok(reply) => {
                self.pay_in();
                self.watch.succeeded(&self.course);
                let Accepted { envelope, done_before, .. } = self.accepted;
                Ok(Answer {
                    reply,
                    msg: envelope.msg,
                    ext_info: envelope.ext_info,
                    done_before,
                    attempts: self.course.attempts,
                    elapsed: self.course.elapsed,
                })
            }
            Err(error) => Err(self.unreadable(&error)),
        }
    }

    fn json(&self) -> Result<Json<'_>, DecodeError> {
        Json::document(std::str::from_utf8(&self.accepted.body).unwrap_or_default())
    }

    /// Takes rows out of the answer to a chunk whose `openid` was not asked about. Merged with the others they would pass
    /// for an answer to the caller's question.
    fn leave_out_others(&mut self, asked: &[String]) {
        let Ok(mut answer) = serde_json::from_slice::<serde_json::Value>(&self.accepted.body) else { return };
        let is_asked = |row: &serde_json::Value| match row.get("openid").and_then(serde_json::Value::as_str) {
            Some(openid) => asked.iter().any(|asked| asked.eq_ignore_ascii_case(openid)),
            None => true,
        };
        let mut others = 0;
        for list in answer.as_object_mut().into_iter().flatten().filter_map(|(_, value)| value.as_array_mut()) {
            others += list.iter().filter(|row| !is_asked(row)).count();
            list.retain(is_asked);
        }
        if others > 0 {
            observe::left_out(self.outgoing.metadata, others);
            self.accepted.body = answer.to_string().into();
        }
    }

    /// Pays for the retries of others: only now is the call known to be a success.
    fn pay_in(&self) {
        let retries = &self.client.shared.retries;
        retries.pay_in();
        self.interface.answers.pay_in();
        observe::retries_left(retries.retries());
    }

    fn unreadable(self, error: &DecodeError) -> Error {
        let cause = malformed(error.to_string(), error.path(), self.accepted.body);
        let cause = without_secrets(&self.client, &self.outgoing, cause);
        let error = Error::of_call(self.outgoing.metadata, cause, self.course);
        self.watch.failed(&error);
        error
    }
}

/// Says whether an answer is a success, and why not if it is none. The connection is kept if the answer is ours.
pub(super) fn receive(client: &Client, outgoing: &Outgoing, delivered: Delivered) -> Result<Accepted, Cause> {
    let status = delivered.response.status();
    if status != StatusCode::OK {
        let retry_after = retry_after(delivered.response.headers(), client);
        let location = host_of_location(delivered.response.headers());
        // Its connection is closed: what sends such a status need not have read the request.
        let body = delivered.response.into_body().into();
        return Err(Cause::Status { status: status.as_u16(), retry_after, location, body });
    }
    let mut read = read(client, outgoing, delivered.response.body().clone());
    match &mut read {
        Err(Cause::Malformed { cut, .. }) => *cut = may_be_cut(&delivered),
        Ok(_) | Err(Cause::Refused { .. }) => drop(delivered.keep_connection()),
        // It is closed.
        Err(_) => {}
    }
    read
}

/// Whether an answer that cannot be read may be the beginning of one that could.
fn may_be_cut(delivered: &Delivered) -> bool {
    delivered.ended_by_close && matches!(delivered.response.body().trim_ascii_start().first(), None | Some(b'{'))
}

fn read(client: &Client, outgoing: &Outgoing, body: Bytes) -> Result<Accepted, Cause> {
    let text = match decode::text(&body, client.shared.lossy_utf8) {
        Ok(text) => text,
        Err(reason) => return Err(malformed(reason, "", body.clone())),
    };
    if text.repaired {
        observe::repaired(outgoing.metadata);
    }
    let mut envelope = Json::document(&text.text)
        .and_then(Envelope::read)
        .map_err(|error| malformed(error.to_string(), error.path(), body.clone()))?;
    let redactor = redactor(client, outgoing);
    if let Some(sent) = outgoing.ext_info.as_ref().filter(|sent| is_foreign(client, sent, &envelope)) {
        let received = envelope.ext_info.as_deref().map(|received| redactor.redact(received, MESSAGE));
        return Err(Cause::Mismatched { sent: sent.clone(), received, body: body.clone().into() });
    }
    envelope.msg = redactor.redact_for_print(&envelope.msg, MESSAGE);
    let done_before = envelope.ret != 0 && outgoing.is_done(&envelope);
    if envelope.ret != 0 && !done_before {
        let diagnosis = diagnose(outgoing.metadata, &envelope);
        return Err(Cause::Refused { envelope, diagnosis });
    }
    let repaired = text.repaired.then(|| text.text.into_owned());
    Ok(Accepted { envelope, body: repaired.map_or(body, Bytes::from), done_before })
}

fn malformed(reason: String, path: &str, body: Bytes) -> Cause {
    Cause::Malformed { reason, path: path.to_owned(), body: body.into(), cut: false }
}

/// The bytes of an answer that are kept as a record.
const RECORDED: usize = 64 * 1024;
/// The bytes of `msg` that are kept; the texts of backends that it passes on are far shorter.
const MESSAGE: usize = 4 * 1024;

/// Makes a cause fit to be shown, once it is known to be the one that the call ends with.
pub(super) fn without_secrets(client: &Client, outgoing: &Outgoing, mut cause: Cause) -> Cause {
    let redactor = redactor(client, outgoing);
    match &mut cause {
        // What a server says in a header gets into both.
        Cause::Status { location: Some(text), .. } => *text = redactor.redact_for_print(text, MESSAGE),
        Cause::Transport(error) => error.map_reason(|text| redactor.redact_for_print(text, MESSAGE)),
        _ => {}
    }
    if let Some(body) = cause.unread_mut() {
        let raw = std::mem::take(&mut body.raw);
        let text = String::from_utf8_lossy(&raw);
        let text = mask(&text, outgoing.metadata.reply);
        body.excerpt = excerpt(text.as_bytes(), &redactor);
        body.whole = (!outgoing.repeatable).then(|| redactor.redact(&text, RECORDED));
    }
    cause
}

/// Whether an answer echoes another `msdkExtInfo`, or a success echoes none although that was asked for.
fn is_foreign(client: &Client, sent: &str, envelope: &Envelope) -> bool {
    match &envelope.ext_info {
        Some(received) => received != sent,
        None => client.shared.require_ext_info && envelope.ret == 0,
    }
}

/// Where a redirect points, without a path or a query.
fn host_of_location(headers: &HeaderMap) -> Option<String> {
    const SHOWN: usize = 100;
    let location = headers.get(LOCATION)?.to_str().ok()?.parse::<Uri>().ok()?;
    Some(location.authority()?.host().chars().take(SHOWN).collect())
}

/// What `Retry-After` says, in seconds or as a date; nothing for anything else.
fn retry_after(headers: &HeaderMap, client: &Client) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large for its type is a long time all the same.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(client.shared.clock.now()).unwrap_or_default())
}

fn redactor<'a>(client: &'a Client, outgoing: &'a Outgoing) -> Redactor<'a> {
    let secrets = client.shared.signer.secrets().into_iter().chain(&client.shared.app_key).chain(&outgoing.secrets);
    Redactor::new(secrets.map(Secret::expose)).shortening([outgoing.openid.as_str()])
}
