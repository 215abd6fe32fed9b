//! What a value may be.

use crate::{describe::FixedValue, encode::Measure};

/// Limits of a value, as inclusive pairs of the smallest and the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Limits {
    /// The length of a text in bytes of UTF-8.
    pub bytes: Option<(u32, u32)>,
    /// The length of a text in characters (Unicode scalar values).
    pub chars: Option<(u32, u32)>,
    /// The number of items of a list.
    pub items: Option<(u32, u32)>,
    /// The range of an integer.
    pub range: Option<(i64, i64)>,
    /// The only values there are; empty for no such limit.
    pub one_of: &'static [FixedValue],
}

/// One limit under construction, which was checked against the type of its field.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    Bytes(u32, u32),
    Chars(u32, u32),
    Items(u32, u32),
    Range(i64, i64),
    OneOf(&'static [FixedValue]),
}

/// What limits a text: a constant of the trait [`TextValue`](crate::encode::TextValue), so that a type without it is blamed for that alone.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct OfText;

impl OfText {
    #[must_use]
    pub const fn bytes(self, low: u32, high: u32) -> Limit {
        Limit::Bytes(low, high)
    }

    #[must_use]
    pub const fn chars(self, low: u32, high: u32) -> Limit {
        Limit::Chars(low, high)
    }

    #[must_use]
    pub const fn one_of(self, values: &'static [FixedValue]) -> Limit {
        Limit::OneOf(values)
    }
}

/// What limits a list.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct OfItems;

impl OfItems {
    #[must_use]
    pub const fn items(self, low: u32, high: u32) -> Limit {
        Limit::Items(low, high)
    }
}

/// What limits an integer.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct OfNumber;

impl OfNumber {
    #[must_use]
    pub const fn range(self, low: i64, high: i64) -> Limit {
        Limit::Range(low, high)
    }

    #[must_use]
    pub const fn one_of(self, values: &'static [FixedValue]) -> Limit {
        Limit::OneOf(values)
    }
}

impl Limits {
    /// No limits.
    pub const NONE: Self = Self { bytes: None, chars: None, items: None, range: None, one_of: &[] };

    /// Returns these limits with a number of items.
    #[must_use]
    pub const fn with_items(self, low: u32, high: u32) -> Self {
        self.with(Limit::Items(low, high))
    }

    /// Returns these limits with a range.
    #[must_use]
    pub const fn with_range(self, low: i64, high: i64) -> Self {
        self.with(Limit::Range(low, high))
    }

    pub(super) const fn with(self, limit: Limit) -> Self {
        match limit {
            Limit::Bytes(low, high) => Self { bytes: Some((low, high)), ..self },
            Limit::Chars(low, high) => Self { chars: Some((low, high)), ..self },
            Limit::Items(low, high) => Self { items: Some((low, high)), ..self },
            Limit::Range(low, high) => Self { range: Some((low, high)), ..self },
            Limit::OneOf(one_of) => Self { one_of, ..self },
        }
    }

    /// Says which limit a value breaks, if any.
    pub fn broken_by(&self, value: Measure<'_>) -> Option<String> {
        match value {
            Measure::Text(text) => check_count(self.bytes, text.len(), "byte", " of UTF-8")
                .or_else(|| check_count(self.chars, text.chars().count(), "character", ""))
                .or_else(|| self.check_one_of(|value| matches!(value, FixedValue::Text(known) if *known == text))),
            Measure::Items(count) => check_count(self.items, count, "item", ""),
            Measure::Int(int) => check_range(self.range, int).or_else(|| {
                self.check_one_of(|value| matches!(value, FixedValue::Int(known) if i128::from(*known) == int))
            }),
            Measure::Opaque => None,
        }
    }

    fn check_one_of(&self, is: impl Fn(&FixedValue) -> bool) -> Option<String> {
        if self.one_of.is_empty() || self.one_of.iter().any(is) {
            return None;
        }
        let known: Vec<String> = self.one_of.iter().map(ToString::to_string).collect();
        Some(format!("must be one of {}", known.join(", ")))
    }
}

fn check_range(limit: Option<(i64, i64)>, int: i128) -> Option<String> {
    let (low, high) = limit?;
    if int >= low.into() && int <= high.into() {
        return None;
    }
    Some(match (low, high) {
        (i64::MIN, high) => format!("must be at most {high}, is {int}"),
        (low, i64::MAX) => format!("must be at least {low}, is {int}"),
        (low, high) if low.checked_add(1) == Some(high) => format!("must be {low} or {high}, is {int}"),
        (low, high) => format!("must be {low} to {high}, is {int}"),
    })
}

fn check_count(limit: Option<(u32, u32)>, count: usize, unit: &str, of: &str) -> Option<String> {
    let (low, high) = limit?;
    if usize::try_from(low).is_ok_and(|low| count >= low) && usize::try_from(high).is_ok_and(|high| count <= high) {
        return None;
    }
    let plural = |count: u32| if count == 1 { unit.to_owned() } else { format!("{unit}s") };
    let rule = match (low, high) {
        (low, high) if low == high => format!("exactly {low} {}", plural(low)),
        (0, high) => format!("at most {high} {}", plural(high)),
        (low, u32::MAX) => format!("at least {low} {}", plural(low)),
        (low, high) => format!("{low} to {high} {}", plural(high)),
    };
    Some(format!("must have {rule}{of}, has {count}"))
}
