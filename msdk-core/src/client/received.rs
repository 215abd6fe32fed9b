//! An answer, from bytes to success or the reason why it is none.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header::RETRY_AFTER};

use super::{Client, Outgoing};
use crate::{
    Answer, Decode, DecodeError, Delivered, Error, Fault, Json, Secret, Sent, TransportError,
    catalogue::diagnose,
    decode,
    envelope::Envelope,
    error::{Cause, Course, Redactor, excerpt, mask},
    observe::{self, Watch},
};

/// An answer whose envelope says success and whose reply was not read yet.
pub(super) struct Received {
    pub(super) client: Client,
    pub(super) outgoing: Outgoing,
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
    pub(super) fn decode<R: Decode>(self) -> Result<Answer<R>, Error> {
        match self.json().and_then(R::decode) {
            Ok(reply) => {
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

    fn unreadable(self, error: &DecodeError) -> Error {
        let redactor = redactor(&self.client, &self.outgoing);
        let cause = malformed(error.to_string(), error.path(), &self.outgoing, &self.accepted.body, &redactor);
        drop(redactor);
        let error = Error::of_call(self.outgoing.metadata, cause, self.course);
        self.watch.failed(&error);
        error
    }
}

/// Says whether an answer is a success, and why not if it is none. The connection is kept if the answer is ours.
pub(super) fn receive(client: &Client, outgoing: &Outgoing, delivered: Delivered) -> Result<Accepted, Cause> {
    let redactor = redactor(client, outgoing);
    let status = delivered.response.status();
    if status != StatusCode::OK {
        let retry_after = retry_after(delivered.response.headers(), client);
        let excerpt = excerpt(masked(outgoing, delivered.response.body()).as_bytes(), &redactor);
        // An informational status is no end of an exchange: whatever follows is not ours.
        if !status.is_informational() {
            delivered.keep_connection();
        }
        return Err(Cause::Status { status: status.as_u16(), excerpt, retry_after });
    }
    let read = read(client, outgoing, delivered.response.body().clone(), &redactor);
    match &read {
        Err(Cause::Malformed { .. }) if delivered.ended_by_close => {
            let reason = "the connection closed, and what came before is no whole answer";
            return Err(Cause::Transport(TransportError::new(Sent::Maybe, Fault::Closed, reason)));
        }
        Ok(_) | Err(Cause::Refused { .. }) => drop(delivered.keep_connection()),
        Err(_) => drop(delivered),
    }
    read
}

fn read(client: &Client, outgoing: &Outgoing, body: Bytes, redactor: &Redactor<'_>) -> Result<Accepted, Cause> {
    let text = match decode::text(&body, client.shared.lossy_utf8) {
        Ok(text) => text,
        Err(reason) => return Err(malformed(reason, "", outgoing, &body, redactor)),
    };
    if text.repaired {
        observe::repaired(outgoing.metadata);
    }
    let mut envelope = Json::document(&text.text)
        .and_then(Envelope::read)
        .map_err(|error| malformed(error.to_string(), error.path(), outgoing, &body, redactor))?;
    if let (Some(sent), Some(received)) = (&outgoing.ext_info, &envelope.ext_info)
        && sent != received
    {
        return Err(Cause::Mismatched { sent: sent.clone(), received: redactor.redact(received) });
    }
    envelope.msg = redactor.redact_for_print(&envelope.msg);
    let done_before = envelope.ret != 0 && outgoing.is_done(&envelope);
    if envelope.ret != 0 && !done_before {
        let diagnosis = diagnose(outgoing.metadata, &envelope);
        return Err(Cause::Refused { envelope, diagnosis });
    }
    let repaired = text.repaired.then(|| text.text.into_owned());
    Ok(Accepted { envelope, body: repaired.map_or(body, Bytes::from), done_before })
}

fn malformed(reason: String, path: &str, outgoing: &Outgoing, body: &[u8], redactor: &Redactor<'_>) -> Cause {
    let body = masked(outgoing, body);
    Cause::Malformed {
        reason,
        path: path.to_owned(),
        excerpt: excerpt(body.as_bytes(), redactor),
        answer: redactor.redact(&body),
    }
}

/// A body without the secrets that are the server's own.
fn masked(outgoing: &Outgoing, body: &[u8]) -> String {
    mask(&String::from_utf8_lossy(body), outgoing.metadata.reply).into_owned()
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
