//! The call made with other declarative clients.

mod apisdk;
mod feignhttp;
mod rustify;

use std::process::ExitCode;

use common::command::{Command, USAGE};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Command::parse(&arguments) {
        Some(("rustify", command)) => command.run::<rustify::Rustify>(),
        Some(("feignhttp", command)) => command.run::<feignhttp::FeignHttp>(),
        Some(("apisdk", command)) => command.run::<apisdk::ApiSdk>(),
        _ => {
            eprintln!("usage:\n{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
