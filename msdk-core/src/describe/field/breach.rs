//! Broken limits in words, and back.

/// A limit that is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Breach {
    /// There are too few of something, or too many.
    Count { unit: &'static Unit, low: u32, high: u32, count: usize },
    /// An integer is too small, or too large.
    Range { low: i64, high: i64, int: i128 },
    /// It is none of the only values there are, which are written down here.
    OneOf(Vec<String>),
}

/// What is counted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    en: &'static str,
    /// What follows the word.
    of: &'static str,
    /// The words before and after the number in Chinese.
    zh: [&'static str; 2],
}

pub(super) const BYTES: Unit = Unit { en: "byte", of: " of UTF-8", zh: ["的 UTF-8 编码", " 字节"] };
pub(super) const CHARACTERS: Unit = Unit { en: "character", of: "", zh: ["", " 个字符"] };
pub(super) const ITEMS: Unit = Unit { en: "item", of: "", zh: ["", " 项"] };

impl Breach {
    pub(crate) fn in_english(&self) -> String {
        match self {
            Self::Count { unit: Unit { en, of, .. }, low, high, count } => {
                let plural = |count: u32| if count == 1 { (*en).to_owned() } else { format!("{en}s") };
                let rule = match (*low, *high) {
                    (low, high) if low == high => format!("exactly {low} {}", plural(low)),
                    (0, high) => format!("at most {high} {}", plural(high)),
                    (low, u32::MAX) => format!("at least {low} {}", plural(low)),
                    (low, high) => format!("{low} to {high} {}", plural(high)),
                };
                format!("must have {rule}{of}, has {count}")
            }
            Self::Range { low, high, int } => {
                let rule = match (*low, *high) {
                    (i64::MIN, high) => format!("at most {high}"),
                    (low, i64::MAX) => format!("at least {low}"),
                    (low, high) if low.checked_add(1) == Some(high) => format!("{low} or {high}"),
                    (low, high) => format!("{low} to {high}"),
                };
                format!("must be {rule}, is {int}")
            }
            Self::OneOf(known) => format!("must be one of {}", known.join(", ")),
        }
    }

    pub(crate) fn in_chinese(&self) -> String {
        match self {
            Self::Count { unit, low, high, count } => {
                let [before, after] = unit.zh;
                let rule = match (*low, *high) {
                    (low, high) if low == high => format!("须为 {low}"),
                    (0, high) => format!("最多 {high}"),
                    (low, u32::MAX) => format!("至少 {low}"),
                    (low, high) => format!("须为 {low} 至 {high}"),
                };
                format!("{before}{rule}{after}，现为 {count}")
            }
            Self::Range { low, high, int } => {
                let rule = match (*low, *high) {
                    (i64::MIN, high) => format!("不能大于 {high}"),
                    (low, i64::MAX) => format!("不能小于 {low}"),
                    (low, high) if low.checked_add(1) == Some(high) => format!("只能是 {low} 或 {high}"),
                    (low, high) => format!("只能是 {low} 至 {high}"),
                };
                format!("{rule}，现为 {int}")
            }
            Self::OneOf(known) => format!("只能取 {}", known.join("、")),
        }
    }

    /// Reads what [`in_english`](Self::in_english) writes; none for anything else.
    pub(crate) fn read(rule: &str) -> Option<Self> {
        let units = [&BYTES, &CHARACTERS, &ITEMS];
        let count = || units.into_iter().find_map(|unit| read_count(rule, unit));
        let found = read_one_of(rule).or_else(count).or_else(|| read_range(rule))?;
        (found.in_english() == rule).then_some(found)
    }
}

