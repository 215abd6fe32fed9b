//! Lists that are one string on the wire, with a separator between their items.
//!
//! While such a list is written, texts go into that one string instead of strings of their own.

use super::{Encoder, Segment};
use crate::encode::Encode;

/// The list being joined.
#[derive(Clone, Copy)]
pub(super) struct Joining {
    separator: &'static str,
    /// Whether an item is empty or has the separator in it, so that nobody could tell the items apart.
    is_ambiguous: bool,
}

impl Joining {
    pub(super) const fn with(separator: &'static str) -> Self {
        Self { separator, is_ambiguous: false }
    }
}

impl Encoder<'_> {
    /// Writes texts as one string, with commas between them.
    pub(crate) fn comma_separated<'t>(&mut self, items: impl Iterator<Item = &'t str>) {
        self.json.push(b'"');
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.json.push(b',');
            }
            self.json.string_part(item);
        }
        self.json.push(b'"');
    }

    pub(super) fn join<T: Encode>(&mut self, items: &[T]) {
        let Some(Joining { separator, .. }) = self.joining else { return };
        if matches!(self.path.last(), Some(Segment::Index(_))) {
            self.refuse_to_join();
            return;
        }
        self.json.push(b'"');
        self.path.push(Segment::Index(0));
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.json.string_part(separator);
            }
            self.item(index, item);
        }
        self.path.pop();
        self.json.push(b'"');
    }

    /// Writes an item of a joined list; says whether there is such a list.
    #[inline]
    pub(super) fn join_text(&mut self, text: &str) -> bool {
        self.joining.is_some() && self.join_item(text)
    }

    fn join_item(&mut self, text: &str) -> bool {
        let Some(joining) = &mut self.joining else { return false };
        joining.is_ambiguous |= text.is_empty() || text.contains(joining.separator);
        self.json.string_part(text);
        true
    }

    /// Refuses a list or an object inside of a joined list; says whether this is such a place.
    pub(super) fn refuse_to_join(&mut self) -> bool {
        if self.joining.is_some() {
            self.reject("is joined with others, so it must be a text or a number");
        }
        self.joining.is_some()
    }

    /// Ends a joined list, which was written from `start` on.
    pub(super) fn end_joining(&mut self, start: usize) {
        let Some(Joining { separator, is_ambiguous }) = self.joining.take() else { return };
        if is_ambiguous {
            self.reject(format!("is joined with `{separator}`, so no item may be empty or have one"));
        } else if self.json.get(start) != Some(b'"') {
            self.reject("is joined, so it must be a list");
        }
    }
}
