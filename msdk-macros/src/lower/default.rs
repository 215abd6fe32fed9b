//! The rules of `default = ...` on a field of a request.

use super::{
    Words, constant,
    types::{self, Holds},
    words::no_value,
};
use crate::{
    errors::Errors,
    input::RawField,
    keys,
    model::{FixedValue, Limit, Rule, Style},
};

/// `default = 0`, which is sent for `None` and obeys the field's own rules. The first mistake is reported.
pub(super) fn check_default(
    raw: &RawField,
    words: &Words<'_>,
    rules: &[Rule],
    style: &Style,
    errors: &mut Errors,
) -> Option<FixedValue> {
    const EXPECTED: &str = "an integer or a string in double quotes";
    let tokens = words.assigned(keys::DEFAULT, EXPECTED, errors)?;
    let Some(value) = constant::parse(tokens) else {
        errors.add(tokens, no_value(keys::DEFAULT, tokens, EXPECTED));
        return None;
    };
    if types::option_argument(&raw.ty).is_none() {
        errors.add(&raw.ty, "a default is sent for `None`; make the type an `Option`");
    } else if !matches!(style, Style::Plain | Style::Quoted) {
        errors.add(tokens, "a default is no list; remove `default`, or the word that says how a list is written");
    } else if let Some(mistake) = wrong_type(&value, raw) {
        errors.add(tokens, mistake);
    } else if let Some(rule) = rules.iter().find(|rule| breaks(&value, rule)) {
        errors.add(tokens, format_args!("the default breaks the field's own `{}`; change one of them", rule.word));
    }
    Some(value)
}

/// What is wrong if a field would be a string where it is `None`, and an integer otherwise, or the like.
fn wrong_type(value: &FixedValue, raw: &RawField) -> Option<String> {
    match (types::holds(&raw.ty)?, value) {
        (Holds::Int, FixedValue::Text(text)) => {
            let example = text.value().parse::<i64>().unwrap_or_default();
            Some(format!("the default is a string, and the field an integer; write one such as `default = {example}`"))
        }
        (Holds::Text, FixedValue::Int(int)) => {
            Some(format!("the default is an integer, and the field a string; write one such as `default = \"{int}\"`"))
        }
        (Holds::List | Holds::Other, _) => {
            Some("a default is an integer or a string, and the field is neither; remove it".to_owned())
        }
        (Holds::Int, FixedValue::Int(int)) => types::beyond(&raw.ty, *int),
        (Holds::Text, FixedValue::Text(_)) => None,
    }
}

/// Whether a constant breaks a rule.
fn breaks(value: &FixedValue, rule: &Rule) -> bool {
    match (&rule.limit, value) {
        (Limit::Range { low, high }, FixedValue::Int(int)) => rule.word == keys::RANGE && !(low..=high).contains(&int),
        (Limit::Range { low, high }, FixedValue::Text(text)) => {
            let count = if rule.word == keys::BYTES { text.value().len() } else { text.value().chars().count() };
            let is_length = rule.word == keys::BYTES || rule.word == keys::CHARS;
            is_length && i64::try_from(count).is_ok_and(|count| !(*low..=*high).contains(&count))
        }
        (Limit::OneOf(values), value) => !values.iter().any(|known| known.is(value)),
    }
}
