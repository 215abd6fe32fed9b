//! How often something should happen.

use std::{fmt, ops::RangeInclusive};

/// A number, or a range where it is a matter of chance.
pub(crate) struct Count(RangeInclusive<usize>);

impl Count {
    pub(crate) fn holds(&self, count: usize) -> bool {
        self.0.contains(&count)
    }
}

impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self(count..=count)
    }
}

impl From<RangeInclusive<usize>> for Count {
    fn from(counts: RangeInclusive<usize>) -> Self {
        Self(counts)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (self.0.start(), self.0.end());
        if least == most { write!(f, "{least}") } else { write!(f, "{least} to {most}") }
    }
}
