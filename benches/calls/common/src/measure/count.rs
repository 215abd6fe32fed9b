//! The allocations of calls that are made one after the other.

use crate::{
    allocations,
    arm::{Arm, Caller as _, Target},
};

/// Makes the calls and returns their allocations, without those of the client. Another program counts instructions.
pub(crate) async fn count<A: Arm>(target: &Target, calls: u32) -> usize {
    let arm = A::new(target);
    let mut caller = arm.caller().await;
    let before = allocations::count();
    for _ in 0..calls {
        caller.call().await;
    }
    allocations::count() - before
}
