//! What crosses crates, over real sockets where bytes matter.

mod accounts;
mod answers;
mod chunks;
mod corpora;
mod debug;
mod error_codes;
mod gateway;
mod guide;
mod hygiene;
mod identity;
mod language;
mod lints;
mod names;
mod observing;
mod properties;
mod protocols;
mod readme;
mod redaction;
mod retries;
mod secrets;
mod settings;
mod shapes;
mod support;
mod values;
mod wire;
