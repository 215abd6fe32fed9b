//! The command line of a program with arms.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use crate::{
    arm::{Arm, Target},
    measure,
};

/// What to measure of an arm.
#[derive(Debug, Clone)]
pub struct Command {
    target: Target,
    mode: Mode,
}

#[derive(Debug, Clone, Copy)]
enum Mode {
    /// Calls one after the other; prints the allocations of all of them.
    Count { calls: u32 },
    /// As many calls as can be made in a time; prints calls a second, and CPU time in microseconds a call.
    Load { time: Duration, threads: usize },
    /// So many calls a second; prints the microseconds of the 50th and the 99th percentile.
    Paced { rate: f64, time: Duration },
    /// Calls that are never answered; prints the bytes of an idle client, and those of a call.
    Held,
}

pub const USAGE: &str = "\
count ARM ADDRESS FRIENDS CALLS
load  ARM ADDRESS FRIENDS IN_FLIGHT SECONDS THREADS
paced ARM ADDRESS FRIENDS IN_FLIGHT SECONDS CALLS_PER_SECOND
held  ARM ADDRESS FRIENDS IN_FLIGHT";

impl Command {
    /// Returns the name of the arm and what to measure of it.
    pub fn parse(arguments: &[String]) -> Option<(&str, Self)> {
        let [mode, arm, address, friends, rest @ ..] = arguments else { return None };
        let numbers = rest.iter().map(|number| number.parse().ok()).collect::<Option<Vec<f64>>>()?;
        let (in_flight, mode) = match (mode.as_str(), &numbers[..]) {
            ("count", &[calls]) => (1, Mode::Count { calls: whole(calls)? }),
            ("load", &[in_flight, seconds, threads]) => {
                let threads = usize::try_from(whole(threads)?).ok()?;
                (whole(in_flight)?, Mode::Load { time: Duration::from_secs_f64(seconds), threads })
            }
            ("paced", &[in_flight, seconds, rate]) => {
                (whole(in_flight)?, Mode::Paced { rate, time: Duration::from_secs_f64(seconds) })
            }
            ("held", &[in_flight]) => (whole(in_flight)?, Mode::Held),
            _ => return None,
        };
        let target = Target {
            address: address.clone(),
            friends: friends.parse().ok()?,
            in_flight: usize::try_from(in_flight).ok()?,
            timeout: Duration::from_secs(if matches!(mode, Mode::Held) { 120 } else { 5 }),
        };
        Some((arm, Self { target, mode }))
    }

    /// Measures an arm, and prints what came out.
    pub fn run<A: Arm>(&self) {
        let target = &self.target;
        match self.mode {
            Mode::Count { calls } => println!("{}", on_one_thread().block_on(measure::count::<A>(target, calls))),
            Mode::Load { time, threads: 1 } => {
                println!("{}", on_one_thread().block_on(measure::load::<A>(target, time)));
            }
            Mode::Load { time, threads } => {
                let target = target.clone();
                let runtime = on_threads(threads);
                // Started as a task, since `block_on` would be one more thread.
                let measured = runtime.spawn(async move { measure::load::<A>(&target, time).await });
                println!("{}", runtime.block_on(measured).expect("a measurement"));
            }
            Mode::Paced { rate, time } => {
                println!("{}", on_one_thread().block_on(measure::paced::<A>(target, rate, time)));
            }
            Mode::Held => println!("{}", on_one_thread().block_on(measure::held::<A>(target))),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is checked")]
fn whole(number: f64) -> Option<u32> {
    (number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0).then_some(number as u32)
}

fn on_one_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn on_threads(threads: usize) -> Runtime {
    Builder::new_multi_thread().worker_threads(threads).enable_all().build().expect("a runtime")
}
