//! Numbers that are strings on the wire.

use zeroize::Zeroizing;

use super::Encoder;
use crate::describe::{Field, FixedValue, Shape};

const RULE: &str = "is sent in quotes, so it must be a number";

impl Encoder<'_> {
    /// Writes the constant of a field whose value is absent.
    pub(super) fn default(&mut self, field: &'static Field, value: FixedValue) {
        let entry = self.key(field.name);
        match (field.shape, value) {
            (Shape::Quoted(_), FixedValue::Int(int)) => self.plain_text(int),
            (_, value) => self.constant_value(value),
        }
        self.settle(field, entry);
    }

    /// Puts quotes around the number that was written from `start` on.
    pub(super) fn quote_number(&mut self, start: usize) {
        if is_number(self.json.since(start)) {
            self.json.quote_since(start);
        } else {
            self.reject(RULE);
        }
    }

    /// Puts quotes around each item of the array that was written from `start` on.
    pub(super) fn quote_numbers(&mut self, start: usize) {
        let list = Zeroizing::new(self.json.since(start).to_owned());
        let items = list.strip_prefix('[').and_then(|list| list.strip_suffix(']')).unwrap_or(&list);
        // Numbers have no commas in them.
        let items = || items.split(',').filter(|item| !item.is_empty());
        if items().all(is_number) {
            self.json.truncate(start);
            self.json.push(b'[');
            for (index, item) in items().enumerate() {
                if index > 0 {
                    self.json.push(b',');
                }
                self.json.string(item);
            }
            self.json.push(b']');
        } else {
            self.reject(RULE);
        }
    }
}

fn is_number(json: &str) -> bool {
    json.strip_prefix('-').unwrap_or(json).starts_with(|c: char| c.is_ascii_digit())
}
