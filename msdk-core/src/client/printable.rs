//! What of a failure may be shown. It is made when a call has failed for good, and never for a success.

use super::{Client, Outgoing};
use crate::{
    Secret,
    error::{Cause, Redactor, excerpt, mask},
};

/// The bytes of an answer that are kept as a record.
const RECORDED: usize = 64 * 1024;
/// The bytes of `msg` that are kept; the texts of backends that it passes on are far shorter.
pub(super) const MESSAGE: usize = 4 * 1024;

/// Makes a cause fit to be shown.
pub(super) fn without_secrets(client: &Client, outgoing: &Outgoing, mut cause: Cause) -> Cause {
    let redactor = redactor(client, outgoing);
    match &mut cause {
        // What a server says in a header gets into both.
        Cause::Status { location: Some(text), .. } => *text = redactor.redact_for_print(text, MESSAGE),
        Cause::Transport(error) => error.map_reason(|text| redactor.redact_for_print(text, MESSAGE)),
        Cause::Mismatched { received: Some(text), .. } => *text = redactor.redact(text, MESSAGE),
        Cause::Refused { envelope, .. } => envelope.msg = redactor.redact_for_print(&envelope.msg, MESSAGE),
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

pub(super) fn redactor<'a>(client: &'a Client, outgoing: &'a Outgoing) -> Redactor<'a> {
    let of_client = client.shared.signer.secrets().into_iter().chain(&client.shared.app_key).map(Secret::expose);
    Redactor::new(of_client.chain(outgoing.secrets())).shortening([outgoing.openid()])
}
