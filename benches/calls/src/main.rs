//! Makes one kind of call again and again, so that another program can count what it costs.
//!
//!     msdk-bench-calls serve                       prints the address of a server that answers from memory
//!     msdk-bench-calls ARM SCENARIO CALLS ADDRESS  makes the calls, and prints the allocations of each

mod allocations;
mod answers;
mod by_hand;
mod local;
mod prepared;
mod server;
mod typed;

use std::process::ExitCode;

use answers::Scenario;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match arguments[..] {
        ["serve"] => runtime.block_on(server::serve()),
        [arm, scenario, calls, address] => {
            let (Some(scenario), Ok(calls)) = (Scenario::of(scenario), calls.parse()) else { return usage() };
            match runtime.block_on(run(arm, scenario, calls, address)) {
                Some(allocations) => println!("{allocations}"),
                None => return usage(),
            }
        }
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: msdk-bench-calls serve | ARM small|friends CALLS ADDRESS");
    ExitCode::FAILURE
}

/// Makes the calls of an arm and returns the allocations of each call.
async fn run(arm: &str, scenario: Scenario, calls: u32, address: &str) -> Option<f64> {
    match arm {
        "raw" => prepared::raw(scenario, calls, address).await,
        "hyper" => prepared::hyper(scenario, calls, address).await,
        "hyper-util" => prepared::hyper_util(scenario, calls, address).await,
        "msdk" => typed::on_hyper(scenario, calls, address).await,
        "msdk-on-reqwest" => typed::on_reqwest(scenario, calls, address).await,
        "reqwest-by-hand" => by_hand::run(scenario, calls, address).await,
        "prepare" => local::prepare(scenario, calls),
        "prepare-by-hand" => local::prepare_by_hand(scenario, calls),
        "decode" => local::decode(scenario, calls).await,
        "decode-serde" => local::decode_with_serde(scenario, calls),
        _ => return None,
    }
    .into()
}
