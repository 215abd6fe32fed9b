//! What the platform is known to pass over, and this gateway refuses unless it is told not to.

use std::cell::RefCell;

use crate::Refusal;

/// Refuses such things, or notes them.
pub(crate) struct Strictness {
    passed_over: Option<RefCell<Vec<String>>>,
}

impl Strictness {
    pub(crate) fn new(is_lenient: bool) -> Self {
        Self { passed_over: is_lenient.then(RefCell::default) }
    }

    pub(crate) const fn is_lenient(&self) -> bool {
        self.passed_over.is_some()
    }

    /// Refuses what the platform would pass over, or notes it.
    pub(crate) fn refuse(&self, refusal: Refusal) -> Result<(), Refusal> {
        let Some(passed_over) = &self.passed_over else { return Err(refusal) };
        passed_over.borrow_mut().push(refusal.msg);
        Ok(())
    }

    /// What was noted.
    pub(crate) fn into_notes(self) -> Vec<String> {
        self.passed_over.map(RefCell::into_inner).unwrap_or_default()
    }
}
