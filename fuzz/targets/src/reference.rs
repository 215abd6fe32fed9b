//! What is right, worked out in the plainest way.

pub mod json;
pub mod percent;
