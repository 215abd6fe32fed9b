//! Objects and arrays.
//!
//! Both are read by one function each, which calls back for every entry, so that a hundred replies compile them once. Keys
//! are compared with the field that is declared next first: servers mostly keep an order, and then finding a field costs
//! one comparison.

use std::borrow::Cow;

use super::{super::MOST_ENTRIES, Failure, Reader};
use crate::{
    decode::{DecodeError, Json},
    describe::Field,
    wire::AnswerFormat,
};

/// The values of the envelope, as they stand in the answer.
#[derive(Debug, Default)]
pub(crate) struct EnvelopeFields<'a> {
    /// What its keys are.
    pub(crate) format: AnswerFormat,
    pub(crate) ret: EnvelopeField<'a>,
    pub(crate) msg: EnvelopeField<'a>,
    pub(crate) ext_info: EnvelopeField<'a>,
    pub(crate) plat_code: EnvelopeField<'a>,
    pub(crate) err_type: EnvelopeField<'a>,
}

/// One value of the envelope.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) enum EnvelopeField<'a> {
    #[default]
    Absent,
    Once(Json<'a>),
    /// Nothing tells which of them counts.
    Twice,
}

impl<'a> EnvelopeField<'a> {
    fn add(&mut self, json: Json<'a>) {
        *self = match self {
            Self::Absent => Self::Once(json),
            Self::Once(_) | Self::Twice => Self::Twice,
        };
    }

    /// Returns the value, if it came once.
    pub(crate) fn once(self) -> Option<Json<'a>> {
        match self {
            Self::Once(json) => Some(json),
            Self::Absent | Self::Twice => None,
        }
    }
}

impl<'a> EnvelopeFields<'a> {
    fn find(&mut self, key: &str) -> Option<&mut EnvelopeField<'a>> {
        Some(match key {
            key if key == self.format.code => &mut self.ret,
            key if key == self.format.message => &mut self.msg,
            "msdkExtInfo" => &mut self.ext_info,
            "platCode" => &mut self.plat_code,
            "err_type" => &mut self.err_type,
            _ => return None,
        })
    }

    pub(crate) fn new(format: AnswerFormat) -> Self {
        Self { format, ..Self::default() }
    }
}

/// Reads the value of the field with an index.
type ReadField<'f, R> = dyn FnMut(usize, &mut R) -> Result<(), Failure> + 'f;

/// A key of an object.
enum Key<'a> {
    /// That of the field with this index.
    Declared(usize),
    Other(Cow<'a, str>),
}

impl<'a> Reader<'a> {
    /// Reads an object: calls `read` with the index of each declared field whose value the reader is at, and passes over
    /// the other values.
    ///
    /// # Errors
    ///
    /// If it is no object, or if a value in it cannot be read.
    pub fn object(&mut self, fields: &'static [Field], read: &mut ReadField<'_, Self>) -> Result<(), Failure> {
        let is_answer = self.levels == 0 && self.envelope.is_some();
        let mut expected = 0;
        self.entries(|reader| {
            let index = match reader.key(fields, expected)? {
                Key::Declared(index) => index,
                Key::Other(key) if is_answer => {
                    let value = reader.value()?;
                    reader.note(&key, value);
                    return Ok(());
                }
                Key::Other(_) => return reader.skip(),
            };
            expected = index + 1;
            if is_answer {
                return reader.field_of_answer(name_of(fields, index), &mut |reader| read(index, reader));
            }
            read(index, reader).map_err(|failure| in_field(failure, name_of(fields, index)))
        })?;
        self.has_read_answer |= is_answer;
        Ok(())
    }

    /// Passes over a value; of an answer, the envelope is kept.
    pub(crate) fn anything(&mut self) -> Result<(), Failure> {
        if self.peek() == b'{' { self.object(&[], &mut |_, _| Ok(())) } else { self.skip() }
    }

