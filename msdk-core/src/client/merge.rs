//! Replies that come in parts.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
};

use crate::describe::CommaList;

/// A value that the parts of a call in chunks add to. `#[msdk_reply(merge)]` implements it for a reply, field by field.
///
/// Lists are appended, maps are joined, where the first value of a key counts, a yes or no is yes if one part says so, and an `Option` is that of the first part that has one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be merged from the answers to several chunks",
    label = "no rule says how two of them become one",
    note = "put `#[msdk(keep)]` on the field to keep the first chunk's value, or `#[msdk_reply(merge)]` on a reply"
)]
pub trait Merge {
    /// Adds the value of the next part.
    fn merge(&mut self, next: Self);
}

#[diagnostic::do_not_recommend]
impl Merge for () {
    fn merge(&mut self, (): Self) {}
}

#[diagnostic::do_not_recommend]
impl Merge for bool {
    fn merge(&mut self, next: Self) {
        *self |= next;
    }
}

#[diagnostic::do_not_recommend]
impl<T> Merge for Vec<T> {
    fn merge(&mut self, next: Self) {
        self.extend(next);
    }
}

#[diagnostic::do_not_recommend]
impl<T> Merge for CommaList<T> {
    fn merge(&mut self, next: Self) {
        self.extend(next);
    }
}

#[diagnostic::do_not_recommend]
impl<T> Merge for Option<T> {
    fn merge(&mut self, next: Self) {
        if self.is_none() {
            *self = next;
        }
    }
}

#[diagnostic::do_not_recommend]
impl<K: Ord, V> Merge for BTreeMap<K, V> {
    fn merge(&mut self, next: Self) {
        for (key, value) in next {
            self.entry(key).or_insert(value);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<K: Eq + Hash, V, S: BuildHasher> Merge for HashMap<K, V, S> {
    fn merge(&mut self, next: Self) {
        for (key, value) in next {
            self.entry(key).or_insert(value);
        }
    }
}
