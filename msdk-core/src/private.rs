//! What generated code may name. No promises: the macros and this crate are released together.

pub use core::{
    fmt,
    prelude::v1::{None, Ok, Option, Result, derive},
    primitive::{i64, str, usize},
};
pub use msdk_macros::{MsdkEndpoint, MsdkObject, MsdkReply};

use crate::DecodeError;
pub use crate::{
    catalogue::{Advice, Code},
    decode::{
        Failure, Reader,
        in_place::{decode, field, field_or_default, fields, flattened, or_default, present, read_option},
        read_answer,
    },
    encode::Chunk,
    field::{
        Described, Field, Limit, Part, Shape, TypeInfo, Undescribed, bytes, chars, items, one_of_ints, one_of_texts,
        range,
    },
    metadata::{Fixed, FixedValue, Method},
};

/// A row of an endpoint's own table that leaves what to do to its advice.
pub const fn code(code: i64, advice: Advice, meaning: &'static str) -> Code {
    Code::declared(code, advice, meaning, "")
}

/// What `Debug` has in the place of a secret.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The outcome of a reply whose declaration has mistakes; such code never runs.
///
/// # Errors
///
/// Always.
pub fn stub<T>() -> Result<T, DecodeError> {
    Err(DecodeError::new("a declaration without mistakes", "mistakes"))
}
