//! x
pub use msdk_core::*;
