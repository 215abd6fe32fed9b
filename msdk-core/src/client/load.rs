//! Limits of the load that a client makes: permits, the pace of each player, circuit breakers.

mod breaker;
mod endpoint;
mod gate;
mod pace;
mod player;

pub use breaker::CircuitBreaker;
pub(crate) use breaker::{Breaker, Outcome, Stopped, Transition};
pub(crate) use endpoint::{EndpointLoad, EndpointLoads};
pub(crate) use gate::{Gate, Permit};
pub(crate) use pace::Pace;
pub(crate) use player::{PlayerId, PlayerIds};
