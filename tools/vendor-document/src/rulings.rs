//! The list of differences that are wanted, each with its reason.

use std::{collections::BTreeSet, fmt};

use serde::Deserialize;

use crate::compare::Difference;

/// The rulings of a file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulings {
    /// The rulings, in the order of the file.
    #[serde(default, rename = "ruling")]
    pub rulings: Vec<Ruling>,
}

/// Why a difference is wanted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// The difference, word by word as `check` prints it.
    pub difference: String,
    /// The reason.
    pub reason: String,
}

/// What rulings make of differences.
#[derive(Debug)]
pub struct Verdict<'a> {
    /// Those without a ruling.
    pub new: Vec<&'a Difference>,
    /// Those with one.
    pub ruled: Vec<(&'a Difference, &'a Ruling)>,
    /// The rulings about nothing.
    pub unused: Vec<&'a Ruling>,
}

/// Why a file is no list of rulings.
#[derive(Debug)]
pub struct BadRulings(String);

impl fmt::Display for BadRulings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadRulings {}

impl Rulings {
    /// Reads a file of rulings.
    ///
    /// # Errors
    ///
    /// If it is no TOML of this form, has a ruling without a reason, or two about one difference.
    pub fn read(text: &str) -> Result<Self, BadRulings> {
        let rulings: Self = toml::from_str(text).map_err(|error| BadRulings(error.to_string()))?;
        let mut known = BTreeSet::new();
        for ruling in &rulings.rulings {
            if ruling.reason.trim().is_empty() {
                return Err(BadRulings(format!("a ruling has no reason: {}", ruling.difference)));
            }
            if !known.insert(&ruling.difference) {
                return Err(BadRulings(format!("two rulings are about one difference: {}", ruling.difference)));
            }
        }
        Ok(rulings)
    }

    /// Returns why a difference is wanted, none if no ruling says so.
    #[must_use]
    pub fn reason(&self, difference: &Difference) -> Option<&str> {
        self.of(difference).map(|ruling| ruling.reason.as_str())
    }

    fn of(&self, difference: &Difference) -> Option<&Ruling> {
        self.rulings.iter().find(|ruling| ruling.difference == difference.key)
    }

    /// Tells the differences that are new from those that were looked at.
    pub fn judge<'a>(&'a self, differences: impl IntoIterator<Item = &'a Difference>) -> Verdict<'a> {
        let mut verdict = Verdict { new: Vec::new(), ruled: Vec::new(), unused: Vec::new() };
        for difference in differences {
            match self.of(difference) {
                Some(ruling) => verdict.ruled.push((difference, ruling)),
                None => verdict.new.push(difference),
            }
        }
        let is_used =
            |ruling: &&Ruling| verdict.ruled.iter().any(|(difference, _)| difference.key == ruling.difference);
        verdict.unused = self.rulings.iter().filter(|ruling| !is_used(ruling)).collect();
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str =
        "[[ruling]]\ndifference = \"a\"\nreason = \"because\"\n[[ruling]]\ndifference = \"b\"\nreason = \"so\"\n";

    #[test]
    fn differences_are_new_or_ruled_and_rulings_used_or_not() {
        let rulings = Rulings::read(TWO).unwrap();
        let differences = ["a", "c"].map(|key| Difference { line: 1, key: key.into() });
        let verdict = rulings.judge(&differences);
        assert_eq!(verdict.new, [&differences[1]]);
        assert_eq!(verdict.ruled[0].1.reason, "because");
        assert_eq!(verdict.unused[0].difference, "b");
    }

    #[test]
    fn a_ruling_has_a_reason_and_is_the_only_one() {
        let refused = |text: &str| Rulings::read(text).unwrap_err().to_string();
        assert!(refused("[[ruling]]\ndifference = \"a\"\nreason = \" \"").contains("no reason"));
        assert!(refused(&format!("{TWO}{TWO}")).contains("two rulings"));
        assert!(refused("[[ruling]]\ndifference = \"a\"").contains("missing field `reason`"));
        assert!(refused("[[rule]]").contains("unknown field"));
    }
}
