//! Secrets in a server's text.

mod reading;

use std::ops::Range;

use zeroize::Zeroizing;

use reading::{LONGEST, Search, begins_escape, first, fold};

/// Replaces what a server sends back and must not be printed.
///
/// A text is found as it is and as the hexadecimal digits of its bytes, in any letter case, also where that is
/// percent-encoded and escaped as JSON does it, up to three times.
#[derive(Default)]
pub(crate) struct Redactor<'a>(Vec<Needle<'a>>);

struct Needle<'a> {
    text: &'a str,
    /// What is left of it.
    shown: Shown,
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
            let digits = Zeroizing::new(base16ct::lower::encode_string(text.as_bytes()));
            let forms = [text, digits.as_str()].map(|form| Zeroizing::new(form.bytes().map(fold).collect()));
            self.0.extend(forms.map(|folded| Needle { text, shown, folded }));
        }
        self
    }

    /// Returns the first `limit` bytes of a text with every secret replaced. Without a limit, a server's text could take
    /// seconds: what may be escapes is followed every way that it can be read.
    pub(crate) fn redact(&self, text: &str, limit: usize) -> String {
        let (text, end) = self.window(text, limit);
        replaced(text, end, self.found(text, end))
    }

    /// The same for a text that is printed, where the openids of other players are shortened as well.
    pub(crate) fn redact_for_print(&self, text: &str, limit: usize) -> String {
        let (text, end) = self.window(text, limit);
        self.redact_beginning(text, end)
    }

    /// As much of a text as must be seen for its first `limit` bytes, and where those end.
    fn window<'t>(&self, text: &'t str, limit: usize) -> (&'t str, usize) {
        let end = text.floor_char_boundary(limit);
        let seen = text.floor_char_boundary(end.saturating_add(self.reach()));
        (text.get(..seen).unwrap_or(text), end)
    }

    /// The same, of the text up to `end`, where a secret may begin that is seen to end behind it.
    pub(super) fn redact_beginning(&self, text: &str, end: usize) -> String {
        let mut found = self.found(text, end);
        found.extend(openids(text));
        replaced(text, end, found)
    }

    /// The most bytes that the longest secret can take up.
    pub(super) fn reach(&self) -> usize {
        let longest = self.0.iter().map(|needle| needle.folded.len()).max().unwrap_or(0);
        longest.saturating_mul(LONGEST).max(OPENID + 1)
    }

    /// What begins before `end`.
    fn found<'s>(&'s self, text: &'s str, end: usize) -> Vec<Found<'s>> {
        let text = text.as_bytes();
        let mut found = Vec::new();
        let mut searches: Vec<_> = self.0.iter().map(|needle| (needle, Search::new(&needle.folded, text))).collect();
        for (place, byte) in text.iter().enumerate().take(end) {
            let is_first = |needle: &Needle<'_>| needle.folded.first() == Some(&fold(*byte));
            if !begins_escape(*byte) && !self.0.iter().any(is_first) {
                continue;
            }
            let first = first(text, place);
            for (needle, search) in &mut searches {
                if let Some(end) = search.end_from(place, &first) {
                    found.push(Found { range: place..end, shown: needle.shown, text: needle.text });
                }
            }
        }
        found
    }
}

/// The characters that are left of a shortened text.
const BEGINNING: usize = 4;
/// The digits of an openid.
const OPENID: usize = 32;

fn replaced(text: &str, end: usize, mut found: Vec<Found<'_>>) -> String {
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
