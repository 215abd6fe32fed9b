//! The command `msdk`. Everything it knows of endpoints it takes from the registry.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod args;
mod call;
mod curl;
mod describe;
mod docs;
mod endpoints;
mod explain;
mod failure;
mod gateway;
mod openapi;
mod output;
mod registry;
mod settings;
mod sign;
mod verify;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Args, Command};
use output::Output;

#[tokio::main]
async fn main() -> ExitCode {
    let Args { json, lang, command } = Args::parse();
    let lang = lang.into();
    let done = match command {
        Command::Endpoints => Ok(endpoints::endpoints()),
        Command::Describe(wanted) => describe::describe(&wanted, lang),
        Command::Call(call) => call::call(&call).await,
        Command::Sign(sign) => sign::sign(&sign),
        Command::Verify(verify) => verify::verify(&verify),
        Command::Explain { endpoint, ret, msg } => explain::explain(&endpoint, ret, msg, lang),
        Command::Openapi => Ok(openapi::document()),
        Command::Gateway(settings) => gateway::serve(&settings).await,
        Command::Completions { shell } => Ok(completions(shell)),
    };
    match done {
        Ok(output) => output.print(json),
        Err(failure) => failure.print(json, lang),
    }
}

fn completions(shell: clap_complete::Shell) -> Output {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "msdk", &mut script);
    Output::text(String::from_utf8_lossy(&script).into_owned())
}
