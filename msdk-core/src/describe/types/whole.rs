//! Answers that must be whole.

use crate::{
    decode::{Decode, DecodeError, Json, NOT_WHOLE},
    describe::Shape,
};

/// Refuses an answer of which a part is lost: the type of a field `is_lost` in the reply of an endpoint that gives
/// something away.
///
/// Where the field says yes, the answer is malformed, and [`Error::raw_answer`](crate::error::Error::raw_answer) keeps it. The field may
/// be absent, and whatever else it says is no yes.
///
/// ```
/// # extern crate msdk_core as msdk;
/// #[msdk::msdk_reply]
/// pub struct OpenChestReply {
///     pub items: Vec<String>,
///     pub is_lost: msdk::declare::Whole,
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Whole;

#[diagnostic::do_not_recommend]
impl Decode for Whole {
    const SHAPE: Shape = Shape::Flag;
    const OPTIONAL: bool = true;
    const FORGIVABLE: bool = false;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        match json.flag() {
            Ok(true) => Err(NOT_WHOLE),
            Ok(false) | Err(_) => Ok(Self),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self)
    }
}
