//! [`Encode`] for maps, whose keys are data. They are sent in the order of their keys.

use std::collections::{BTreeMap, HashMap};

use super::{Encode, Encoder, ListValue, Measure};
use crate::{describe::Shape, encode::Key};

#[diagnostic::do_not_recommend]
impl<K: Key, V: Encode> Encode for BTreeMap<K, V> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);
    const SECRET: bool = V::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.map(self.iter());
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(self.len())
    }
}

/// Sorted by key, so that equal maps are sent as equal bytes.
#[diagnostic::do_not_recommend]
impl<K: Key, V: Encode, S> Encode for HashMap<K, V, S> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);
    const SECRET: bool = V::SECRET;

    fn encode(&self, out: &mut Encoder<'_>) {
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        out.map(entries.into_iter());
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Items(self.len())
    }
}

#[diagnostic::do_not_recommend]
impl<K, V> ListValue for BTreeMap<K, V> {}
#[diagnostic::do_not_recommend]
impl<K, V, S> ListValue for HashMap<K, V, S> {}
