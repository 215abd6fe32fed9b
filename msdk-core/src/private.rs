//! What generated code may name. No promises: the macros and this crate are released together.

pub use core::{
    fmt, panic,
    prelude::v1::{Default, None, Ok, Option, Result, Some, derive},
    primitive::{i64, str, usize},
};
pub use msdk_macros::{MsdkEndpoint, MsdkObject, MsdkReply, check_bits, check_codes};
pub use serde_core;

pub use serde_core::{Serialize, de::DeserializeOwned};

use crate::decode::DecodeError;
pub use crate::{
    decode::{
        Failure, FromSerde, Reader,
        in_place::{decode, fields, read_option},
        read_answer,
    },
    describe::{
        bit_mask::{fmt_mask, mask_limits},
        field::{
            Bit, Described, Field, Limit, OfItems, OfNumber, OfText, Part, Place, Shape, TypeInfo, Undescribed,
            are_told_apart,
        },
        metadata::{Fixed, FixedValue},
    },
    encode::{BySerde, Chunk, ListValue, NumberValue, TextValue},
    error::catalogue::{Advice, Code},
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
