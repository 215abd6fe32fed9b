//! What fuzzing runs, one target a module, so that ordinary tests can replay what it found.
//!
//! Each target takes any bytes and panics where the code under test is wrong. What is right is told by [`mod@reference`],
//! which shares no code with what it judges.

pub mod answer;
mod canned;
pub mod gateway_request;
pub mod public_parsers;
pub mod redact;
pub mod reference;

/// The time that every clock stands at.
const NOW: i64 = 1_381_288_134;
