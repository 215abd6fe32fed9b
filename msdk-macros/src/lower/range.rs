//! Ranges: `bytes = ..=45`, `items = 1..=50`, `range = 1..=2`.

use proc_macro2::TokenStream;
use syn::{
    LitInt, LitStr, Token,
    parse::{Parse, ParseStream},
};

use super::{Words, types, words::no_value};
use crate::{
    attr::Value,
    errors::Errors,
    keys,
    model::{Limit, Rule},
};

/// What the ends of a range may be.
#[derive(Clone, Copy)]
pub(super) enum Domain {
    /// From 0 to the largest `u32`.
    Count,
    /// Every `i64`.
    Int,
}

impl Domain {
    fn ends(self) -> (i64, i64) {
        match self {
            Self::Count => (0, i64::from(u32::MAX)),
            Self::Int => (i64::MIN, i64::MAX),
        }
    }
}

/// The limit that `word` states.
pub(super) fn check_range(words: &Words<'_>, word: &str, domain: Domain, errors: &mut Errors) -> Option<Rule> {
    let example = format!("a range such as `{word} = 1..=50`, with an end left out where there is no limit");
    let value = words.assigned(word, &example, errors)?;
    let Ok(range) = syn::parse2::<Range>(value.clone()) else {
        errors.add(value, no_range(word, value, &example));
        return None;
    };
    let (floor, ceiling) = domain.ends();
    let low = range.low.unwrap_or(i128::from(floor));
    let high = range.high.unwrap_or(i128::from(ceiling));
    if low > high {
        errors.add(value, "the range is empty, so no value could be sent; write the smaller end first");
        return None;
    }
    if range.low.is_none() && range.high.is_none() {
        errors.add(value, "the range limits nothing; write an end, or leave the word out");
        return None;
    }
    let (Ok(low), Ok(high)) = (i64::try_from(low), i64::try_from(high)) else {
        errors.add(value, format_args!("`{word}` goes from {floor} to {ceiling}; write ends inside of that"));
        return None;
    };
    if low < floor || high > ceiling {
        errors.add(value, format_args!("`{word}` goes from {floor} to {ceiling}; write ends inside of that"));
        return None;
    }
    Some(Rule { word: words.key(word)?.clone(), limit: Limit::Range { low, high } })
}

/// What to say of a value that is no range: of `45`, of `"1..=50"`, of a constant.
fn no_range(word: &str, value: &TokenStream, example: &str) -> String {
    let text = syn::parse2::<LitStr>(value.clone()).map(|text| text.value()).unwrap_or_default();
    if syn::parse_str::<Range>(&text).is_ok() {
        format!("a range has no quotes; write `{word} = {text}`")
    } else if let Ok(number) = syn::parse2::<LitInt>(value.clone()) {
        format!(
            "a limit is a range; write `{word} = ..={number}` for at most that, `{word} = {number}..={number}` for just that"
        )
    } else {
        no_value(word, value, example)
    }
}

/// Checks that a type can have the values at the ends that a range states.
pub(super) fn check_reach(rule: &Rule, words: &Words<'_>, ty: &syn::Type, errors: &mut Errors) {
    let Limit::Range { low, high } = rule.limit else { return };
    let Some((name, least, most)) = types::integer(ty) else { return };
    let is_stated = |end| end != i64::MIN && end != i64::MAX;
    let is_out = |end: i64| is_stated(end) && !(least..=most).contains(&i128::from(end));
    if (is_out(low) || is_out(high))
        && let Some(Value::Assigned(value)) = words.value(keys::RANGE)
    {
        errors.add(
            value,
            format_args!("`{name}` goes from {least} to {most}; write ends inside of that, or a larger type"),
        );
    }
}

/// `low..=high` with either end optional; `..high` excludes its end, as in Rust.
struct Range {
    low: Option<i128>,
    high: Option<i128>,
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let low = if input.peek(Token![..]) { None } else { Some(signed(input)?) };
        let inclusive = input.peek(Token![..=]);
        if inclusive {
            input.parse::<Token![..=]>()?;
        } else {
            input.parse::<Token![..]>()?;
        }
        let high = if input.is_empty() && !inclusive { None } else { Some(signed(input)?) };
        Ok(Self { low, high: high.map(|high| if inclusive { high } else { high - 1 }) })
    }
}

fn signed(input: ParseStream<'_>) -> syn::Result<i128> {
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    let magnitude: i128 = input.parse::<LitInt>()?.base10_parse()?;
    Ok(if negative { -magnitude } else { magnitude })
}
