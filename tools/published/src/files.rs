//! The files of a package.

use std::path::Path;

use crate::{Failure, cargo, output};

/// What stands for the sources, which come and go.
const SOURCES: &str = "src/**/*.rs";

/// The files that a crate is published with, one a line, all of its sources as one.
pub(crate) fn of(name: &str) -> Result<String, Failure> {
    let listed = output(cargo().args(["package", "--list", "--allow-dirty", "--locked", "--package", name]))?;
    let mut files: Vec<&str> = listed.lines().map(shortened).collect();
    files.sort_unstable();
    files.dedup();
    Ok(files.join("\n") + "\n")
}

fn shortened(file: &str) -> &str {
    let path = Path::new(file);
    let is_source = path.starts_with("src") && path.extension().is_some_and(|extension| extension == "rs");
    if is_source { SOURCES } else { file }
}
