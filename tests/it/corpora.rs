//! What fuzzing found worth keeping, once more.

use std::{fs, path::Path};

use msdk_fuzz_targets::{answer, gateway_request, public_parsers, redact};

fn replay(corpus: &str, target: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(corpus);
    let inputs: Vec<_> = fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(inputs.len() > 20, "{} inputs", inputs.len());
    for input in inputs {
        // Shown if the target panics.
        println!("{}", input.display());
        target(&fs::read(&input).unwrap());
    }
}

#[test]
fn a_success_is_one() {
    replay("answer", answer::run);
}

#[test]
fn only_a_caller_with_proof_is_admitted() {
    replay("gateway_request", gateway_request::run);
}

#[test]
fn a_request_says_what_was_given_and_no_more() {
    replay("public_parsers", public_parsers::run);
}

#[test]
fn an_error_shows_no_secret() {
    replay("redact", redact::run);
}
