//! The crate path that generated code starts from.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::keys;

/// `::msdk`, or what `crate = ...` says.
pub(crate) struct Root(TokenStream);

impl Root {
    /// Finds `crate = <path>` among the arguments of an attribute, without judging any of them.
    pub(crate) fn find(args: &TokenStream) -> Self {
        let mut tokens = args.clone().into_iter();
        while let Some(token) = tokens.next() {
            if !matches!(&token, TokenTree::Ident(word) if word == keys::CRATE) {
                continue;
            }
            if !matches!(tokens.next(), Some(TokenTree::Punct(equals)) if equals.as_char() == '=') {
                continue;
            }
            let path: TokenStream = tokens.by_ref().take_while(|token| !is_comma(token)).collect();
            if syn::parse2::<syn::Path>(path.clone()).is_ok() {
                return Self(path);
            }
        }
        Self(quote!(::msdk))
    }

    /// The path of a hidden item that only generated code uses.
    pub(crate) fn private(&self, item: &Ident) -> TokenStream {
        quote!(#self::__private::#item)
    }
}

impl ToTokens for Root {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}
