//! Decides whether an answer is a success, and if not, what is wrong with it.

use std::{borrow::Cow, time::Duration};

use bytes::Bytes;
use http::{
    HeaderMap, Uri,
    header::{LOCATION, RETRY_AFTER},
};

use super::{Client, printable::printable, run::Run};
use crate::{
    client::observe,
    decode::{self, DecodeError, Manner, NoAnswer, Parts, ReadReply, read_parts},
    error::{Cause, Envelope, catalogue::diagnose},
    wire::{Delivered, protocol::read_body},
};

/// What of an answer is handed on beside the reply.
pub(super) struct Accepted {
    /// The envelope, if the caller wants it.
    pub(super) envelope: Option<Envelope>,
    /// Whether the answer says that there was nothing left to do, after an attempt that may have done it.
    pub(super) done_before: bool,
}

/// What an answer says by a status that none of the platform's answers has.
pub(super) fn of_status(client: &Client, delivered: Delivered) -> Cause {
    let status = delivered.response.status();
    let retry_after = retry_after(delivered.response.headers(), client);
    let location = host_of_location(delivered.response.headers());
    // Its connection is closed: what sends such a status need not have read the request.
    let body = delivered.response.into_body().into();
    Cause::Status { status: status.as_u16(), retry_after, location, body }
}

/// Says whether an answer is a success, and why not if it is none. The connection is kept if the answer is ours.
pub(super) fn judge(run: &Run, mut delivered: Delivered, read: &mut ReadReply<'_>) -> Result<Accepted, Cause> {
    let mut judged = judge_received(run, &delivered, read);
    match &mut judged {
        // The connection of what is no answer is closed.
        Err(Cause::Malformed { cut, .. }) if *cut => *cut = may_be_cut(&delivered),
        Err(Cause::Mismatched { .. }) => {}
        _ => delivered.release(),
    }
    judged
}

/// Whether an answer that cannot be read may be the beginning of one that could.
fn may_be_cut(delivered: &Delivered) -> bool {
    delivered.ended_by_close && matches!(delivered.response.body().trim_ascii_start().first(), None | Some(b'{'))
}

fn judge_received(run: &Run, delivered: &Delivered, read: &mut ReadReply<'_>) -> Result<Accepted, Cause> {
    let received = delivered.response.body();
    let body = read_body(run.outgoing.codecs(), delivered.response.headers(), received)
        .map_err(|error| malformed(error.to_string(), "", received))?;
    judge_body(run, &body, read)
}

fn judge_body(run: &Run, body: &Bytes, read: &mut ReadReply<'_>) -> Result<Accepted, Cause> {
    let lossy = run.client.shared.lossy_utf8;
    if !lossy {
        let text = match decode::utf8(body) {
            Ok(text) => text,
            Err(reason) => return Err(refusal_of_any_bytes(run, body).unwrap_or_else(|| malformed(reason, "", body))),
        };
        match read_asked(run, text, read) {
            Err(NoAnswer::NeedsRepair) => {}
            parts => return judge_parts(run, body, parts),
        }
    }
    let text = decode::text(body, lossy).map_err(|reason| malformed(reason, "", body))?;
    if text.repaired {
        observe::repaired(run.outgoing.metadata);
    }
    judge_parts(run, body, read_asked(run, &text.text, read))
}

/// Reads an answer. Of the answer to a chunk, rows about players that it did not ask about are left out: once merged with
/// other answers, they would pass for an answer to the caller's question.
fn read_asked<'a>(run: &Run, text: &'a str, read: &mut ReadReply<'_>) -> Result<Parts<'a>, NoAnswer> {
    let manner = manner(run);
    if let Some(asked) = run.outgoing.asked_about() {
        let is_asked = |openid: &str| asked.iter().any(|asked| asked.eq_ignore_ascii_case(openid));
        if let Some((rest, others)) = decode::without_others(text, &is_asked) {
            observe::left_out(run.outgoing.metadata, others);
            let parts = read_parts(text, &mut |reader| reader.anything(), manner)?;
            return Ok(Parts { reply: read_parts(&rest, read, manner)?.reply, ..parts });
        }
    }
    read_parts(text, read, manner)
}

fn manner(run: &Run) -> Manner {
    // Nothing that is odd beside a success may have a write made again.
    Manner { forgiving: !run.outgoing.metadata.idempotent, format: run.outgoing.app().protocol.answer_format() }
}

/// What the platform refused with, in an answer that is no UTF-8: its codes must not be lost to a text in GBK. Nothing
/// else of such an answer is believed.
fn refusal_of_any_bytes(run: &Run, body: &Bytes) -> Option<Cause> {
    let guesses = decode::guesses(body);
    let manner = Manner { forgiving: false, ..manner(run) };
    let mut parts = guesses.iter().map(|text| read_parts(text, &mut |reader| reader.anything(), manner));
    let judged = parts.find(Result::is_ok).map(|parts| judge_parts(run, body, parts))?;
    judged.err().filter(|cause| matches!(cause, Cause::Refused { .. } | Cause::Mismatched { .. }))
}

fn judge_parts(run: &Run, body: &Bytes, parts: Result<Parts<'_>, NoAnswer>) -> Result<Accepted, Cause> {
    let of_error = |error: &DecodeError| malformed(error.to_string(), error.path(), body);
    let Parts { envelope: fields, reply } = match parts {
        Ok(parts) => parts,
        Err(NoAnswer::Malformed(error)) => return Err(of_error(&error)),
        Err(NoAnswer::NeedsRepair) => return Err(malformed("a raw control character".to_owned(), "", body)),
    };
    let ret = fields.ret().map_err(|error| of_error(&error))?;
    let is_success = ret == fields.format.success;
    if let Some(sent) = run.ext_info() {
        let repeated = fields.ext_info();
        let setting = run.client.shared.ext_info;
        if run.endpoint.echoes.is_foreign(setting, sent, repeated.as_deref(), is_success) {
            let (sent, received) = (sent.to_owned(), repeated.map(Cow::into_owned));
            return Err(Cause::Mismatched { sent, received, body: body.clone().into() });
        }
    }
    if is_success {
        reply.map_err(|failure| unreadable(&failure.into(), body))?;
        let envelope = run.wants_envelope.then(|| printable(&run.client, &run.outgoing, Envelope::of(ret, &fields)));
        return Ok(Accepted { envelope, done_before: false });
    }
    let envelope = Envelope::of(ret, &fields);
    if run.outgoing.is_done(&envelope) {
        reply.map_err(|failure| unreadable(&failure.into(), body))?;
        return Ok(Accepted { envelope: Some(printable(&run.client, &run.outgoing, envelope)), done_before: true });
    }
    let diagnosis = diagnose(run.outgoing.metadata, &envelope);
    Err(Cause::Refused { envelope, diagnosis })
}

/// An answer that is none, and may be the beginning of one.
fn malformed(reason: String, path: &str, body: &Bytes) -> Cause {
    Cause::Malformed { reason, path: path.to_owned(), body: body.clone().into(), cut: true }
}

/// A whole answer whose reply cannot be read.
fn unreadable(error: &DecodeError, body: &Bytes) -> Cause {
    Cause::Malformed { reason: error.to_string(), path: error.path().to_owned(), body: body.clone().into(), cut: false }
}

/// Where a redirect points, without a path or a query.
fn host_of_location(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(LOCATION)?.to_str().ok()?.parse::<Uri>().ok()?;
    Some(location.authority()?.host().to_owned())
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
