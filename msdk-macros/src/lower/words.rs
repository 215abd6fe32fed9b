//! The arguments of one attribute, looked up by key.

use std::collections::HashSet;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use syn::{
    Ident, LitStr, Path, Token,
    ext::IdentExt,
    parse::{Parse, Parser},
    punctuated::Punctuated,
};

use super::elsewhere;
use crate::{
    attr::{Entry, Value},
    errors::Errors,
};

/// Arguments whose keys are known and stand once each.
#[derive(Default)]
pub(crate) struct Words<'a> {
    entries: Vec<&'a Entry>,
    /// The words that unknown keys were probably meant to be, which are not missing then.
    misspelt: HashSet<&'static str>,
}

impl<'a> Words<'a> {
    /// Keeps the first entry of each known key and records the rest as mistakes.
    pub(crate) fn new(entries: &'a [Entry], known: &[&'static str], owner: &str, errors: &mut Errors) -> Self {
        let mut seen = HashSet::new();
        let mut kept = Vec::new();
        let mut misspelt = HashSet::new();
        let mut explained = HashSet::new();
        for entry in entries {
            let key = entry.key.unraw().to_string();
            if !known.contains(&key.as_str()) {
                if let Some(instead) = elsewhere::instead(&key, known) {
                    misspelt.extend(elsewhere::stands_for(&key));
                    // `min = 1, max = 9` is one mistake.
                    if explained.insert(instead) {
                        errors.add(&entry.key, format_args!("{owner} has no word `{key}`; {instead}"));
                    }
                    continue;
                }
                let near = nearest(&key, known);
                misspelt.extend(near);
                errors.add(&entry.key, unknown_key(&key, near, known, owner));
            } else if seen.insert(key) {
                kept.push(entry);
            } else {
                errors.add(&entry.key, format_args!("`{}` is said twice; keep one of them", entry.key));
            }
        }
        Self { entries: kept, misspelt }
    }

    fn get(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key).copied()
    }

    /// What stands behind a key.
    pub(crate) fn value(&self, key: &str) -> Option<&'a Value> {
        self.get(key).map(|entry| &entry.value)
    }

    /// The span of a key, to blame it.
    pub(crate) fn key(&self, key: &str) -> Option<&'a Ident> {
        self.get(key).map(|entry| &entry.key)
    }

    /// Whether a bare word was said.
    pub(crate) fn flag(&self, key: &str, errors: &mut Errors) -> bool {
        let Some(entry) = self.get(key) else { return false };
        match &entry.value {
            Value::None | Value::Faulty => {}
            Value::Assigned(value) if value.to_string() == "false" => {
                errors.add(value, format_args!("`{key}` takes no value; remove the word where it does not hold"));
            }
            Value::Assigned(value) => errors.add(value, format_args!("`{key}` takes no value; write the bare word")),
            Value::List(list) => errors.add_at(list.span(), format_args!("`{key}` takes no list; write the bare word")),
        }
        true
    }

    /// The tokens behind `key =`.
    pub(crate) fn assigned(&self, key: &str, expected: &str, errors: &mut Errors) -> Option<&'a TokenStream> {
        let entry = self.get(key)?;
        match &entry.value {
            Value::Assigned(value) => Some(value),
            Value::None => {
                errors.add(&entry.key, format_args!("`{key}` needs a value; write `{key} =` and behind it {expected}"));
                None
            }
            Value::List(list) => {
                errors.add_at(
                    list.span(),
                    format_args!("`{key}` takes no list; write `{key} =` and behind it {expected}"),
                );
                None
            }
            Value::Faulty => None,
        }
    }

    /// The value behind `key =`, parsed as `T`.
    pub(crate) fn parsed<T: Parse>(&self, key: &str, expected: &str, errors: &mut Errors) -> Option<T> {
        let value = self.assigned(key, expected, errors)?;
        let parsed = syn::parse2(value.clone()).ok();
        if parsed.is_none() {
            let unquoted = syn::parse2::<LitStr>(value.clone()).ok().map(|text| text.value());
            match unquoted.filter(|text| text.parse().is_ok_and(|tokens| syn::parse2::<T>(tokens).is_ok())) {
                Some(text) => errors.add(value, format_args!("`{key}` has no quotes; write `{key} = {text}`")),
                None => errors.add(value, no_value(key, value, expected)),
            }
        }
        parsed
    }

    /// The string behind `key =`.
    pub(crate) fn string(&self, key: &str, errors: &mut Errors) -> Option<LitStr> {
        let value = self.assigned(key, "a string in double quotes", errors)?;
        match (syn::parse2::<LitStr>(value.clone()), syn::parse2::<Ident>(value.clone())) {
            (Ok(text), _) => return Some(text),
            (_, Ok(word)) if is_constant(&word) => errors.add(
                value,
                format_args!("the attribute cannot read a constant; write what `{word}` stands for, in double quotes"),
            ),
            (_, Ok(word)) => errors.add(value, format_args!("`{key}` is in double quotes; write `{key} = \"{word}\"`")),
            _ => errors.add(value, no_value(key, value, "a string in double quotes")),
        }
        None
    }

    /// The strings behind `key = "a"` or inside of `key("a", "b")`.
    pub(crate) fn strings(&self, key: &str, errors: &mut Errors) -> Vec<LitStr> {
        let Some(Entry { value: Value::List(list), .. }) = self.get(key) else {
            return self.string(key, errors).into_iter().collect();
        };
        let parser = Punctuated::<LitStr, Token![,]>::parse_terminated;
        match parser.parse2(list.stream()) {
            Ok(texts) if !texts.is_empty() => texts.into_iter().collect(),
            _ => {
                errors.add_at(list.span(), format_args!("`{key}` takes strings; write `{key} = \"...\"`"));
                Vec::new()
            }
        }
    }

    /// The bare word behind `key =`, one of `choices`.
    pub(crate) fn choice(&self, key: &str, choices: &[&str], errors: &mut Errors) -> Option<Ident> {
        let expected = format!("one of {}", quoted(choices));
        let value = self.assigned(key, &expected, errors)?;
        if let Ok(word) = syn::parse2::<Ident>(value.clone())
            && choices.contains(&word.to_string().as_str())
        {
            return Some(word);
        }
        // The last word of `Method::POST`, or what is between quotes.
        let said = syn::parse2::<LitStr>(value.clone()).map(|text| text.value());
        let said = said.or_else(|_| syn::parse2::<Path>(value.clone()).map(|path| last_word(&path)));
        let said = said.unwrap_or_default();
        match choices.iter().find(|choice| choice.eq_ignore_ascii_case(&said)) {
            Some(choice) => errors.add(value, format_args!("`{key}` is a bare word; write `{key} = {choice}`")),
            None if said.is_empty() => errors.add(value, format_args!("`{key}` is a bare word; use {expected}")),
            None => errors.add(value, format_args!("unknown {key} `{said}`; use {expected}")),
        }
        None
    }

    /// The entries inside `key(...)`.
    pub(crate) fn list(&self, key: &str, example: &str, errors: &mut Errors) -> Option<Vec<Entry>> {
        let list = self.group(key, example, errors)?;
        Some(crate::attr::entries(list.stream(), errors))
    }

    /// The parentheses of `key(...)`.
    pub(crate) fn group(&self, key: &str, example: &str, errors: &mut Errors) -> Option<&'a Group> {
        let entry = self.get(key)?;
        let Value::List(list) = &entry.value else {
            if matches!(entry.value, Value::Faulty) {
                return None;
            }
            errors.add(&entry.key, format_args!("`{key}` is a list; write `{example}`"));
            return None;
        };
        Some(list)
    }

    /// Whether `key()` was said.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        self.get(key).is_some_and(|entry| matches!(&entry.value, Value::List(list) if list.stream().is_empty()))
    }

    /// Records that words which exclude each other stand together, at all but the first of them.
    pub(crate) fn exclude(&self, keys: &[&str], what: &str, errors: &mut Errors) {
        let mut said = keys.iter().filter_map(|key| self.key(key));
        let Some(first) = said.next() else { return };
        for word in said {
            errors.add(word, format_args!("`{first}` and `{word}` are two {what}; keep one of them"));
        }
    }

    /// Records which of some words were left out, each given with an example. `at` is where they belong.
    pub(crate) fn require(&self, words: &[(&str, &str)], at: Span, errors: &mut Errors) {
        let is_missing = |key: &str| self.get(key).is_none() && !self.misspelt.contains(key);
        let missing: Vec<_> = words.iter().filter(|(key, _)| is_missing(key)).collect();
        let keys: Vec<_> = missing.iter().map(|(key, _)| format!("`{key}`")).collect();
        let examples: Vec<_> = missing.iter().map(|(_, example)| *example).collect();
        let verb = if missing.len() == 1 { "is" } else { "are" };
        if !missing.is_empty() {
            let (keys, examples) = (keys.join(" and "), examples.join(", "));
            errors.add_at(at, format_args!("{keys} {verb} missing; add `{examples}`"));
        }
    }
}

