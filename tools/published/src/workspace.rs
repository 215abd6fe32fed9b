//! What the manifests say.

use std::path::Path;

use serde_json::Value;

use crate::{Failure, cargo, output};

/// What a registry shows or goes by, of each crate.
const SHOWN: [&str; 8] =
    ["description", "license", "rust_version", "documentation", "repository", "readme", "keywords", "categories"];

/// The workspace, as cargo knows it.
pub(crate) struct Workspace {
    metadata: Value,
}

impl Workspace {
    pub(crate) fn read() -> Result<Self, Failure> {
        let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
        Ok(Self { metadata: serde_json::from_str(&metadata)? })
    }

    pub(crate) fn target_folder(&self) -> &Path {
        Path::new(text(&self.metadata["target_directory"]))
    }

    /// The names of the crates that are not kept from being published.
    pub(crate) fn published(&self) -> impl Iterator<Item = &str> {
        self.packages().map(|package| text(&package["name"]))
    }

    /// Those of them that are more than a program.
    pub(crate) fn libraries(&self) -> impl Iterator<Item = &str> {
        let is_program = |target: &Value| target["kind"].as_array().into_iter().flatten().any(|kind| kind == "bin");
        let targets = |package: &Value| package["targets"].as_array().cloned().unwrap_or_default();
        let libraries = self.packages().filter(move |package| !targets(package).iter().any(is_program));
        libraries.map(|package| text(&package["name"]))
    }

    /// What a registry will show of each crate.
    pub(crate) fn described(&self) -> String {
        let described = self.packages().map(|package| {
            let shown = SHOWN.map(|key| format!("  {key}: {}\n", package[key]));
            format!("{}\n{}", text(&package["name"]), shown.concat())
        });
        described.collect()
    }

    /// The packages that `publish` does not restrict.
    fn packages(&self) -> impl Iterator<Item = &Value> {
        let packages = self.metadata["packages"].as_array().into_iter().flatten();
        packages.filter(|package| package["publish"].is_null())
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
