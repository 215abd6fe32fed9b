//! Constants: of the body, of a default, of a choice.

use proc_macro2::{TokenStream, TokenTree};
use syn::{LitInt, LitStr, Token, Type, parse::Parser, punctuated::Punctuated};

use super::{Words, types, words::no_value};
use crate::{
    attr::{Entry, Value},
    errors::Errors,
    keys,
    model::{Fixed, FixedValue},
};

/// An integer or a string.
pub(super) fn parse(tokens: &TokenStream) -> Option<FixedValue> {
    if let Ok(text) = syn::parse2::<LitStr>(tokens.clone()) {
        return Some(FixedValue::Text(text));
    }
    let mut tokens = tokens.clone().into_iter().peekable();
    let negative = tokens.next_if(|token| matches!(token, TokenTree::Punct(minus) if minus.as_char() == '-')).is_some();
    let int: LitInt = syn::parse2(tokens.collect()).ok()?;
    let magnitude: i128 = int.base10_parse().ok()?;
    i64::try_from(if negative { -magnitude } else { magnitude }).ok().map(FixedValue::Int)
}

/// `fixed(dst = 1001, flag = 1)`
pub(super) fn check_fixed(words: &Words<'_>, errors: &mut Errors) -> Vec<Fixed> {
    check_list(words, keys::FIXED, "fixed(dst = 1001)", errors)
}

/// The constants in the parentheses of a word.
pub(super) fn check_list(words: &Words<'_>, key: &str, example: &str, errors: &mut Errors) -> Vec<Fixed> {
    let entries = words.list(key, example, errors).unwrap_or_default();
    if let (true, Some(word)) = (words.is_empty_list(key), words.key(key)) {
        errors.add(word, format_args!("`{key}` has no constants; write one such as `{example}`, or remove it"));
    }
    entries.into_iter().filter_map(|entry| fixed(entry, errors)).collect()
}

fn fixed(Entry { key, value }: Entry, errors: &mut Errors) -> Option<Fixed> {
    let Value::Assigned(tokens) = &value else {
        if matches!(value, Value::Faulty) {
            return None;
        }
        errors.add(&key, format_args!("`{key}` has no value; write `{key} = 1` or `{key} = \"text\"`"));
        return None;
    };
    let value = parse(tokens);
    if value.is_none() {
        errors.add(tokens, no_value(&key.to_string(), tokens, "an integer or a string in double quotes"));
    }
    Some(Fixed { name: key, value: value? })
}

/// A constant that is sent twice.
pub(super) fn check_unique(fixed: &[Fixed], errors: &mut Errors) {
    for (index, Fixed { name, .. }) in fixed.iter().enumerate() {
        if fixed.iter().take(index).any(|first| first.name == *name) {
            errors.add(name, format_args!("`{name}` is already sent by a fixed value; remove one of them"));
        }
    }
}

/// `one_of = ["a", "b"]` or `one_of = [1, 2]`
pub(super) fn check_one_of(words: &Words<'_>, ty: &Type, errors: &mut Errors) -> Option<Vec<FixedValue>> {
    const EXPECTED: &str = "a list in brackets of integers or of strings, such as `[1, 2]`";
    let tokens = words.assigned(keys::ONE_OF, EXPECTED, errors)?;
    let Some(literals) = literals(tokens) else {
        errors.add(tokens, no_value(keys::ONE_OF, tokens, EXPECTED));
        return None;
    };
    let values: Option<Vec<FixedValue>> = literals.iter().map(parse).collect();
    let Some(values) = values.filter(|values| is_of_one_kind(values)) else {
        errors.add(tokens, no_value(keys::ONE_OF, tokens, EXPECTED));
        return None;
    };
    check_choice(ty, &values, &literals, errors);
    if values.is_empty() {
        errors.add(tokens, "an empty choice, so no value could be sent; list the values there are");
        return None;
    }
    Some(values)
}

/// A value that the field cannot have, or one that is listed twice.
fn check_choice(ty: &Type, values: &[FixedValue], literals: &[TokenStream], errors: &mut Errors) {
    for (index, (value, literal)) in values.iter().zip(literals).enumerate() {
        if values.iter().take(index).any(|first| first.is(value)) {
            errors.add(literal, "a value that is listed already; remove one of them");
        } else if let FixedValue::Int(int) = value
            && let Some(mistake) = types::beyond(ty, *int)
        {
            errors.add(literal, mistake);
        }
    }
}

/// The literals in brackets.
fn literals(tokens: &TokenStream) -> Option<Vec<TokenStream>> {
    let group: proc_macro2::Group = syn::parse2(tokens.clone()).ok()?;
    if group.delimiter() != proc_macro2::Delimiter::Bracket {
        return None;
    }
    let literals = Punctuated::<Signed, Token![,]>::parse_terminated.parse2(group.stream()).ok()?;
    Some(literals.into_iter().map(|Signed(tokens)| tokens).collect())
}

/// Whether all are integers or all are strings.
fn is_of_one_kind(values: &[FixedValue]) -> bool {
    let ints = values.iter().filter(|value| matches!(value, FixedValue::Int(_))).count();
    ints == 0 || ints == values.len()
}

/// A literal with the sign before it.
struct Signed(TokenStream);

impl syn::parse::Parse for Signed {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        use quote::ToTokens;
        let mut tokens = TokenStream::new();
        input.parse::<Option<Token![-]>>()?.to_tokens(&mut tokens);
        input.parse::<syn::Lit>()?.to_tokens(&mut tokens);
        Ok(Self(tokens))
    }
}
