//! Values that serde writes.

use serde_core::Serialize;

use super::Encoder;
use crate::describe::Field;

/// A value of a field with `#[msdk(serde)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written by serde",
    label = "does not implement `serde::Serialize`",
    note = "derive `serde::Serialize` for it, or turn on the `serde` feature of its crate; without the word `serde` it is \
            sent as its `msdk::declare::Encode` says"
)]
pub trait BySerde {
    /// Writes the field with this place among the described ones.
    fn encode_by_serde(&self, body: &mut Encoder<'_>, index: usize);

    /// Writes a field with a description of its own.
    fn encode_described_by_serde(&self, body: &mut Encoder<'_>, field: &'static Field);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> BySerde for T {
    fn encode_by_serde(&self, body: &mut Encoder<'_>, index: usize) {
        body.serialized_at(index, self);
    }

    fn encode_described_by_serde(&self, body: &mut Encoder<'_>, field: &'static Field) {
        body.serialized(field, self);
    }
}
