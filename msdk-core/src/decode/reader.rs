//! Reads an answer in one pass.
//!
//! A [`Reader`] stands at one byte of the JSON text and moves forward only. A type asks it for what it expects there, a
//! text or an object with these fields, so that a byte is looked at once, whether somebody wants it or not. At the first
//! level the reader also keeps what belongs to the envelope, since `ret` may come last.
//!
//! Two kinds of failure must not be confused. A value of the wrong type fails its field, but the text goes on: the reader
//! notes the first of these, skips the value and reads on, because a later `ret` may say that the platform refused, which
//! matters more. Text that is no JSON fails everything; the reader is [`broken`](Reader::is_broken) then, and a second,
//! slower reading finds the words for it.

mod alternative;
mod object;
mod scalars;
mod skip;
mod strings;

use std::sync::Arc;

use super::{DecodeError, Json};
use crate::wire::AnswerFormat;

pub(crate) use object::{EnvelopeField, EnvelopeFields};

/// The levels of nesting that are read. The platform's answers have three; a type may contain itself, and this bounds the
/// stack that it takes.
pub(crate) const MOST_LEVELS: u32 = 32;

/// Why a value could not be read; boxed, so that the results of values that can be read stay small.
#[derive(Debug)]
pub struct Failure(Box<DecodeError>);

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        Self(Box::new(error))
    }
}

impl From<Failure> for DecodeError {
    fn from(failure: Failure) -> Self {
        *failure.0
    }
}

/// A position in the JSON text of an answer.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    /// A copy of the text, once there are texts that share it.
    shared: Option<Arc<str>>,
    at: usize,
    levels: u32,
    /// What was found of the envelope, if this reads a whole answer.
    envelope: Option<EnvelopeFields<'a>>,
    /// The first value that is not what its field stands for.
    misfit: Option<Failure>,
    trouble: Trouble,
    has_read_answer: bool,
    /// Whether a list has made room for more items than one after the other.
    has_made_room: bool,
    /// As [`Manner`] has it.
    forgiving: bool,
}

/// Where a value starts, to go back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    at: usize,
    levels: u32,
}

/// How an answer is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Manner {
    /// Whether a value that does not fit counts as absent, where it may be absent. So it is with the answers of
    /// endpoints that write: what was asked for is done, and an odd remark beside it must not have it done again.
    pub(crate) forgiving: bool,
    /// The keys that say how it went.
    pub(crate) format: AnswerFormat,
}

/// Whether a text is one value, which stands in so many arrays and objects and is nested no deeper than is read.
pub(crate) fn is_value(text: &str, levels: u32) -> bool {
    let mut reader = Reader { levels, ..Reader::new(text) };
    reader.skip().is_ok() && reader.is_at_end()
}

