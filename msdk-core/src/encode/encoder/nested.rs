//! Objects inside of a request.

use super::{Encoder, Segment, keys_of, secrets_in};
use crate::{
    decode::MOST_LEVELS,
    describe::Field,
    encode::{Encode, Key, Object},
};

impl Encoder<'_> {
    /// Writes a JSON object.
    pub fn object<T: Object>(&mut self, value: &T) {
        if self.refuse_to_join() || !self.enter() {
            return;
        }
        let fields = std::mem::replace(&mut self.fields, T::FIELDS);
        let keys = std::mem::replace(&mut self.keys, keys_of(T::FIELDS));
        self.json.push(b'{');
        value.encode_fields(self);
        self.json.push(b'}');
        self.fields = fields;
        self.keys = keys;
        self.leave();
    }

    /// Writes a JSON object whose keys are data. In errors its entries are counted, since the keys may be anything.
    pub fn map<'m, K: Key + 'm, V: Encode + 'm>(&mut self, entries: impl Iterator<Item = (&'m K, &'m V)>) {
        if self.refuse_to_join() || !self.enter() {
            return;
        }
        self.json.push(b'{');
        self.path.push(Segment::Index(0));
        for (index, (key, value)) in entries.enumerate() {
            if index > 0 {
                self.json.push(b',');
            }
            self.json.string(&key.to_text());
            self.json.push(b':');
            self.item(index, value);
        }
        self.path.pop();
        self.json.push(b'}');
        self.leave();
    }

    /// Writes the value of an untagged variant, and checks its limits.
    pub(in super::super) fn alternative<T: Encode + ?Sized>(&mut self, field: &'static Field, value: &T) {
        self.check_limits(field, value.measure());
        let start = self.json.len();
        value.encode(self);
        if field.secret {
            self.secrets.extend(secrets_in(self.json.since(start)));
        }
    }

    /// Begins an array or an object; refuses one that stands too deep, where a value holds itself over and over.
    pub(super) fn enter(&mut self) -> bool {
        let fits = self.levels < MOST_LEVELS;
        if fits {
            self.levels += 1;
        } else {
            self.reject(format!("must have at most {MOST_LEVELS} levels of nesting"));
        }
        fits
    }

    pub(super) const fn leave(&mut self) {
        self.levels -= 1;
    }
}
