//! What the gateway says in `msg`, in Chinese.
//!
//! A message is read by a table of patterns, so that whoever has only its text can have it read: from a recorded answer, or
//! a line of a log. A pattern's placeholder is the kind of what stands there: a name, a number, a rule that has a table of
//! its own.

mod table;

#[cfg(test)]
mod tests;

use msdk::errors::Violation;

/// The size up to which a message is read. Longer ones repeat something long of the request's, and looking for the end of
/// that would take a while.
const LONGEST: usize = 1024;

/// Returns a message in Chinese. A platform's code stays in front of it.
pub(super) fn of(msg: &str) -> Option<String> {
    if msg.len() > LONGEST {
        return None;
    }
    let (code, text) = split_code(msg);
    Some(format!("{code}{}", say(table::MESSAGES, text)?))
}

/// Splits off the code of a platform with its comma.
fn split_code(msg: &str) -> (&str, &str) {
    let is_code = |text: &str| is_number(text.strip_prefix('-').unwrap_or(text));
    match msg.split_once(',') {
        Some((code, _)) if is_code(code) => msg.split_at(code.len() + 1),
        _ => ("", msg),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns what the first row makes of a text whose pattern fits.
fn say(table: table::Table, text: &str) -> Option<String> {
    table.iter().find_map(|(en, zh)| {
        let mut found = Vec::new();
        read(en, text, &mut found).then(|| fill(zh, &found))
    })
}

/// Holds a text against a pattern, and gathers what stands at the placeholders, in Chinese where it has to be.
fn read(pattern: &str, text: &str, found: &mut Vec<String>) -> bool {
    let (literal, placeholder) = next(pattern);
    let Some(text) = text.strip_prefix(literal) else { return false };
    let Some((kind, pattern)) = placeholder else { return text.is_empty() };
    let mut is_read = |end: usize| {
        let (piece, text) = text.split_at(end);
        let Some(said) = say_kind(kind, piece) else { return false };
        found.push(said);
        let is_read = read(pattern, text, found);
        if !is_read {
            found.pop();
        }
        is_read
    };
    if pattern.is_empty() {
        return is_read(text.len());
    }
    // What a request brought may have the words that follow, so each place where they stand is tried.
    text.match_indices(next(pattern).0).any(|(end, _)| is_read(end))
}

/// The text before the first placeholder of a pattern, its kind, and the rest.
fn next(pattern: &str) -> (&str, Option<(&str, &str)>) {
    for (start, _) in pattern.match_indices('{') {
        let (literal, rest) = pattern.split_at(start);
        let Some((kind, rest)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) else { continue };
        // Other braces are braces.
        if !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return (literal, Some((kind, rest)));
        }
    }
    (pattern, None)
}

/// What stands at a placeholder; none if it is nothing of that kind.
fn say_kind(kind: &str, text: &str) -> Option<String> {
    let as_it_is = |is_it: bool| is_it.then(|| text.to_owned());
    match kind {
        "name" | "text" => as_it_is(true),
        "number" => as_it_is(is_number(text)),
        "word" => as_it_is(!text.is_empty() && !text.contains(char::is_whitespace)),
        "rule" => say(table::RULES, text).or_else(|| Some(Violation::zh_of_rule(text)?.into_owned())),
        _ => say(table::of_kind(kind)?, text),
    }
}

/// Puts what was found into a Chinese text, by its place.
fn fill(zh: &str, found: &[String]) -> String {
    let mut said = String::new();
    let mut rest = zh;
    while let (literal, Some((place, after))) = next(rest) {
        said.push_str(literal);
        said.push_str(place.parse().ok().and_then(|place: usize| found.get(place)).map_or("", String::as_str));
        rest = after;
    }
    said + rest
}
