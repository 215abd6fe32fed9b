//! Long runs of the client against a server that fails.
//!
//! ```text
//! cargo run --release -p msdk-endurance              # all three
//! cargo run --release -p msdk-endurance -- random    # faults in one request of twenty
//! cargo run --release -p msdk-endurance -- outage    # a platform that is down, and comes back
//! cargo run --release -p msdk-endurance -- soak      # a million calls; memory, tasks and descriptors at the end
//! ```
//!
//! Each run prints what it measured, and fails if a promise is broken.

mod check;
mod endpoints;
mod outage;
mod process;
mod random;
mod server;
mod soak;

use std::process::ExitCode;

use check::Checks;

/// One long run.
type Run = fn(&mut Checks);

const RUNS: [(&str, Run); 3] = [("random", random::run), ("outage", outage::run), ("soak", soak::run)];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = asked.iter().find(|name| RUNS.iter().all(|(run, _)| run != name)) {
        eprintln!("no run is called `{unknown}`; there are random, outage and soak");
        return ExitCode::FAILURE;
    }
    let mut checks = Checks::default();
    for (name, run) in RUNS {
        if asked.is_empty() || asked.iter().any(|asked| asked == name) {
            println!("== {name}");
            run(&mut checks);
        }
    }
    if checks.all_hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
