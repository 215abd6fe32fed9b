//! The memory of a client, and of calls that wait for their answers.

use std::{fmt, time::Duration};

use crate::{
    allocations,
    arm::{Arm, Caller as _, Target},
};

pub(crate) struct Held {
    idle: usize,
    calls: usize,
    in_flight: usize,
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.idle, self.calls / self.in_flight)
    }
}

/// Makes calls that a server never answers, and looks at the memory once nothing happens any more.
pub(crate) async fn held<A: Arm>(target: &Target) -> Held {
    let before = allocations::live();
    let arm = A::new(target);
    let idle = allocations::live() - before;
    for _ in 0..target.in_flight {
        let mut caller = arm.caller().await;
        tokio::spawn(async move { caller.call().await });
    }
    let after = at_rest().await;
    Held { idle, calls: after - before - idle, in_flight: target.in_flight }
}

/// Waits until the memory has been the same for two seconds: a connection that the server's queue had no room for is
/// tried again after one.
async fn at_rest() -> usize {
    let (mut last, mut same) = (0, 0);
    while same < 20 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let live = allocations::live();
        same = if live == last { same + 1 } else { 0 };
        last = live;
    }
    last
}
