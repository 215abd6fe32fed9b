//! The command, and a gateway that it runs.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

pub(crate) const KEY: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
pub(crate) const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";

/// The variables that the command reads, none of which a test gets from outside.
const VARIABLES: [&str; 6] =
    ["MSDK_BASE_URL", "MSDK_ENVIRONMENT", "MSDK_OPENID", "MSDK_ACCESS_TOKEN", "MSDK_WX_APP_ID", "MSDK_WX_APP_KEY"];

/// The command with the app of the gateway's, and no other variable of ours.
pub(crate) fn msdk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_msdk"));
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.args(arguments).env("MSDK_APP_ID", "100703379").env("MSDK_APP_KEY", KEY);
    command
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    msdk(arguments).output().unwrap()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stdout(output)))
}

/// A gateway that is killed in the end.
pub(crate) struct Gateway {
    pub(crate) child: Child,
    url: String,
}

impl Gateway {
    pub(crate) fn start() -> Self {
        let mut child = msdk(&["gateway"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { child, url }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = msdk(arguments);
        command.env("MSDK_BASE_URL", &self.url);
        command
    }

    pub(crate) fn call(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
