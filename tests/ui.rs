//! What a wrong declaration is told. To refresh the expected output: `TRYBUILD=overwrite cargo test --test ui`, on the
//! compiler named here, and read the difference.

use std::{fs, io::Write as _, path::Path, process::Command};

/// Other compilers word and draw their own errors differently.
const COMPILER: &str = "rustc 1.95.";

/// The folders of the cases; each case has one mistake and is named after it.
const SUBJECTS: &[&str] = &[
    "attribute", // the words of `#[msdk_endpoint]`, and what it stands on
    "chunk",     // calls in chunks
    "code",      // the codes that a declaration explains
    "editor",    // a mistake beside code that uses the declaration
    "enum",      // `wire_enum!`
    "field",     // the words of a field of a request
    "identity",  // the words about app id, openid and token
    "mask",      // `bit_mask!`
    "module",    // `#[msdk_endpoints]`
    "object",    // `#[msdk_object]`
    "path",      // the path of an endpoint
    "place",     // what stands outside of the body
    "query",     // endpoints without a body
    "registry",  // chapters
    "reply",     // `#[msdk_reply]`
    "rule",      // limits and defaults of a field
    SEVERAL,
];

/// The folder of the cases with three mistakes each.
const SEVERAL: &str = "several";

#[test]
fn mistakes_are_explained() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout);
    if !version.starts_with(COMPILER) {
        // Past the capture of the test's output, so that nobody takes this for a pass.
        let skipped = format!("NOT RUN: mistakes_are_explained expects the output of {COMPILER}x, this is {version}");
        std::io::stderr().write_all(skipped.as_bytes()).expect("standard error is open");
        return;
    }
    let cases = trybuild::TestCases::new();
    for subject in SUBJECTS {
        cases.compile_fail(format!("tests/ui/{subject}/*.rs"));
    }
    // What the messages suggest, followed.
    cases.pass("tests/followed/*.rs");
}

/// A refreshed output must not have let a mistake go, or a second error follow the first.
#[test]
fn each_mistake_is_one_error() {
    for subject in SUBJECTS {
        let expected = if *subject == SEVERAL { 3 } else { 1 };
        for (case, output) in outputs(subject) {
            let errors = output.lines().filter(|line| line.starts_with("error:") || line.starts_with("error["));
            assert_eq!(errors.count(), expected, "errors of {case}:\n{output}");
        }
    }
}

/// What is hidden is no help, and neither is where it is in our crates.
#[test]
fn no_message_names_what_is_hidden() {
    for subject in SUBJECTS {
        for (case, output) in outputs(subject) {
            for hidden in ["__private", "__Msdk", "msdk_core::", "Described", "LIMITED"] {
                assert!(!output.contains(hidden), "`{hidden}` in {case}:\n{output}");
            }
        }
    }
}

#[test]
fn no_case_is_left_out() {
    let mut found: Vec<String> = names("");
    found.sort();
    assert_eq!(found, SUBJECTS, "the folders of tests/ui");
    for subject in SUBJECTS {
        let is = |extension: &str, name: &String| Path::new(name).extension().is_some_and(|found| found == extension);
        let names = names(subject);
        let cases = names.iter().filter(|name| is("rs", name)).count();
        let outputs = names.iter().filter(|name| is("stderr", name)).count();
        assert_eq!(cases, outputs, "an output for each case of {subject}, and a case for each output");
    }
}

/// The expected outputs of a subject, with the names of their files.
fn outputs(subject: &str) -> impl Iterator<Item = (String, String)> {
    names(subject).into_iter().filter(|name| name.ends_with(".stderr")).map(move |name| {
        let case = format!("{subject}/{name}");
        let output = fs::read_to_string(folder(&case)).expect("the output is a text");
        (case, output)
    })
}

fn names(subject: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(subject)).expect("the folder is there");
    entries.map(|entry| entry.expect("it is listed").file_name().to_string_lossy().into_owned()).collect()
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(name)
}
