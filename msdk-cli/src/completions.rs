//! `msdk completions`.

use clap::CommandFactory as _;
use clap_complete::Shell;
use serde_json::json;

use crate::{args::Args, output::Output};

/// Writes the script of a shell.
pub(crate) fn completions(shell: Shell) -> Output {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "msdk", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let json = json!({ "shell": shell.to_string(), "script": script });
    Output::new(script, json)
}
