//! What a wrong declaration is told. To refresh the expected output: `TRYBUILD=overwrite cargo test --test ui`, on the
//! compiler named here, and read the difference.

use std::process::Command;

/// Other compilers word and draw their own errors differently.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn mistakes_are_explained() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout);
    if !version.starts_with(COMPILER) {
        println!("skipped: the expected output is that of {COMPILER}x, this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    for subject in ["attribute", "chunk", "editor", "field", "identity", "object", "path", "query", "registry", "reply", "rule", "several"] {
        cases.compile_fail(format!("tests/ui/{subject}/*.rs"));
    }
}
