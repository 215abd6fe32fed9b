//! [`Decode`] for maps, whose keys are data.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
};

use super::{Decode, DecodeError, Failure, Reader, in_place};
use crate::{describe::Shape, encode::Key};

#[diagnostic::do_not_recommend]
impl<K: Key, V: Decode> Decode for BTreeMap<K, V> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);
    const SECRET: bool = V::SECRET;

    in_place!(reader => {
        let mut map = Self::new();
        read_entries(reader, |key, value| map.insert(key, value).is_none())?;
        Ok(map)
    });
}

#[diagnostic::do_not_recommend]
impl<K: Key + Hash, V: Decode, S: BuildHasher + Default> Decode for HashMap<K, V, S> {
    const SHAPE: Shape = Shape::Map(&V::SHAPE);
    const SECRET: bool = V::SECRET;

    in_place!(reader => {
        let mut map = Self::default();
        read_entries(reader, |key, value| map.insert(key, value).is_none())?;
        Ok(map)
    });
}

/// Reads an object; `add` says whether a key is new. Of two values of one key nothing tells which counts.
fn read_entries<K: Key, V: Decode>(reader: &mut Reader<'_>, mut add: impl FnMut(K, V) -> bool) -> Result<(), Failure> {
    reader.map(&mut |key, reader| {
        let key = K::from_text(key).ok_or_else(|| DecodeError::new("a key of the map's type", "another"))?;
        let value = V::read(reader)?;
        if add(key, value) { Ok(()) } else { Err(DecodeError::new("a key that comes once", "it twice").into()) }
    })
}
