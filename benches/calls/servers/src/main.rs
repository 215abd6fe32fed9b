//! The servers that calls are made to, each printing its address.
//!
//!     msdk-bench-servers memory FRIENDS   answers from memory, with no friends or so many
//!     msdk-bench-servers hold             reads, and never answers
//!     msdk-bench-servers hyper            a minimal server on hyper that answers from memory
//!     msdk-bench-servers gateway          the gateway of msdk-mock, with all of its checks

mod gateways;
mod memory;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match arguments[..] {
        ["memory", friends] => match friends.parse() {
            Ok(friends) => runtime.block_on(memory::serve(Some(friends))),
            Err(_) => return usage(),
        },
        ["hold"] => runtime.block_on(memory::serve(None)),
        ["hyper"] => runtime.block_on(gateways::hyper()),
        ["gateway"] => runtime.block_on(gateways::mock()),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: msdk-bench-servers memory FRIENDS | hold | hyper | gateway");
    ExitCode::FAILURE
}
