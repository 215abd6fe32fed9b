//! What crosses crates, over real sockets where bytes matter.

mod answers;
mod gateway;
mod hygiene;
mod identity;
mod lints;
mod readme;
mod settings;
mod support;
mod wire;
