//! Expansions, pinned as source: `tests/golden/<feature>.rs` is a declaration, and `<feature>.expanded.rs` what becomes
//! of it. To refresh them: `MSDK_REFRESH=1 cargo test -p msdk-macros`.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, File, Item, Meta};

use crate::{attach, keys::Kind};

const DECLARATION: &str = ".rs";
const EXPANSION: &str = ".expanded.rs";
/// The one feature of which the attribute's output is pinned, and not the derive's.
const ATTACHED: &str = "attached";

/// An item with one of our attributes, which has been taken off it.
struct Declaration {
    kind: Kind,
    args: TokenStream,
    item: TokenStream,
}

impl Declaration {
    /// What rustc sees in the place of the attribute.
    fn attach(&self) -> TokenStream {
        attach::attach(self.kind, &self.args, self.item.clone())
    }

    /// What the hidden derive adds.
    fn derive(&self) -> TokenStream {
        crate::derive(self.kind, self.attach())
    }
}

fn path(feature: &str, extension: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{feature}{extension}"))
}

fn read(feature: &str, extension: &str) -> String {
    let path = path(feature, extension);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The features, and the expansions that stand.
fn features() -> (Vec<String>, Vec<String>) {
    let files = fs::read_dir(path("", "")).unwrap();
    let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let (expansions, declarations): (Vec<_>, _) = names.into_iter().partition(|name| name.ends_with(EXPANSION));
    let without =
        |names: Vec<String>, end| names.iter().map(|name| name.strip_suffix(end).unwrap().to_owned()).collect();
    (without(declarations, DECLARATION), without(expansions, EXPANSION))
}

/// The items of a file that carry one of our attributes.
fn declarations(feature: &str) -> Vec<Declaration> {
    let file = syn::parse_file(&read(feature, DECLARATION)).unwrap();
    file.items.into_iter().filter_map(declaration).collect()
}

fn declaration(mut item: Item) -> Option<Declaration> {
    let attrs = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        _ => return None,
    };
    let (index, kind) = attrs.iter().enumerate().find_map(|(index, attr)| Some((index, kind(attr)?)))?;
    let args = match attrs.remove(index).meta {
        Meta::List(list) => list.tokens,
        _ => TokenStream::new(),
    };
    Some(Declaration { kind, args, item: item.into_token_stream() })
}

fn kind(attr: &Attribute) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| attr.path().is_ident(kind.attribute()))
}

/// What a feature's declarations become. All of it is read as Rust.
fn expansion(feature: &str) -> File {
    let step = if feature == ATTACHED { Declaration::attach } else { Declaration::derive };
    let tokens = declarations(feature).iter().map(step).collect();
    syn::parse2(tokens).unwrap_or_else(|error| panic!("{feature} does not become Rust: {error}"))
}

/// The first line in which two texts differ.
fn difference(stands: &str, now: &str) -> String {
    let lines = stands.lines().map(Some).chain([None]).zip(now.lines().map(Some).chain([None]));
    let different = lines.enumerate().find(|(_, (stands, now))| stands != now);
    let (index, (stands, now)) = different.expect("the texts differ");
    let text = |line: Option<&str>| line.unwrap_or("<the end>").to_owned();
    format!("line {}:\n- {}\n+ {}", index + 1, text(stands), text(now))
}

#[test]
fn every_expansion_is_the_pinned_one() {
    let mut stale = Vec::new();
    for feature in features().0 {
        let now = prettyplease::unparse(&expansion(&feature));
        if env::var_os("MSDK_REFRESH").is_some() {
            fs::write(path(&feature, EXPANSION), now).unwrap();
            continue;
        }
        let stands = fs::read_to_string(path(&feature, EXPANSION)).unwrap_or_default();
        if stands != now {
            stale.push(format!("{feature}{EXPANSION}, {}\n", difference(&stands, &now)));
        }
    }
    let stale = stale.concat();
    assert!(stale.is_empty(), "refresh and review with `MSDK_REFRESH=1 cargo test -p msdk-macros`\n{stale}");
}

#[test]
fn every_expansion_has_its_declaration() {
    let (declarations, expansions) = features();
    for expansion in expansions {
        assert!(declarations.contains(&expansion), "{expansion}{EXPANSION} is a left-over; delete it");
    }
}

#[test]
fn a_custom_root_is_the_only_one() {
    for declaration in declarations("root") {
        for tokens in [declaration.attach(), declaration.derive()] {
            // Tokens are printed with or without spaces between them.
            let code = tokens.to_string().replace(' ', "");
            assert!(!code.contains("::msdk"), "{code}");
        }
    }
}

/// The lines of an item, without those of its docs.
fn code_lines(item: Item) -> usize {
    let text = prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    text.lines().filter(|line| !line.trim_start().starts_with("///")).count()
}

#[test]
fn a_plain_endpoint_is_forty_lines() {
    let lines: Vec<usize> = expansion("plain").items.into_iter().map(code_lines).collect();
    let [implementation, function] = lines[..] else { panic!("an implementation and a function, not {lines:?}") };
    println!("implementation: {implementation} lines, function: {function} lines");
    assert!(implementation + function <= 40, "{implementation} + {function} lines");
}

/// The words that are neither a path's second or later one, nor a member's, nor the name of an item, nor imported
/// under another name.
fn free_words(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut before = String::new();
    let mut is_joint = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_renamed = matches!(tokens.peek(), Some(TokenTree::Ident(next)) if next == "as");
        match &token {
            // An attribute's words are no names.
            TokenTree::Group(group) if before != "#" => free_words(group.stream(), found),
            TokenTree::Ident(word) if !is_renamed && !["::", ".", "'", "fn", "const", "type"].contains(&&*before) => {
                found.insert(word.to_string());
            }
            _ => {}
        }
        before = if is_joint { format!("{before}{token}") } else { token.to_string() };
        is_joint = matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    }
}

/// All words of a declaration, and the reply that it has by convention.
fn own_words(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => own_words(group.stream(), found),
            TokenTree::Ident(word) => found.extend([format!("{word}Reply"), word.to_string()]),
            _ => {}
        }
    }
}

#[test]
fn generated_names_meet_no_others() {
    const PARAMETERS: [&str; 3] = ["client", "session", "request"];
    for feature in features().0 {
        for declaration in declarations(&feature) {
            let (mut own, mut free) = (BTreeSet::new(), BTreeSet::new());
            own_words(declaration.args.clone(), &mut own);
            own_words(declaration.item.clone(), &mut own);
            free_words(declaration.derive(), &mut free);
            for word in free.difference(&own) {
                let is_keyword = syn::parse_str::<Ident>(word).is_err();
                let is_known = PARAMETERS.contains(&&**word);
                assert!(is_keyword || is_known || word.starts_with("__msdk_"), "{feature} generates `{word}`");
            }
        }
    }
}
