//! What generated code may name. No promises: the macros and this crate are released together.

pub use core::{
    prelude::v1::{Ok, Result, derive},
    primitive::{i64, str, usize},
};
pub use msdk_macros::{MsdkEndpoint, MsdkObject, MsdkReply};

use crate::DecodeError;
pub use crate::{
    decode::read_answer,
    encode::Chunk,
    field::{
        Described, Field, Limit, Part, Shape, TypeInfo, Undescribed, bytes, chars, items, one_of_ints, one_of_texts,
        range,
    },
    metadata::{Fixed, FixedValue, Method},
};

/// The outcome of a reply whose declaration has mistakes; such code never runs.
///
/// # Errors
///
/// Always.
pub fn stub<T>() -> Result<T, DecodeError> {
    Err(DecodeError::new("a declaration without mistakes", "mistakes"))
}
