//! The lists that are committed.

use std::{collections::HashSet, fs, path::PathBuf};

use crate::Failure;

/// Where a list is kept.
fn place(list: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../.ci/published", list].iter().collect()
}

/// Writes a list, and returns that all is well.
pub(crate) fn write(list: &str, text: &str) -> Result<bool, Failure> {
    fs::write(place(list), text).map_err(|error| Failure(format!("{list}: {error}")))?;
    Ok(true)
}

/// Returns whether a list is what was found, and prints where it is not.
pub(crate) fn compare(list: &str, text: &str) -> Result<bool, Failure> {
    let place = place(list);
    let committed = fs::read_to_string(&place).map_err(|error| Failure(format!("{}: {error}", place.display())))?;
    if committed == text {
        println!("{list}: as listed, {} lines", text.lines().count());
        return Ok(true);
    }
    println!("{list} is stale; if the change is meant, `cargo run -p msdk-published -- --write`");
    for line in missing(&committed, text) {
        println!("  - {line}");
    }
    for line in missing(text, &committed) {
        println!("  + {line}");
    }
    Ok(false)
}

/// The lines of a text that another one lacks.
fn missing<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let known: HashSet<&str> = other.lines().collect();
    text.lines().filter(|line| !known.contains(line)).collect()
}