/// What is wrong with the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    None,
    /// It is no JSON, or nested too deep.
    Broken,
    /// A string has a raw control character in it, which JSON forbids and the platform sends.
    ControlCharacter,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of one value.
    pub(crate) const fn new(text: &'a str) -> Self {
        Self {
            text,
            shared: None,
            at: 0,
            levels: 0,
            envelope: None,
            misfit: None,
            trouble: Trouble::None,
            has_read_answer: false,
            has_made_room: false,
            forgiving: false,
        }
    }

    /// Starts at the beginning of a whole answer, whose envelope is kept.
    pub(super) fn of_answer(text: &'a str, manner: Manner) -> Self {
        let mut reader = Self::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        reader.forgiving = manner.forgiving;
        reader.envelope = Some(EnvelopeFields::new(manner.format));
        reader.space();
        reader
    }

    /// Whether the text cannot be read, whatever the types are.
    pub(super) fn is_broken(&self) -> bool {
        self.trouble != Trouble::None
    }

    /// Whether the text could be read if its control characters were escaped.
    pub(super) fn needs_repair(&self) -> bool {
        self.trouble == Trouble::ControlCharacter
    }

    /// Ends the reading of an answer, behind which only white space may follow: returns the envelope and the first value
    /// that did not fit, or nothing if this was no answer.
    pub(super) fn end(mut self) -> Option<(EnvelopeFields<'a>, Option<Failure>)> {
        if self.is_broken() || !self.has_read_answer || !self.is_at_end() {
            return None;
        }
        Some((self.envelope.unwrap_or_default(), self.misfit))
    }

    /// Whether nothing but white space follows.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.space();
        self.at == self.text.len()
    }

    /// Reads any value and returns its text.
    pub(super) fn value(&mut self) -> Result<Json<'a>, Failure> {
        let start = self.at;
        self.skip()?;
        Ok(Json::from_checked(self.text.get(start..self.at).unwrap_or_default()))
    }

    /// Passes over `null` or an empty string, if one is here.
    pub fn blank(&mut self) -> bool {
        let length = match self.peek() {
            b'"' if self.rest().starts_with(b"\"\"") => 2,
            b'n' if self.rest().starts_with(b"null") => 4,
            _ => return false,
        };
        self.at += length;
        true
    }

    /// Passes over an array without items, if one is here.
    pub fn empty_list(&mut self) -> bool {
        let [b'[', rest @ ..] = self.rest() else { return false };
        let is_space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let space = rest.iter().take_while(is_space).count();
        let is_empty = rest.get(space) == Some(&b']');
        if is_empty {
            self.at += space + 2;
        }
        is_empty
    }

    /// Marks the value that the reader is at.
    pub(super) fn mark(&self) -> Mark {
        Mark { at: self.at, levels: self.levels }
    }

    /// Passes over a value that does not fit, if this reader forgives that.
    #[cold]
    pub(super) fn forgive(&mut self, mark: Mark, failure: Failure) -> Result<(), Failure> {
        if !self.forgiving || self.is_broken() {
            return Err(failure);
        }
        self.skip_from(mark)
    }

    /// Goes back to where a value starts and passes over it.
    fn skip_from(&mut self, Mark { at, levels }: Mark) -> Result<(), Failure> {
        (self.at, self.levels) = (at, levels);
        self.skip()
    }

    /// Makes the error for the value at `start`, which is not what was expected.
    #[cold]
    pub(super) fn unexpected(&mut self, start: usize, expected: &'static str) -> Failure {
        self.at = start;
        match self.value() {
            Ok(json) => json.unexpected(expected).into(),
            Err(broken) => broken,
        }
    }

    /// Gives the text up.
    #[cold]
    fn broken(&mut self) -> Failure {
        self.trouble = Trouble::Broken;
        DecodeError::new("JSON", "JSON with a mistake in it").into()
    }

    /// The byte at the position; 0, which no JSON has, at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        // One comparison tells that there is none, which is the rule.
        while self.peek() <= b' ' && matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Passes over the bracket that opens an array or an object, and the space behind it.
    fn enter(&mut self) -> Result<(), Failure> {
        if self.levels == MOST_LEVELS {
            return Err(self.broken());
        }
        self.levels += 1;
        self.at += 1;
        self.space();
        Ok(())
    }

    /// Passes over the bracket that closes an array or an object.
    fn leave(&mut self) {
        self.levels -= 1;
        self.at += 1;
    }

    /// Passes over the comma before the next entry, and says whether there was one; else what closes must be here.
    fn has_next(&mut self, closing: u8) -> Result<bool, Failure> {
        self.space();
        match self.peek() {
            b',' => {
                self.at += 1;
                self.space();
                Ok(true)
            }
            byte if byte == closing => {
                self.leave();
                Ok(false)
            }
            _ => Err(self.broken()),
        }
    }

    /// Passes over the colon behind a key, and the space around it.
    fn colon(&mut self) -> Result<(), Failure> {
        self.space();
        if self.peek() != b':' {
            return Err(self.broken());
        }
        self.at += 1;
        self.space();
        Ok(())
    }
}
