//! What stands between `bit_mask!` and the macro by example that writes the mask: a look at every token, as for enums of
//! codes.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::LitInt;

use crate::{
    errors::Errors,
    macro_input::{self, Tokens, is_group, is_ident, is_punct, skip_attributes, skip_visibility},
};

const EXAMPLE: &str = "`struct Kinds: u32 { MEMBER = 1 }`";
const TYPES: [(&str, u32); 4] = [("u8", 8), ("u16", 16), ("u32", 32), ("u64", 64)];

/// `[$crate::__bit_mask] pub struct Kinds: u32 { MEMBER = 1 }`, which goes on to the named macro as it is, or with bits of
/// ours behind what is wrong with it.
pub(crate) fn check(input: TokenStream) -> TokenStream {
    macro_input::check(input, check_mask)
}

/// Checks a mask, and returns one without mistakes that has its names.
fn check_mask(input: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut tokens = input.into_iter().peekable();
    skip_attributes(&mut tokens);
    let visibility = skip_visibility(&mut tokens);
    let word = match tokens.next() {
        Some(TokenTree::Ident(word)) if word == "struct" => word,
        Some(other) => {
            errors.add(other, format_args!("a mask is a struct; write {EXAMPLE}"));
            return TokenStream::new();
        }
        None => {
            errors.add_at(proc_macro2::Span::call_site(), format_args!("no mask; write {EXAMPLE}"));
            return TokenStream::new();
        }
    };
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        errors.add(word, format_args!("the mask has no name; write {EXAMPLE}"));
        return TokenStream::new();
    };
    let size = check_type(&name, &mut tokens, errors);
    let Some(TokenTree::Group(body)) = tokens.next_if(|token| is_group(token, Delimiter::Brace)) else {
        if errors.is_empty() {
            errors.add(&name, format_args!("`{name}` has no bits; write {EXAMPLE}"));
        }
        return stub(&visibility, &name, &[]);
    };
    let bits = check_bits(&name, &body, size, errors);
    if let Some(extra) = tokens.next() {
        errors.add(extra, "one mask at a time; write another `bit_mask!` for what follows");
    }
    stub(&visibility, &name, &bits)
}

