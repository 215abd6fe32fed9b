//! What is declared, as data: endpoints, their fields and limits, and the values that carry a meaning of the platform.

pub(crate) mod bit_mask;
mod endpoint;
pub(crate) mod field;
pub(crate) mod metadata;
mod names;
mod registry;
pub(crate) mod types;
mod wire_enum;

pub use endpoint::{ChunkedEndpoint, Endpoint};
pub use field::{Bit, Field, Limits, Part, Place, Shape};
pub use metadata::{Fixed, FixedValue, Identity, Metadata, Method};
pub use names::UnknownName;
pub use registry::Chapter;
pub use types::{CommaList, OpenId, PictureUrl, Secret, SharedText, UnixTime, Whole};
