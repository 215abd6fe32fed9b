//! Lists in one string.

use crate::{
    decode::{Decode, in_place},
    describe::Shape,
    encode::{Encode, Encoder, ListValue, Measure},
};

/// A list that is one string on the wire, with commas between its items: `"a,b"`.
///
/// An empty string is the empty list. An item that is empty or has a comma is refused
/// before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommaList<T>(Vec<T>);

impl<T> CommaList<T> {
    /// Returns the items.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// Iterates over the items.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Returns how many items there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no item.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the items, consuming the list.
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T> Default for CommaList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for CommaList<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T, const N: usize> From<[T; N]> for CommaList<T> {
    fn from(items: [T; N]) -> Self {
        Self(items.into())
    }
}

impl<T> FromIterator<T> for CommaList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T> Extend<T> for CommaList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<T> IntoIterator for CommaList<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a CommaList<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> AsRef<[T]> for CommaList<T> {
    fn as_ref(&self) -> &[T] {
        &self.0
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Encode for CommaList<T> {
    const SHAPE: Shape = Shape::JoinedText(",");

    fn encode(&self, out: &mut Encoder<'_>) {
        let items = || self.0.iter().map(AsRef::as_ref);
        if items().any(|item| item.is_empty() || item.contains(',')) {
            out.reject("is joined with commas, so no item may be empty or have one");
        }
        out.comma_separated(items());
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(self.0.len())
    }
}

#[diagnostic::do_not_recommend]
impl<T> ListValue for CommaList<T> {}

#[diagnostic::do_not_recommend]
impl<T: From<String>> Decode for CommaList<T> {
    const SHAPE: Shape = Shape::JoinedText(",");
    in_place!(reader => {
        let text = reader.text()?;
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        Ok(items.map(|item| T::from(item.to_owned())).collect())
    });
}