/// A mask without mistakes.
fn stub(visibility: &TokenStream, name: &Ident, bits: &[Ident]) -> TokenStream {
    let nothing = [Ident::new("NOTHING", name.span())];
    let bits = if bits.is_empty() { &nothing } else { bits };
    let values = (0..bits.len()).map(|place| Literal::u64_unsuffixed(1 << place.min(63)));
    quote!(#visibility struct #name: u64 { #(#bits = #values),* })
}

/// `: u32`, as the number of bits.
fn check_type(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) -> Option<u32> {
    if tokens.next_if(|token| is_punct(token, ':')).is_none() {
        errors.add(name, format_args!("how many bits there may be is missing; write `struct {name}: u32`"));
        return None;
    }
    let word = tokens.next_if(|token| !is_group(token, Delimiter::Brace));
    let said = word.as_ref().map(ToString::to_string).unwrap_or_default();
    let size = TYPES.iter().find(|(ty, _)| *ty == said).map(|(_, size)| *size);
    if size.is_none() {
        let unsigned = said.replacen(['i', 'I', 'U'], "u", 1);
        let instead = TYPES.iter().map(|(ty, _)| *ty).find(|ty| *ty == unsigned).unwrap_or("u32");
        let at = word.unwrap_or_else(|| name.clone().into());
        errors.add(at, format_args!("a mask is a `u8`, `u16`, `u32` or `u64`; write `{instead}`"));
    }
    size
}

/// The names of the bits that can be kept.
fn check_bits(mask: &Ident, body: &Group, size: Option<u32>, errors: &mut Errors) -> Vec<Ident> {
    let (mut names, mut values) = (HashSet::new(), HashSet::new());
    let mut bits = Vec::new();
    let mut tokens = body.stream().into_iter().peekable();
    while tokens.peek().is_some() {
        skip_attributes(&mut tokens);
        if let Some(word) = tokens.next_if(|token| is_ident(token, "const")) {
            errors.add(word, "a bit is a name and its value; write one such as `MEMBER = 1,`");
            break;
        }
        let Some(TokenTree::Ident(name)) = tokens.peek().cloned() else {
            errors.add(tokens.peek(), "not the name of a bit; write one such as `MEMBER = 1`");
            break;
        };
        tokens.next();
        let Some(tokens) = value_of(&name, &mut tokens, errors) else { continue };
        let value = check_value(mask, &name, &tokens, size, errors);
        if !names.insert(name.to_string()) {
            errors.add(&name, format_args!("bit `{name}` is there already; write another name"));
            continue;
        }
        if let Some(value) = value
            && !values.insert(value)
        {
            errors.add(tokens, format_args!("{value} has a name already; remove one of them"));
        }
        bits.push(name);
    }
    if bits.is_empty() && errors.is_empty() {
        errors.add_at(body.span(), "a mask without bits; write one such as `{ MEMBER = 1 }`");
    }
    bits
}

/// The tokens between the `=` behind a name and the comma.
fn value_of(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) -> Option<TokenStream> {
    let rest: Vec<TokenTree> = std::iter::from_fn(|| tokens.next_if(|token| !is_punct(token, ','))).collect();
    tokens.next();
    let mut rest = rest.into_iter();
    match rest.next() {
        Some(equals) if is_punct(&equals, '=') => {}
        _ => {
            // Who leaves out one value leaves out all of them.
            if errors.is_empty() {
                errors.add(name, format_args!("bit `{name}` has no value; write `{name} = 1`"));
            }
            return None;
        }
    }
    let value: Vec<TokenTree> = rest.collect();
    if let Some(end) = value.iter().find(|token| is_punct(token, ';')) {
        errors.add(end, "bits are separated by commas; write `,` in the place of `;`");
        return None;
    }
    if value.is_empty() {
        errors.add(name, format_args!("bit `{name}` has no value; write `{name} = 1`"));
        return None;
    }
    Some(value.into_iter().collect())
}

/// A value in which one bit is set.
fn check_value(
    mask: &Ident,
    name: &Ident,
    tokens: &TokenStream,
    size: Option<u32>,
    errors: &mut Errors,
) -> Option<u128> {
    let Some(value) = number(tokens) else {
        errors.add(tokens, format_args!("not a number; write one such as `{name} = 1` or `{name} = 1 << 4`"));
        return None;
    };
    if value == 0 {
        errors.add(
            tokens,
            format_args!("no bit is set in 0, which is `{mask}::empty()`; write `{name} = 1` or the like"),
        );
    } else if value.count_ones() > 1 {
        let message = "a name stands for one bit, and `|` joins several; write each bit by itself";
        errors.add(tokens, format_args!("several bits are set in {value}; {message}"));
    } else if size.is_some_and(|size| value >> size != 0) {
        errors.add(tokens, "the mask has no such bit; write a larger type behind its name");
    } else {
        return Some(value);
    }
    None
}

/// `16`, `0x10` or `1 << 4`.
fn number(tokens: &TokenStream) -> Option<u128> {
    let (shifted, by) = syn::parse2::<Shift>(tokens.clone()).map(|Shift(shifted, by)| (shifted, by)).ok()?;
    let plain = |int: &LitInt| int.suffix().is_empty().then(|| int.base10_parse::<u64>().ok()).flatten();
    let by = by.map_or(Some(0), |by| plain(&by))?;
    let by = u32::try_from(by).ok().filter(|by| *by < 64)?;
    u128::from(plain(&shifted)?).checked_shl(by)
}

struct Shift(LitInt, Option<LitInt>);

impl syn::parse::Parse for Shift {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        let shifted = input.parse()?;
        let by = if input.parse::<Option<syn::Token![<<]>>()?.is_some() { Some(input.parse()?) } else { None };
        Ok(Self(shifted, by))
    }
}
