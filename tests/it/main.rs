//! What crosses crates, over real sockets where bytes matter.

mod accounts;
mod advice;
mod answers;
#[cfg(feature = "blocking")]
mod blocking;
mod chinese;
mod chunks;
mod corpora;
mod debug;
mod endpoints_zh;
mod error_codes;
mod expectations;
mod game_server;
mod gateway;
mod guide;
mod hygiene;
mod identity;
mod language;
mod lints;
mod matching;
mod names;
mod observing;
mod places;
mod properties;
mod protocols;
mod readme;
mod redaction;
mod retries;
mod secrets;
mod settings;
mod shapes;
mod support;
#[cfg(feature = "serde")]
mod travel;
mod values;
mod wire;
