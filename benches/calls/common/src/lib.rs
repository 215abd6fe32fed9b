//! What all arms share: the call that they make, how a call is repeated, and what is measured meanwhile.

pub mod allocations;
pub mod answers;
pub mod arm;
pub mod command;
pub mod hand;
mod measure;
