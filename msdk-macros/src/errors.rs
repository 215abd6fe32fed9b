//! Gathers the mistakes of one item, so that all of them are reported in one pass.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far. Dropping it unread is a bug in this crate.
#[derive(Default)]
pub(crate) struct Errors {
    found: Option<syn::Error>,
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
        match &mut self.found {
            Some(found) => found.combine(error),
            None => self.found = Some(error),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_none()
    }

    /// Appends the mistakes to `output` as compile errors.
    pub(crate) fn join(mut self, mut output: TokenStream) -> TokenStream {
        self.read = true;
        if let Some(found) = self.found.take() {
            output.extend(found.into_compile_error());
        }
        output
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(self.read || std::thread::panicking(), "the mistakes of a declaration were never reported");
    }
}
