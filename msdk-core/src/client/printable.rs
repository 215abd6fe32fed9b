//! What of an answer may be shown. It is made when a call has failed for good, or when its caller wants more of a success
//! than the reply.

use super::{Client, Outgoing};
use crate::error::{Cause, Envelope, Redactor, Unread, excerpt, mask};

/// The bytes of an answer that are kept as a record.
const RECORDED: usize = 64 * 1024;
/// The bytes of `msg` that are kept; the texts of backends that it passes on are far shorter.
const MESSAGE: usize = 4 * 1024;
/// The bytes of a host's name that are kept. They are cut when the secrets are out: half of one is not known as one.
const HOST: usize = 100;

/// Makes a cause fit to be shown.
pub(super) fn without_secrets(client: &Client, outgoing: &Outgoing, mut cause: Cause) -> Cause {
    let redactor = redactor(client, outgoing);
    match &mut cause {
        // What a server says in a header gets into both.
        Cause::Status { location: Some(text), .. } => *text = redactor.redact_for_print(text, HOST),
        Cause::Transport(error) => error.map_reason(|text| redactor.redact_for_print(text, MESSAGE)),
        Cause::Mismatched { received: Some(text), .. } => *text = redactor.redact(text, MESSAGE),
        Cause::Refused { envelope, .. } => redact_envelope(&redactor, outgoing, envelope),
        _ => {}
    }
    if let Some(body) = cause.unread_mut() {
        show(body, outgoing, &redactor);
    }
    cause
}

/// Makes the envelope of a success fit to be shown.
pub(super) fn printable(client: &Client, outgoing: &Outgoing, mut envelope: Envelope) -> Envelope {
    redact_envelope(&redactor(client, outgoing), outgoing, &mut envelope);
    envelope
}

/// Makes what was sent or answered fit to be shown, up to a length.
pub(super) fn redacted(client: &Client, outgoing: &Outgoing, text: &str) -> String {
    redactor(client, outgoing).redact(&mask(text, outgoing.metadata.reply), RECORDED)
}

fn redact_envelope(redactor: &Redactor<'_>, outgoing: &Outgoing, envelope: &mut Envelope) {
    envelope.msg = redactor.redact_for_print(&envelope.msg, MESSAGE);
    // One of the caller's own was compared with what was sent, and is the caller's to choose.
    if let Some(ext_info) = envelope.ext_info.as_mut().filter(|_| outgoing.ext_info().is_none()) {
        *ext_info = redactor.redact(ext_info, MESSAGE);
    }
}

/// Makes what is shown and kept of an answer that was not read. Of a long one only the beginning is looked at, which
/// bounds the time that it takes, whatever a server sends.
fn show(body: &mut Unread, outgoing: &Outgoing, redactor: &Redactor<'_>) {
    let raw = std::mem::take(&mut body.raw);
    let (seen, unseen) = raw.split_at(raw.len().min(RECORDED + redactor.reach()));
    let text = String::from_utf8_lossy(seen);
    let text = mask(&text, outgoing.metadata.reply);
    // A secret that goes on where nobody looks is not found, so the end of what is looked at is not shown.
    let unsure = if unseen.is_empty() { 0 } else { redactor.reach() };
    let end = text.len().saturating_sub(unsure);
    body.excerpt = excerpt(&text, end, redactor);
    body.whole = (!outgoing.metadata.idempotent).then(|| redactor.redact(&text, RECORDED.min(end)));
}

fn redactor<'a>(client: &'a Client, outgoing: &'a Outgoing) -> Redactor<'a> {
    let of_client = client.shared.accounts.iter().flat_map(|app| app.secrets());
    Redactor::new(of_client.chain(outgoing.secrets())).shortening([outgoing.openid()])
}
