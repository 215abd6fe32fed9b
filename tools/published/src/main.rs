//! Compares what the crates publish with the lists in `.ci/published`, so that nobody changes it unseen.
//!
//! ```text
//! cargo run -p msdk-published              compares
//! cargo run -p msdk-published -- --write   writes the lists anew; read the difference, and commit it
//! ```

mod api;
mod files;
mod list;
mod workspace;

use std::{
    env, fmt,
    process::{Command, ExitCode},
};

use workspace::Workspace;

/// What went wrong, in one line.
#[derive(Debug)]
struct Failure(String);

impl<E: fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

fn main() -> ExitCode {
    match run(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Failure(reason)) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

/// Returns whether everything is as listed.
fn run(arguments: &[String]) -> Result<bool, Failure> {
    let settle = match arguments {
        [] => list::compare,
        [word] if word == "--write" => list::write,
        _ => return Err(Failure("usage: msdk-published [--write]".to_owned())),
    };
    let workspace = Workspace::read()?;
    let mut is_as_listed = settle("crates", &workspace.described())?;
    for name in workspace.published() {
        is_as_listed &= settle(&format!("{name}.files"), &files::of(name)?)?;
    }
    if let Some(compiler) = api::unsuitable()? {
        println!("NOT RUN: the lists of the public API are made by {}x, this is {compiler}", api::COMPILER);
        return Ok(is_as_listed);
    }
    for name in workspace.libraries() {
        is_as_listed &= settle(&format!("{name}.api"), &api::of(name, workspace.target_folder())?)?;
    }
    Ok(is_as_listed)
}

/// Runs a program for what it prints.
fn output(command: &mut Command) -> Result<String, Failure> {
    let output = command.output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure(format!("{command:?} failed: {said}")));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The cargo that runs this.
fn cargo() -> Command {
    Command::new(env!("CARGO"))
}
