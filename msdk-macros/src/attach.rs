//! The attribute's own step: keep the item, add the hidden derive.

mod printing;
mod renaming;
mod stray;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{errors::Errors, keys::Kind, root::Root};

/// Puts the derive for `kind` on a struct, with the attribute's arguments beside it.
///
/// ```text
/// #[msdk_endpoint(path = "/a/", method = POST)] struct A;
/// =>
/// #[::msdk::__private::derive(::msdk::__private::MsdkEndpoint)]
/// #[msdk(msdk_endpoint(path = "/a/", method = POST))]
/// struct A;
/// ```
pub(crate) fn attach(kind: Kind, args: &TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let output = match foreign_item(&item) {
        None => {
            let root = Root::find(args);
            let derive = root.private(&Ident::new("derive", Span::call_site()));
            let name = match kind {
                Kind::Endpoint => "MsdkEndpoint",
                Kind::Object => "MsdkObject",
                Kind::Reply => "MsdkReply",
            };
            let macro_path = root.private(&Ident::new(name, Span::call_site()));
            let carrier = Ident::new(kind.attribute(), Span::call_site());
            let item = stray::take_stray(kind, item, &mut errors);
            let (item, printing) = printing::take_debug(renaming::rename_for_serde(item));
            quote! {
                #[#derive(#macro_path)]
                #[msdk(#carrier(#args))]
                #printing
                #item
            }
        }
        Some(token) => {
            errors.add(token, format_args!("{kind} goes on a struct; declare one with the fields of the body"));
            item
        }
    };
    errors.join(output)
}

/// The keyword of an item that no derive can stand on, such as `fn`.
fn foreign_item(item: &TokenStream) -> Option<TokenTree> {
    let mut first = None;
    for token in item.clone() {
        let TokenTree::Ident(word) = &token else { continue };
        match word.to_string().as_str() {
            "struct" | "enum" | "union" => return None,
            "pub" => {}
            _ if first.is_none() => first = Some(token),
            _ => {}
        }
    }
    first
}
