//! The grammar of attribute arguments: `word`, `key = value`, `key(list)`, separated by commas.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};

use crate::errors::Errors;

/// One argument of an attribute.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    pub(crate) value: Value,
}

/// What stands behind the key.
pub(crate) enum Value {
    /// Nothing: a bare word.
    None,
    /// `= tokens`, never empty.
    Assigned(TokenStream),
    /// `(tokens)`
    List(Group),
    /// Something else, which was recorded as a mistake.
    Faulty,
}

/// Reads arguments up to the end; a malformed one is recorded and skipped.
pub(crate) fn entries(tokens: TokenStream, errors: &mut Errors) -> Vec<Entry> {
    let tokens = with_commas(tokens, errors);
    let parts = split_at_commas(tokens).into_iter().flat_map(|part| split_before_keys(part, errors));
    let parts: Vec<_> = parts.collect();
    parts.into_iter().filter_map(|tokens| entry(tokens, errors)).collect()
}

/// Puts commas in the place of semicolons, the first of which is blamed.
fn with_commas(tokens: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut blamed = false;
    let replaced = tokens.into_iter().map(|token| match &token {
        TokenTree::Punct(punct) if punct.as_char() == ';' => {
            if !std::mem::replace(&mut blamed, true) {
                errors.add(punct, "arguments are separated by commas; write `,` in the place of `;`");
            }
            Punct::new(',', Spacing::Alone).into()
        }
        _ => token,
    });
    replaced.collect()
}

fn entry(tokens: Vec<TokenTree>, errors: &mut Errors) -> Option<Entry> {
    let mut tokens = tokens.into_iter();
    let key = match tokens.next()? {
        TokenTree::Ident(key) => key,
        other => {
            let message = without_word(&other, tokens.next().as_ref());
            errors.add(other, message);
            return None;
        }
    };
    let value = value(&key, &mut tokens, errors);
    if let (Some(extra), false) = (tokens.next(), matches!(value, Value::Faulty)) {
        errors.add(extra, format_args!("`{key}` has its value already; write a `,` behind that"));
    }
    Some(Entry { key, value })
}

/// What to say of an argument that does not start with a word.
fn without_word(first: &TokenTree, second: Option<&TokenTree>) -> String {
    let TokenTree::Literal(literal) = first else {
        return format!("`{first}` is not a word; write `word`, `key = value` or `key(...)`");
    };
    match second {
        Some(equals) if is_equals(equals) => {
            let word = literal.to_string();
            format!("a key has no quotes; write `{} = ...`", word.trim_matches('"'))
        }
        _ => {
            let text = literal.to_string();
            let key = if text.starts_with("\"/") { "path" } else { "name" };
            if text.starts_with('"') {
                format!("`{literal}` is a value without its key; write `{key} = {literal}`")
            } else {
                format!("`{literal}` is a value without its key; write a word such as `range = 1..=9` before it")
            }
        }
    }
}

fn value(key: &Ident, tokens: &mut impl Iterator<Item = TokenTree>, errors: &mut Errors) -> Value {
    match tokens.next() {
        None => Value::None,
        Some(TokenTree::Punct(equals)) if equals.as_char() == '=' => {
            let value: TokenStream = tokens.collect();
            if value.is_empty() {
                errors.add(key, format_args!("`{key} =` has no value; write one behind the `=`"));
                return Value::Faulty;
            }
            Value::Assigned(value)
        }
        Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Parenthesis => Value::List(list),
        Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
            errors.add(colon, format_args!("a value stands behind a `=` here; write `{key} = ...`"));
            Value::Faulty
        }
        Some(TokenTree::Ident(next)) => {
            errors.add(&next, format_args!("a `,` is missing before `{next}`; write `{key}, {next}`"));
            Value::Faulty
        }
        Some(other) => {
            errors.add(other, format_args!("`{key}` is followed by neither `=` nor `,`; write `{key} = ...`"));
            Value::Faulty
        }
    }
}

/// Splits at the commas that stand outside of groups and of generic arguments.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut angles = 0_usize;
    let mut arrow = false;
    for token in tokens {
        let mut dash = false;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                ',' if angles == 0 => {
                    parts.push(std::mem::take(&mut part));
                    arrow = false;
                    continue;
                }
                '<' => angles += 1,
                '>' if !arrow => angles = angles.saturating_sub(1),
                _ => {}
            }
            dash = is_dash(punct);
        }
        arrow = dash;
        part.push(token);
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Splits `a = 1 b = 2` and `a = 1 b`, where a comma was forgotten, before the second key.
fn split_before_keys(tokens: Vec<TokenTree>, errors: &mut Errors) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_word = part.len() > 2 && matches!(token, TokenTree::Ident(_));
        if is_word && !is_unit(&part, &token) && tokens.peek().map_or_else(|| ends_value(&part), is_equals) {
            errors.add(&token, format_args!("a `,` is missing before `{token}`; write one there"));
            parts.push(std::mem::take(&mut part));
        }
        part.push(token);
    }
    parts.push(part);
    parts
}

/// Whether a word is the unit of the number before it, as in `3 s`.
fn is_unit(part: &[TokenTree], word: &TokenTree) -> bool {
    let is_number =
        matches!(part.last(), Some(TokenTree::Literal(number)) if number.to_string().parse::<u64>().is_ok());
    is_number && matches!(word.to_string().as_str(), "s" | "ms")
}

/// Whether a value can end here, so that a word behind it is one too many: not in `&'a T` or `dyn T`.
fn ends_value(tokens: &[TokenTree]) -> bool {
    let lifetime = |token: &TokenTree| matches!(token, TokenTree::Punct(quote) if quote.as_char() == '\'');
    match tokens {
        [.., before, TokenTree::Ident(word)] => {
            !lifetime(before) && !["dyn", "impl", "mut", "const"].iter().any(|keyword| word == keyword)
        }
        [.., TokenTree::Literal(_) | TokenTree::Group(_)] => true,
        _ => false,
    }
}

fn is_equals(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '=' && punct.spacing() == Spacing::Alone)
}

/// The first half of `->`, whose second half closes nothing.
fn is_dash(punct: &Punct) -> bool {
    matches!(punct.as_char(), '-' | '=') && punct.spacing() == Spacing::Joint
}