    /// Reads an object whose fields nobody declared: calls `read` with each key.
    pub(in super::super) fn any_object(
        &mut self,
        read: &mut impl FnMut(Cow<'a, str>, &mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.entries(|reader| {
            let key = reader.any_key()?;
            read(key, reader)
        })
    }

    /// Reads an object whose keys are data: calls `read` with each key. In errors they are counted, since they may be
    /// anything.
    pub(in super::super) fn map(
        &mut self,
        read: &mut impl FnMut(Cow<'a, str>, &mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut index = 0;
        self.entries(|reader| {
            if reader.peek() != b'"' {
                return Err(reader.broken());
            }
            let entry = reader.text().and_then(|key| {
                reader.colon()?;
                read(key, reader)
            });
            index += 1;
            entry.map_err(|failure| in_item(failure, index - 1))
        })
    }

    /// Reads an array: calls `read` at each item.
    ///
    /// # Errors
    ///
    /// If it is no array, or if an item cannot be read.
    pub fn items(&mut self, read: &mut dyn FnMut(&mut Self) -> Result<(), Failure>) -> Result<(), Failure> {
        if self.peek() != b'[' {
            return Err(self.unexpected(self.at, "an array"));
        }
        self.enter()?;
        let mut has_next = self.peek() != b']';
        if !has_next {
            self.leave();
        }
        let mut index = 0;
        while has_next {
            if index == MOST_ENTRIES {
                return Err(self.too_many("at most 100000 items"));
            }
            read(self).map_err(|failure| in_item(failure, index))?;
            index += 1;
            has_next = self.has_next(b']')?;
        }
        Ok(())
    }

    /// Estimates at the second item of an array, which began at `start`, how many follow if all are about as long as the
    /// first.
    ///
    /// Only once in an answer, and no more than an answer for 50 players has: a list that turns out to be short keeps its
    /// room, and there may be thousands of those.
    pub(in super::super) fn room_for_the_rest(&mut self, start: usize) -> usize {
        const MOST: usize = 63;
        if std::mem::replace(&mut self.has_made_room, true) {
            return 0;
        }
        // With the comma, and without the bracket.
        let length = (self.at - start).saturating_sub(1).max(1);
        let items = (self.text.len() - self.at) / length;
        (items + items / 8).min(MOST)
    }

    /// Reads the object that began at `start` once more, for the fields of a flattened part.
    ///
    /// # Errors
    ///
    /// If one of these cannot be read.
    pub fn again<T>(&mut self, start: usize, read: fn(&mut Self) -> Result<T, Failure>) -> Result<T, Failure> {
        let (end, levels, envelope) = (self.at, self.levels, self.envelope.take());
        self.at = start;
        let part = read(self);
        // The object was read before, so it ends where it ended then, whatever is wrong with a value in it.
        (self.at, self.levels, self.envelope) = (end, levels, envelope);
        part
    }

    /// Returns the position.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Reads a field of the answer itself. A value that does not fit is noted and passed over: `ret` may follow.
    fn field_of_answer(
        &mut self,
        name: &'static str,
        read: &mut dyn FnMut(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mark = self.mark();
        if self.envelope.as_mut().is_some_and(|envelope| envelope.find(name).is_some()) {
            let value = self.value()?;
            self.note(name, value);
            self.at = mark.at;
        }
        let Err(failure) = read(self) else { return Ok(()) };
        if self.is_broken() {
            return Err(failure);
        }
        self.misfit.get_or_insert_with(|| in_field(failure, name));
        self.skip_from(mark)
    }

    /// Keeps a value of the envelope.
    fn note(&mut self, key: &str, value: Json<'a>) {
        if let Some(field) = self.envelope.as_mut().and_then(|envelope| envelope.find(key)) {
            field.add(value);
        }
    }

    /// Reads an object; `read` reads a key and its value.
    fn entries(&mut self, mut read: impl FnMut(&mut Self) -> Result<(), Failure>) -> Result<(), Failure> {
        if self.peek() != b'{' {
            return Err(self.unexpected(self.at, "an object"));
        }
        self.enter()?;
        let mut has_next = self.peek() != b'}';
        if !has_next {
            self.leave();
        }
        let mut count = 0;
        while has_next {
            if count == MOST_ENTRIES {
                return Err(self.too_many("at most 100000 keys"));
            }
            read(self)?;
            count += 1;
            has_next = self.has_next(b'}')?;
        }
        Ok(())
    }

    /// Makes the error for more entries than are read. That is no odd value to be forgiven.
    #[cold]
    fn too_many(&mut self, expected: &'static str) -> Failure {
        self.forgiving = false;
        DecodeError::new(expected, "more").into()
    }

    /// Reads a key and the colon behind it. That of the field with the index `expected` is compared first.
    fn key(&mut self, fields: &'static [Field], expected: usize) -> Result<Key<'a>, Failure> {
        if let Some(Field { name, .. }) = fields.get(expected)
            && !name.is_empty()
            && let [b'"', rest @ ..] = self.rest()
            && let Some([b'"', b':', ..]) = rest.strip_prefix(name.as_bytes())
        {
            self.at += name.len() + 3;
            self.space();
            return Ok(Key::Declared(expected));
        }
        self.find_key(fields)
    }

    fn find_key(&mut self, fields: &'static [Field]) -> Result<Key<'a>, Failure> {
        let key = self.any_key()?;
        // A flattened part has no key, and an empty one is nobody's.
        let is_of = |field: &Field| field.name == key || field.aliases.contains(&&*key);
        let found = fields.iter().position(|field| !key.is_empty() && is_of(field));
        Ok(found.map_or(Key::Other(key), Key::Declared))
    }

    /// Reads a key and the colon behind it. One that is no text is nobody's, and must not make the others unreadable.
    fn any_key(&mut self) -> Result<Cow<'a, str>, Failure> {
        if self.peek() != b'"' {
            return Err(self.broken());
        }
        let key = self.string_lossy()?;
        self.colon()?;
        Ok(key)
    }
}

fn name_of(fields: &'static [Field], index: usize) -> &'static str {
    fields.get(index).map_or("", |field| field.name)
}

#[cold]
fn in_field(mut failure: Failure, name: &str) -> Failure {
    failure.0.put_in_field(name);
    failure
}

#[cold]
fn in_item(mut failure: Failure, index: usize) -> Failure {
    failure.0.put_in_item(index);
    failure
}
