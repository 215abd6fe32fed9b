//! What a value may be.

use super::breach::{BYTES, Breach, CHARACTERS, ITEMS, Unit};
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
        self.breach(value).map(|breach| breach.in_english())
    }

    /// Finds the limit that a value breaks, if any.
    pub(crate) fn breach(&self, value: Measure<'_>) -> Option<Breach> {
        match value {
            Measure::Text(text) => check_count(self.bytes, text.len(), &BYTES)
                .or_else(|| check_count(self.chars, text.chars().count(), &CHARACTERS))
                .or_else(|| self.check_one_of(|value| matches!(value, FixedValue::Text(known) if *known == text))),
            Measure::Items(count) => check_count(self.items, count, &ITEMS),
            Measure::Int(int) => check_range(self.range, int).or_else(|| {
                self.check_one_of(|value| matches!(value, FixedValue::Int(known) if i128::from(*known) == int))
            }),
            Measure::Opaque => None,
        }
    }

    fn check_one_of(&self, is: impl Fn(&FixedValue) -> bool) -> Option<Breach> {
        if self.one_of.is_empty() || self.one_of.iter().any(is) {
            return None;
        }
        Some(Breach::OneOf(self.one_of.iter().map(ToString::to_string).collect()))
    }
}

fn check_range(limit: Option<(i64, i64)>, int: i128) -> Option<Breach> {
    let (low, high) = limit?;
    let is_within = int >= low.into() && int <= high.into();
    (!is_within).then_some(Breach::Range { low, high, int })
}

fn check_count(limit: Option<(u32, u32)>, count: usize, unit: &'static Unit) -> Option<Breach> {
    let (low, high) = limit?;
    let is_within =
        usize::try_from(low).is_ok_and(|low| count >= low) && usize::try_from(high).is_ok_and(|high| count <= high);
    (!is_within).then_some(Breach::Count { unit, low, high, count })
}
