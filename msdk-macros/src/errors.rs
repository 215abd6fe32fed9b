//! Gathers the mistakes of one item, so that all of them are reported in one pass.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far. Dropping it unread is a bug in this crate.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<syn::Error>,
    /// Whether rustc reports a mistake, so that none of ours is to be added and no code to be written.
    elsewhere: bool,
    read: bool,
}

impl Errors {
    /// Records a mistake at the smallest tokens that show it.
    pub(crate) fn add(&mut self, at: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(at, message));
    }

    /// Records a mistake at a place that has no tokens, such as an empty attribute.
    pub(crate) fn add_at(&mut self, span: proc_macro2::Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// Records a mistake that rustc reports.
    pub(crate) fn leave_to_rustc(&mut self) {
        self.elsewhere = true;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty() && !self.elsewhere
    }

    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Appends the mistakes to `output` as compile errors.
    pub(crate) fn join(mut self, mut output: TokenStream) -> TokenStream {
        self.read = true;
        output.extend(self.found.drain(..).map(syn::Error::into_compile_error));
        output
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(self.read || std::thread::panicking(), "the mistakes of a declaration were never reported");
    }
}
