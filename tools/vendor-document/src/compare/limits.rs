//! Limits: what a description says of values, against what is enforced.

use msdk::metadata::FixedValue;

use super::Found;
use crate::{declared::DeclaredField, page::Field};

/// Compares the limits of a field of a request.
pub(super) fn compare(field: &Field, declared: &DeclaredField, name: &str, found: &mut Found) {
    let mut differ = |what: &str, documented: Option<String>, declared: Option<String>| {
        if documented != declared {
            let none = || "none".to_owned();
            let (documented, declared) = (documented.unwrap_or_else(none), declared.unwrap_or_else(none));
            found.add(field.line, format!("{name}: {what}: the document says {documented}, declared {declared}"));
        }
    };
    let at_most = |limit: u32| format!("at most {limit}");
    let high = |limit: Option<(u32, u32)>| limit.map(|(_, high)| high).filter(|high| *high < u32::MAX).map(at_most);
    let (prose, limits) = (&field.prose, declared.limits);
    differ("bytes", prose.bytes.map(at_most), high(limits.bytes));
    differ("characters", prose.chars.map(at_most), high(limits.chars));
    differ("items", prose.items.map(at_most), high(limits.items));
    if let Some(only) = declared.only.map(plain) {
        // Where the page leaves a choice the constant is one of its values.
        let is_listed = prose.only.is_none() && (prose.values.is_empty() || prose.values.contains(&only));
        let is_default = prose.default.as_ref().is_none_or(|default| *default == only);
        if !(is_listed && is_default) {
            differ(
                "value",
                prose.only.clone().or_else(|| prose.default.clone()).or_else(|| Some(prose.values.join(" "))),
                Some(only),
            );
        }
    } else if prose.only.is_some() {
        differ("value", prose.only.clone(), None);
    } else {
        let values = declared_values(declared);
        let mut documented = prose.values.clone();
        documented.sort();
        let documented = (!documented.is_empty()).then(|| documented.join(" "));
        // A list that ends with `and so on` limits nothing.
        if !(prose.open && values.is_none()) {
            differ("values", documented, values);
        }
    }
}

/// The values that a declaration allows, none if it allows any.
fn declared_values(declared: &DeclaredField) -> Option<String> {
    let limits = declared.limits;
    let mut values: Vec<String> = limits.one_of.iter().copied().map(plain).collect();
    if let Some((low, high)) = limits.range {
        // The largest number of a type is no limit of the vendor's.
        let is_limit = high < i64::from(i32::MAX);
        if is_limit && high.saturating_sub(low) <= 64 {
            values.extend((low..=high).map(|value| value.to_string()));
        } else if is_limit {
            return Some(format!("{low} to {high}"));
        }
    }
    values.sort();
    values.dedup();
    (!values.is_empty()).then(|| values.join(" "))
}

/// A constant without quotation marks, as descriptions have it.
fn plain(value: FixedValue) -> String {
    match value {
        FixedValue::Int(value) => value.to_string(),
        FixedValue::Text(value) => value.to_owned(),
    }
}
