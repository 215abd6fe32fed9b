//! What the file of a declaration says around it. A derive sees the item alone, and two likely mistakes show elsewhere:
//! a reply that was forgotten, and a `derive(Debug)` above the attribute. Where the file cannot be read, as in an
//! editor, rustc reports them in words of its own.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    env, fs,
    path::PathBuf,
    rc::Rc,
};

use proc_macro2::Span;
use syn::Ident;

thread_local! {
    /// The files that were read, each once: a crate of many declarations has them in few files.
    static FILES: RefCell<HashMap<PathBuf, Option<Rc<Source>>>> = RefCell::default();
}

/// A file, and what is asked of it for each declaration.
struct Source {
    text: String,
    words: HashSet<String>,
    /// The `A` of `struct A`.
    structs: HashSet<String>,
    /// The `A` of `Debug for A`.
    debugs: HashSet<String>,
    /// Whether it may use names that it does not have.
    takes_in_names: bool,
}

impl Source {
    fn new(text: String) -> Self {
        let mut source = Self {
            words: HashSet::new(),
            structs: HashSet::new(),
            debugs: HashSet::new(),
            takes_in_names: takes_in_names(&text),
            text: String::new(),
        };
        let mut before = ["", ""];
        for word in text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()) {
            match before {
                [_, "struct"] => drop(source.structs.insert(word.to_owned())),
                ["Debug", "for"] => drop(source.debugs.insert(word.to_owned())),
                _ => {}
            }
            source.words.insert(word.to_owned());
            before = [before[1], word];
        }
        Self { text, ..source }
    }

    /// The file in which a span stands.
    fn of(span: Span) -> Option<Rc<Self>> {
        // Outside of a macro, as in our own tests, there is no file.
        if !proc_macro::is_available() {
            return None;
        }
        Self::read(span.unwrap().local_file()?)
    }

    fn read(path: PathBuf) -> Option<Rc<Self>> {
        FILES.with_borrow_mut(|files| {
            let read = |path: &PathBuf| fs::read_to_string(path).ok().map(Self::new).map(Rc::new);
            files.entry(path).or_insert_with_key(read).clone()
        })
    }
}

/// Whether a place is known to have a prelude: neither its file nor the root of its crate does without.
pub(crate) fn has_prelude(place: Span) -> bool {
    let does_without = |source: &Source| source.words.contains("no_implicit_prelude");
    let Some(source) = Source::of(place) else { return false };
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let roots = package.iter().flat_map(|package| ["src/lib.rs", "src/main.rs"].map(|root| package.join(root)));
    !does_without(&source) && !roots.filter_map(Source::read).any(|root| does_without(&root))
}

/// Whether a type cannot be in scope: the file does not have its name, and takes in nothing whose names it does not have.
pub(crate) fn lacks(item: &Ident, ty: &str) -> bool {
    Source::of(item.span()).is_some_and(|source| {
        // An item that comes out of a macro may have its reply from there.
        source.structs.contains(&item.to_string()) && !source.words.contains(ty) && !source.takes_in_names
    })
}

/// Whether a text has `use a::*`, `include!`, or a macro that makes names.
fn takes_in_names(text: &str) -> bool {
    let has_glob = text.match_indices('*').any(|(at, _)| {
        let (before, after) = (text[..at].trim_end(), text[at + 1..].trim_start());
        let is_glob = before.ends_with([':', ',', '{']) && after.starts_with([';', ',', '}']);
        // Neither the standard library nor the root of this crate has a reply.
        let path = before.rsplit(|c: char| !is_of_word(c) && c != ':').next().unwrap_or_default();
        let root = path.trim_start_matches(':').split(':').next().unwrap_or_default();
        let is_known = path == "msdk::" || path == "::msdk::" || ["std", "core", "alloc"].contains(&root);
        is_glob && !is_known
    });
    has_glob || ["include!", "paste", "concat_idents", "macro_rules!"].iter().any(|word| text.contains(word))
}

/// Whether an item has a `Debug` that was written by hand, in the same file.
pub(crate) fn has_debug(item: &Ident) -> bool {
    Source::of(item.span()).is_some_and(|source| source.debugs.contains(&item.to_string()))
}

/// Whether `derive(Debug)` stands directly above the attribute that is being expanded.
pub(crate) fn derives_debug_above() -> bool {
    let span = Span::call_site();
    let Some(source) = Source::of(span) else { return false };
    let (text, start) = (&source.text, span.unwrap().start());
    let lines: usize = text.split_inclusive('\n').take(start.line().saturating_sub(1)).map(str::len).sum();
    let line = text.get(lines..).unwrap_or_default();
    let column = line.char_indices().nth(start.column().saturating_sub(1)).map_or(0, |(at, _)| at);
    let derives_debug = |attribute: &str| {
        attribute.trim_start().starts_with("derive") && attribute.split(|c| !is_of_word(c)).any(|word| word == "Debug")
    };
    attributes_before(&text[..lines + column]).any(derives_debug)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What stands between the brackets of the attributes at the end of a text, from the last to the first.
fn attributes_before(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        text = without_comments(text);
        let open = text.ends_with(']').then(|| text.rfind("#[")).flatten()?;
        let attribute = &text[open + 2..text.len() - 1];
        text = &text[..open];
        Some(attribute)
    })
}

/// A text without the lines at its end that are comments or empty.
fn without_comments(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(line) = text.lines().next_back().filter(|line| line.trim_start().starts_with("//")) {
        text = text[..text.len() - line.len()].trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Source, attributes_before, takes_in_names};

    #[test]
    fn a_file_is_read_by_its_words() {
        let source = Source::new("struct A<T>; impl fmt::Debug for Ab {} // AReply".into());
        assert!(source.structs.contains("A") && source.debugs.contains("Ab") && source.words.contains("AReply"));
        assert!(!source.structs.contains("Ab") && !source.debugs.contains("A") && !source.words.contains("Reply"));
    }

    #[test]
    fn the_root_of_this_crate_takes_in_no_reply() {
        assert!(!takes_in_names("use msdk::*; use std::net::*; let a = 2 * 3; /* */ fn a(a: *const u8) {}"));
        for text in ["use super::*;", "use msdk::qq::*;", "use a::{b, *};", "use a::{*};", "include!(\"a.rs\");"] {
            assert!(takes_in_names(text), "{text}");
        }
    }

    #[test]
    fn attributes_are_found_above_an_attribute() {
        let text = "struct B;\n/// docs\n#[derive(Debug)]\n// a comment\n#[serde(rename = \"a\")]\n";
        let found: Vec<_> = attributes_before(text).collect();
        assert_eq!(found, ["serde(rename = \"a\")", "derive(Debug)"]);
        assert_eq!(attributes_before("let a = b[0];\n#![allow(x)]\nstruct A;\n").count(), 0);
    }
}
