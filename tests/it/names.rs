//! Lists of names that two crates need, since a macro cannot call the runtime: each name must be in both.

use std::{collections::BTreeSet, fs};

/// The strings of a constant list in a source file.
fn list(file: &str, constant: &str) -> BTreeSet<String> {
    let source = fs::read_to_string(file).unwrap();
    let (_, rest) = source.split_once(&format!("const {constant}:")).unwrap();
    let (_, rest) = rest.split_once('=').unwrap();
    let (list, _) = rest.split_once(';').unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_macros_and_the_core_have_the_same_names() {
    for (constant, of_core) in
        [("QUERY_NAMES", "msdk-core/src/describe/metadata.rs"), ("CREDENTIALS", "msdk-core/src/error/mask.rs")]
    {
        let names = list("msdk-macros/src/keys.rs", constant);
        assert!(names.len() > 5, "{constant}");
        assert_eq!(names, list(of_core, constant), "{constant}");
    }
}
