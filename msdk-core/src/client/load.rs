//! How much a client lets out at once, and whether anything at all.

mod breaker;
mod gate;
mod interface;
mod pace;
mod player;

pub use breaker::CircuitBreaker;
pub(crate) use breaker::{Breaker, Outcome, Stopped, Transition};
pub(crate) use gate::{Gate, Permit};
pub(crate) use interface::{Interface, Interfaces};
pub(crate) use pace::Pace;
pub(crate) use player::{PlayerId, PlayerIds};
