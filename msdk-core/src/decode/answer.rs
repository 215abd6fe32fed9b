//! Reads a whole answer in one pass: the envelope and the typed reply.

use super::{DecodeError, EnvelopeFields, Failure, Manner, Reader, json::no_document};
use crate::wire::AnswerFormat;

/// What an answer holds.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub(crate) envelope: EnvelopeFields<'a>,
    /// Whether the reply was read, or why not: there is none in most refusals.
    pub(crate) reply: Result<(), Failure>,
}

/// Why a text is no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// It has raw control characters in it, without which it might be one.
    NeedsRepair,
    Malformed(DecodeError),
}

/// Reads a reply, and puts it where its type is known.
pub(crate) type ReadReply<'r> = dyn FnMut(&mut Reader<'_>) -> Result<(), Failure> + 'r;

/// Reads the text of an answer; in the manner of its gateway.
pub(crate) fn read_parts<'a>(text: &'a str, read: &mut ReadReply<'_>, manner: Manner) -> Result<Parts<'a>, NoAnswer> {
    let mut reader = Reader::of_answer(text, manner);
    let reply = read(&mut reader);
    let (envelope, misfit) = finish(text, reader, manner.format)?;
    Ok(Parts { envelope, reply: misfit.map_or(reply, Err) })
}

/// Ends a reading. A reply whose type is written by hand reads the answer in its own way, and one that is no object at
/// all cannot be read: the envelope takes a reading of its own then.
fn finish<'a>(
    text: &'a str,
    reader: Reader<'a>,
    format: AnswerFormat,
) -> Result<(EnvelopeFields<'a>, Option<Failure>), NoAnswer> {
    let refuse = |reader: &Reader<'_>| {
        let needs_repair = reader.needs_repair();
        Err(if needs_repair { NoAnswer::NeedsRepair } else { NoAnswer::Malformed(no_document(text)) })
    };
    if reader.is_broken() {
        return refuse(&reader);
    }
    if let Some(read) = reader.end() {
        return Ok(read);
    }
    let mut reader = Reader::of_answer(text, Manner { format, ..Manner::default() });
    let envelope = reader.object(&[], &mut |_, _| Ok(()));
    if reader.is_broken() || (envelope.is_ok() && !reader.is_at_end()) {
        return refuse(&reader);
    }
    envelope.map_err(|failure| NoAnswer::Malformed(failure.into()))?;
    reader.end().ok_or_else(|| NoAnswer::Malformed(no_document(text)))
}