fn read_count(rule: &str, unit: &'static Unit) -> Option<Breach> {
    let (limit, count) = rule.strip_prefix("must have ")?.rsplit_once(", has ")?;
    let words = limit.strip_suffix(unit.of)?;
    let (limit, _) = words.rsplit_once(&format!(" {}", unit.en))?;
    let number = |text: &str| text.parse::<u32>().ok();
    let (low, high) = if let Some(exactly) = limit.strip_prefix("exactly ") {
        (number(exactly)?, number(exactly)?)
    } else if let Some(most) = limit.strip_prefix("at most ") {
        (0, number(most)?)
    } else if let Some(least) = limit.strip_prefix("at least ") {
        (number(least)?, u32::MAX)
    } else {
        let (low, high) = limit.split_once(" to ")?;
        (number(low)?, number(high)?)
    };
    Some(Breach::Count { unit, low, high, count: count.parse().ok()? })
}

fn read_range(rule: &str) -> Option<Breach> {
    let (limit, int) = rule.strip_prefix("must be ")?.rsplit_once(", is ")?;
    let number = |text: &str| text.parse::<i64>().ok();
    let (low, high) = if let Some(most) = limit.strip_prefix("at most ") {
        (i64::MIN, number(most)?)
    } else if let Some(least) = limit.strip_prefix("at least ") {
        (number(least)?, i64::MAX)
    } else {
        let (low, high) = limit.split_once(" or ").or_else(|| limit.split_once(" to "))?;
        (number(low)?, number(high)?)
    };
    Some(Breach::Range { low, high, int: int.parse().ok()? })
}

/// Reads values, which are integers, or texts in quotes that may have a comma.
fn read_one_of(rule: &str) -> Option<Breach> {
    let mut rest = rule.strip_prefix("must be one of ")?;
    let mut known = Vec::new();
    loop {
        let end = match rest.strip_prefix('"') {
            Some(text) => 2 + end_of_quoted(text)?,
            None => rest.find(", ").unwrap_or(rest.len()),
        };
        let (value, after) = rest.split_at_checked(end)?;
        if !value.starts_with('"') {
            value.parse::<i64>().ok()?;
        }
        known.push(value.to_owned());
        match after.strip_prefix(", ") {
            Some(more) => rest = more,
            None => return after.is_empty().then_some(Breach::OneOf(known)),
        }
    }
}

/// Where the quote stands that ends a text.
fn end_of_quoted(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.find(|found| match found {
        _ if is_escaped => {
            is_escaped = false;
            false
        }
        '\\' => {
            is_escaped = true;
            false
        }
        found => found == '"',
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let counts = [(3, 3), (1, 1), (0, 1), (0, 45), (1, u32::MAX), (2, u32::MAX), (1, 2), (0, 0)];
        let of_unit = |unit| counts.map(|(low, high)| Breach::Count { unit, low, high, count: 48 });
        let counts = [&BYTES, &CHARACTERS, &ITEMS].map(of_unit).concat();
        let ranges = [(i64::MIN, -3), (7, i64::MAX), (0, 1), (-5, 100)];
        let ranges = ranges.map(|(low, high)| Breach::Range { low, high, int: i128::from(i64::MAX) + 1 });
        let values = [vec!["1", "-2"], vec![r#""a, \"b\\""#, r#""""#, "3"]];
        let values = values.map(|values| Breach::OneOf(values.into_iter().map(str::to_owned).collect()));
        for breach in counts.iter().chain(&ranges).chain(&values) {
            let rule = breach.in_english();
            assert_eq!(Breach::read(&rule).as_ref(), Some(breach), "{rule}");
        }
    }

    #[test]
    fn nothing_else_is_read() {
        for rule in [
            "",
            "must be ",
            "must be one of ",
            "must be one of gold",
            "must be one of \"gold",
            "must be one of \"gold\" and more",
            "must have at most 1 items, has 2",
            "must have at most 01 item, has 2",
            "must have at most 2 items of UTF-8, has 3",
            "must have at most many items, has 3",
            "must be at most 3",
            "must be 1 to 2, is three",
        ] {
            assert_eq!(Breach::read(rule), None, "{rule}");
        }
    }
}
