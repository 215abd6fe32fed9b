//! How much a client lets out at once, and whether anything at all.

mod breaker;
mod gate;
mod pace;

pub use breaker::CircuitBreaker;
pub(crate) use breaker::{Breaker, Stopped, Turn};
pub(crate) use gate::{Gate, Permit};
pub(crate) use pace::Pace;
