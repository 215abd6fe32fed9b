//! The command `msdk`. Everything it knows of endpoints it takes from the registry.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod args;
mod call;
mod completions;
mod curl;
mod describe;
mod docs;
mod endpoints;
mod explain;
mod failure;
mod gateway;
mod health;
mod openapi;
mod output;
mod registry;
mod secrets;
mod settings;
mod sign;
mod texts;
mod verify;
mod words;

use std::process::ExitCode;

use args::{Args, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let Args { json, lang, command } = match args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let lang = lang.into();
    match run(command, json, lang) {
        Ok(output) => output.print(json),
        Err(failure) => failure.print(json, lang),
    }
}

fn run(command: Command, json: bool, lang: msdk::Lang) -> Result<Output, Failure> {
    match command {
        Command::Endpoints => Ok(endpoints::endpoints(lang)),
        Command::Describe(wanted) => describe::describe(&wanted, lang),
        Command::Call(call) => runtime()?.block_on(call::call(&call)),
        Command::Sign(sign) => sign::sign(&sign),
        Command::Verify(verify) => verify::verify(&verify, lang),
        Command::Explain(refusal) => explain::explain(&refusal, lang),
        Command::Openapi => Ok(openapi::document(lang)),
        Command::Gateway(settings) => runtime()?.block_on(gateway::serve(&settings, json)),
        Command::Health { url } => runtime()?.block_on(health::health(&url)),
        Command::Completions { shell } => Ok(completions::completions(shell)),
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
