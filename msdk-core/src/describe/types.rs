//! Values that carry a meaning of the platform.

mod comma_list;
mod open_id;
mod picture_url;
mod secret;
mod serialized;
mod shared_text;
mod unix_time;
mod whole;

pub use comma_list::CommaList;
pub(crate) use open_id::GUEST_PREFIX;
pub use open_id::OpenId;
pub use picture_url::PictureUrl;
pub use secret::Secret;
pub(crate) use secret::wipe;
pub use shared_text::SharedText;
pub use unix_time::UnixTime;
pub use whole::Whole;
