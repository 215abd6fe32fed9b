//! Broken rules, and the way to the value that breaks one.

use std::fmt::{self, Write as _};

use super::Encoder;
use crate::{describe::Field, error::Violation};

/// A step on the way from the body to a value.
#[derive(Clone, Copy)]
pub(super) enum Segment {
    /// A field, with the place where its value starts.
    Key(&'static Field, usize),
    Index(usize),
}

/// Takes the rules that a function over several fields found broken.
pub struct Report<'a> {
    path: &'a [Segment],
    items_before: usize,
    violations: &'a mut Vec<Violation>,
}

impl<'a> Report<'a> {
    pub(super) const fn new(path: &'a [Segment], items_before: usize, violations: &'a mut Vec<Violation>) -> Self {
        Self { path, items_before, violations }
    }

    /// Records that `field`, a wire name, breaks `rule`: "must come with `groupCode`".
    pub fn add(&mut self, field: &str, rule: impl Into<String>) {
        self.violations.push(Violation::new(path_of(self.path, self.items_before, Some(field)), rule.into()));
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_progress(f, "Report", self.path, self.violations)
    }
}

impl fmt::Debug for Encoder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_progress(f, "Encoder", &self.path, &self.violations)
    }
}

/// Where the encoder is. What it wrote has secrets, and so may have a rule that an `Encode` words.
fn fmt_progress(f: &mut fmt::Formatter<'_>, name: &str, path: &[Segment], violations: &[Violation]) -> fmt::Result {
    f.debug_struct(name)
        .field("path", &path_of(path, 0, None))
        .field("violations", &violations.len())
        .finish_non_exhaustive()
}

/// `param[3].data`. In a call in chunks, the first list on the way is the one that is split, and its items are counted from
/// the beginning of the whole list.
pub(super) fn path_of(segments: &[Segment], mut items_before: usize, last: Option<&str>) -> String {
    let mut path = String::new();
    let key = |path: &mut String, name: &str| {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
    };
    for segment in segments {
        match segment {
            Segment::Key(field, _) => key(&mut path, field.name),
            Segment::Index(index) => {
                let _ = write!(path, "[{}]", index + items_before);
                items_before = 0;
            }
        }
    }
    if let Some(name) = last {
        key(&mut path, name);
    }
    path
}
