//! Broken rules, and the way to the value that breaks one.

use std::fmt::Write as _;

use crate::{Field, Violation};

/// A step on the way from the body to a value.
pub(super) enum Segment {
    /// A field, with the place where its value starts.
    Key(&'static Field, usize),
    Index(usize),
}

/// Takes the rules that a function over several fields found broken.
pub struct Report<'a> {
    path: &'a [Segment],
    violations: &'a mut Vec<Violation>,
}

impl<'a> Report<'a> {
    pub(super) const fn new(path: &'a [Segment], violations: &'a mut Vec<Violation>) -> Self {
        Self { path, violations }
    }

    /// Records that `field`, a wire name, breaks `rule`: "must come with `groupCode`".
    pub fn add(&mut self, field: &str, rule: impl Into<String>) {
        self.violations.push(Violation::new(path_of(self.path, Some(field)), rule.into()));
    }
}

/// `param[3].data`
pub(super) fn path_of(segments: &[Segment], last: Option<&str>) -> String {
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
                let _ = write!(path, "[{index}]");
            }
        }
    }
    if let Some(name) = last {
        key(&mut path, name);
    }
    path
}
