//! The public API of a crate, as rustdoc knows it.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    process::Command,
};

use public_api::{Builder, PublicApi};

use crate::{Failure, cargo, output};

/// Another compiler's rustdoc writes a form that cannot be read, or words bounds differently.
pub(crate) const COMPILER: &str = "rustc 1.95.";

/// Traits that types have on their own and whose absence breaks no program.
const OF_NO_INTEREST: [&str; 5] = ["Freeze", "RefUnwindSafe", "StructuralPartialEq", "Unpin", "UnwindSafe"];

/// The version of the compiler, if it is not the one that the lists are made with.
pub(crate) fn unsuitable() -> Result<Option<String>, Failure> {
    let version = output(Command::new("rustc").arg("--version"))?;
    Ok((!version.starts_with(COMPILER)).then(|| version.trim_end().to_owned()))
}

/// Every public item of a crate, with all of its features, one a line.
///
/// What every type has is left out, and of what is derived, all but the fact.
pub(crate) fn of(name: &str, target_folder: &Path) -> Result<String, Failure> {
    describe(name)?;
    let json = target_folder.join("doc").join(name.replace('-', "_")).with_extension("json");
    let written: HashSet<String> = listed(&builder(&json).omit_auto_trait_impls(true).omit_auto_derived_impls(true))?;
    let everything: Vec<String> = listed(&builder(&json))?;
    let told = everything.into_iter().filter(|item| written.contains(item) || is_of_interest(item));
    Ok(told.map(|item| item + "\n").collect())
}

fn builder(json: &PathBuf) -> Builder {
    Builder::from_rustdoc_json(json).omit_blanket_impls(true)
}

fn listed<L: FromIterator<String>>(builder: &Builder) -> Result<L, Failure> {
    let api: PublicApi = builder.clone().build()?;
    Ok(api.items().map(ToString::to_string).collect())
}

/// Whether an item that nobody wrote says something.
fn is_of_interest(item: &str) -> bool {
    let Some((implemented, _)) = item.split_once(" for ") else { return false };
    let last = implemented.rsplit("::").next().unwrap_or_default();
    item.starts_with("impl") && !OF_NO_INTEREST.contains(&last)
}

/// Has rustdoc describe a crate.
fn describe(name: &str) -> Result<(), Failure> {
    let arguments = ["rustdoc", "--lib", "--all-features", "--locked", "--quiet", "--package", name, "--"];
    let mut command = cargo();
    // The form is not a promise of the compiler's; which one it is, `COMPILER` decides.
    command.args(arguments).args(["-Z", "unstable-options", "--output-format", "json"]).env("RUSTC_BOOTSTRAP", "1");
    output(&mut command)?;
    Ok(())
}