/// Whether a word is written as constants are.
fn is_constant(word: &Ident) -> bool {
    let word = word.to_string();
    word.len() > 1 && !word.contains(char::is_lowercase)
}

fn has_constant(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match &token {
        TokenTree::Ident(word) => is_constant(word),
        TokenTree::Group(group) => has_constant(group.stream()),
        _ => false,
    })
}

fn last_word(path: &Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// What to say of a value that is none of this key, as far as it tells what was meant.
pub(super) fn no_value(key: &str, value: &TokenStream, expected: &str) -> String {
    let constant = has_constant(value.clone());
    let first = value.clone().into_iter().next().map(|token| token.to_string()).unwrap_or_default();
    if first == "=" {
        format!("one `=` too many; write `{key} = ...`")
    } else if constant {
        format!("the attribute cannot read a constant; write its value as {expected}")
    } else {
        not_a_value(key, expected)
    }
}

/// What to say of a value that is none of this key.
pub(super) fn not_a_value(key: &str, expected: &str) -> String {
    format!("not a value of `{key}`; write {expected}")
}

fn unknown_key(key: &str, near: Option<&str>, known: &[&str], owner: &str) -> String {
    match near {
        Some(word) => format!("{owner} has no word `{key}`; did you mean `{word}`?"),
        None if known.len() == 1 => format!("{owner} has no word `{key}`; its only word is {}", quoted(known)),
        None => format!("{owner} has no word `{key}`; its words are {}", quoted(known)),
    }
}

/// The known word that a key was probably meant to be.
pub(super) fn nearest(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let distances = known.iter().map(|word| (distance(key, word), *word));
    distances.filter(|(distance, word)| *distance <= 1 + word.len() / 4).min().map(|(_, word)| word)
}

/// How many letters have to be put in, left out, replaced, or swapped with the next, to make one word the other.
#[allow(
    clippy::indexing_slicing,
    reason = "a row has a place for each letter and one more, and there is one of each letter so far"
)]
fn distance(from: &str, to: &str) -> usize {
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for (i, letter) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in to.iter().enumerate() {
            let least = (rows[i][j] + usize::from(letter != other)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            let are_swapped = i > 0 && j > 0 && *letter == to[j - 1] && from[i - 1] == *other;
            row.push(if are_swapped { least.min(rows[i - 1][j - 1] + 1) } else { least });
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_as_far_away_as_mistakes_were_made() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "path", 4),
            ("path", "path", 0),
            ("paht", "path", 1),
            ("pth", "path", 1),
            ("paths", "path", 1),
            ("bath", "path", 1),
            ("idempotnet", "idempotent", 1),
            ("hatp", "path", 2),
        ] {
            assert_eq!((distance(from, to), distance(to, from)), (expected, expected), "{from} {to}");
        }
    }
}
