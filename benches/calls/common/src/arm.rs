//! One way to make the call.

use std::time::Duration;

/// What an arm is to call.
#[derive(Debug, Clone)]
pub struct Target {
    /// Host and port.
    pub address: String,
    /// The friends that the server answers with.
    pub friends: usize,
    /// How many calls are in flight at most.
    pub in_flight: usize,
    /// The time limit of a call.
    pub timeout: Duration,
}

/// A client, shared by all calls.
pub trait Arm: Send + Sync + Sized + 'static {
    type Caller: Caller;

    fn new(target: &Target) -> Self;

    /// Returns what makes one call after the other.
    fn caller(&self) -> impl Future<Output = Self::Caller> + Send;
}

/// Makes one call after the other, and panics if one fails.
pub trait Caller: Send + 'static {
    fn call(&mut self) -> impl Future<Output = ()> + Send;
}
