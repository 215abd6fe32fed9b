//! Secrets in a server's text.
//!
//! A server may repeat a secret as it is, or as something else wrote it: percent-encoded in a URL, escaped in JSON, or
//! both in turn. What stands there as it is, is replaced, and the rest of the text is kept. A secret that shows only
//! after decoding is not mapped back to where it came from: an escape can be read in several ways, and to follow all of
//! them took a hostile text half a second. The whole text is withheld instead, which is rare and costs little.
//!
//! With the secret `to/ken`, `no such token: to/ken` becomes `no such token: [redacted]`, and `?token=to%2Fken` is
//! withheld.

mod forms;
mod index;
mod reading;

use std::ops::Range;

use zeroize::Zeroizing;

use forms::{core, fold, forms};
use index::Index;
use reading::{LONGEST, Reading};

use crate::error::cut::boundary;

/// Replaces what a server sends back and must not be printed.
///
/// A text is found as it is, as the hexadecimal digits of its bytes and in base64, in any letter case; and under up to
/// three layers of percent-encoding and JSON escapes.
#[derive(Default)]
pub(crate) struct Redactor<'a>(Vec<Needle<'a>>);

struct Needle<'a> {
    text: &'a str,
    /// What is left of it.
    shown: Shown,
    /// One of its forms, folded.
    folded: Zeroizing<Vec<u8>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Nothing,
    Beginning,
}

/// What is replaced by less.
struct Found<'a> {
    range: Range<usize>,
    shown: Shown,
    text: &'a str,
}

/// What stands for a text that shows a secret once it is decoded.
const WITHHELD: &str = "[withheld: repeats a credential, encoded]";

impl<'a> Redactor<'a> {
    /// Takes the secrets of a call. One of a few characters is left alone: it would tear up ordinary words, and it is
    /// no secret of the platform's.
    pub(crate) fn new(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        Self::default().with(secrets, Shown::Nothing)
    }

    /// Takes texts that are to be shortened as `OpenId`'s `Debug` does.
    pub(crate) fn shortening(self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.with(texts.into_iter().filter(|text| text.chars().nth(BEGINNING).is_some()), Shown::Beginning)
    }

    fn with(mut self, texts: impl IntoIterator<Item = &'a str>, shown: Shown) -> Self {
        for text in texts.into_iter().filter(|text| text.len() >= 4) {
            self.0.extend(forms(text).into_iter().map(|folded| Needle { text, shown, folded }));
        }
        self
    }

    /// Returns the first `limit` bytes of a text with every secret replaced, in a time that grows with `limit` and not
    /// with the text.
    pub(crate) fn redact(&self, text: &str, limit: usize) -> String {
        let (text, end) = self.window(text, limit);
        self.replaced(text, end, self.found(text, end))
    }

    /// The same for a text that is printed, where the openids of other players are shortened as well.
    pub(crate) fn redact_for_print(&self, text: &str, limit: usize) -> String {
        let (text, end) = self.window(text, limit);
        self.redact_beginning(text, end)
    }

    /// As much of a text as must be seen for its first `limit` bytes, and where those end.
    fn window<'t>(&self, text: &'t str, limit: usize) -> (&'t str, usize) {
        let end = boundary(text, limit);
        let seen = boundary(text, end.saturating_add(self.reach()));
        (text.get(..seen).unwrap_or(text), end)
    }

    /// The same, of the text up to `end`, where a secret may begin that is seen to end behind it.
    pub(super) fn redact_beginning(&self, text: &str, end: usize) -> String {
        let mut found = self.found(text, end);
        found.extend(openids(text));
        self.replaced(text, end, found)
    }

    /// The most bytes that the longest secret can take up, within reason: this bounds the work.
    pub(crate) fn reach(&self) -> usize {
        const FAR: usize = 64 * 1024;
        let longest = self.0.iter().map(|needle| needle.text.len()).max().unwrap_or(0);
        longest.saturating_mul(LONGEST).clamp(OPENID + 1, FAR)
    }

    /// What begins before `end` and stands there as it is.
    fn found(&self, text: &str, end: usize) -> Vec<Found<'_>> {
        let folded = fold(text.as_bytes());
        let index = Index::new(self.0.iter().map(|needle| needle.folded.as_slice()));
        let hits = (0..end).flat_map(|place| index.at(&folded, place).map(move |(needle, end)| (needle, place..end)));
        let found = |(needle, range): (usize, _)| {
            let Needle { text, shown, .. } = self.0.get(needle)?;
            Some(Found { range, shown: *shown, text })
        };
        hits.filter_map(found).collect()
    }

    /// Whether a secret that begins before `end` shows once the text is decoded, and does not stand there as it is.
    fn is_encoded(&self, text: &str, end: usize) -> bool {
        if !text.contains(['%', '\\']) {
            return false;
        }
        let index = Index::new(self.0.iter().flat_map(|needle| [needle.folded.as_slice(), core(&needle.folded)]));
        let shows = |reading: &Reading| {
            let folded = fold(reading.bytes());
            let mut hits = (0..folded.len()).flat_map(|place| index.at(&folded, place).map(move |(_, end)| place..end));
            hits.any(|hit| reading.source(&hit).is_some_and(|source| source.start < end && source.len() != hit.len()))
        };
        Reading::of(text).any_deeper(&shows)
    }

    fn replaced(&self, text: &str, end: usize, mut found: Vec<Found<'_>>) -> String {
        if self.is_encoded(text, end) {
            return WITHHELD.to_owned();
        }
        found.sort_by_key(|found| (found.range.start, found.shown));
        let mut redacted = String::new();
        let mut copied = 0;
        for Found { range, shown, text: secret } in found {
            if range.start >= end {
                break;
            }
            if range.start < copied {
                copied = copied.max(range.end);
                continue;
            }
            redacted.push_str(text.get(copied..range.start).unwrap_or_default());
            match shown {
                Shown::Nothing => redacted.push_str("[redacted]"),
                Shown::Beginning => {
                    redacted.extend(secret.chars().take(BEGINNING));
                    redacted.push('…');
                }
            }
            copied = range.end;
        }
        redacted.push_str(text.get(copied..end).unwrap_or_default());
        redacted
    }
}

/// The characters that are left of a shortened text.
const BEGINNING: usize = 4;
/// The digits of an openid.
const OPENID: usize = 32;

/// Whatever looks like an openid: 32 hexadecimal digits on their own, or behind an escape that ends in digits.
fn openids(text: &str) -> impl Iterator<Item = Found<'_>> {
    let mut place = 0;
    text.split(|character: char| !character.is_ascii_hexdigit()).filter_map(move |digits| {
        let start = place;
        place = start + digits.len() + text.get(start + digits.len()..)?.chars().next().map_or(0, char::len_utf8);
        let escape = digits.len().checked_sub(OPENID)?;
        let may_escape = text.get(..start)?.ends_with(['%', 'u']) && matches!(escape, 2 | 4 | 6);
        let range = start + escape..start + digits.len();
        (escape == 0 || may_escape).then(|| Found {
            shown: Shown::Beginning,
            text: text.get(range.clone()).unwrap_or_default(),
            range,
        })
    })
}

#[cfg(test)]
mod tests;
