//! The texts in the sources.

use std::{fs, path::Path};

/// A file, and the literals of its code but for those of its tests.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) path: String,
    pub(super) literals: Vec<String>,
}

impl Source {
    /// The files that refuse, or help those that do.
    pub(super) fn that_refuse() -> Vec<Self> {
        let mut sources = Vec::new();
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
        sources
    }
}

fn gather(folder: &Path, name: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{name}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &path, sources);
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") && !path.starts_with("/refusal") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            if path.starts_with("/access") || code.contains("Refusal") {
                sources.push(Source { path, literals: literals_of(code) });
            }
        }
    }
}

/// Reads the string literals, but for reasons of lints and for what derives are told.
fn literals_of(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(['"', '\'', '/']) {
        let (before, found) = rest.split_at(start);
        let is_reason = before.ends_with("reason = ");
        rest = if found.starts_with("//") {
            found.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(text) = found.strip_prefix('"') {
            let (literal, after) = unescape(text);
            if !is_reason {
                literals.push(literal);
            }
            after
        } else if let Some(character) = found.strip_prefix("'\\") {
            character.get(1..).and_then(|after| after.split_once('\'')).map_or("", |(_, after)| after)
        } else {
            // A character in quotes, or a lifetime.
            let mut characters = found.chars();
            match (characters.next(), characters.next(), characters.next()) {
                (Some('\''), Some(_), Some('\'')) => characters.as_str(),
                _ => &found[1..],
            }
        };
    }
    literals
}

/// Reads a literal to the quote at its end, and returns what follows too.
fn unescape(text: &str) -> (String, &str) {
    let mut literal = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => match characters.next() {
                Some('t') => literal.push('\t'),
                Some('n') => literal.push('\n'),
                Some('r') => literal.push('\r'),
                Some('0') => literal.push('\0'),
                Some('\n') => characters = characters.as_str().trim_start().chars(),
                Some('u') => {
                    let (code, after) = characters.as_str().strip_prefix('{').unwrap().split_once('}').unwrap();
                    literal.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
                    characters = after.chars();
                }
                other => literal.extend(other),
            },
            character => literal.push(character),
        }
    }
    (literal, characters.as_str())
}

#[test]
fn literals_are_found_in_code() {
    let code = r#"
        /// "docs"
        fn f<'a>(x: &'a str) -> char { match b'"' { _ => '\'' } } // it's "no"
        #[expect(lint, reason = "why")]
        const A: [&str; 3] = ["a \"b\"\t\
            c", "d / e", ""];
    "#;
    assert_eq!(literals_of(code), ["a \"b\"\tc", "d / e", ""]);
}
