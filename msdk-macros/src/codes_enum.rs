//! What stands between `wire_enum!` and the macro by example that writes the enum: a look at every token, since a pattern
//! that does not match says neither what is wrong nor what to write.

use std::{collections::HashSet, iter::Peekable};

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::{Lit, ext::IdentExt};

use crate::{
    errors::Errors,
    macro_input::{self, Tokens, is_group, is_punct, skip_attributes, skip_visibility},
};

const EXAMPLE: &str = "`enum Joining: int { Open = 0 }`";
/// The variant that the macro adds.
const OTHER: &str = "Other";

/// What the codes are on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Int,
    Text,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Text => "string",
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::Int => "an integer of 64 bits",
            Self::Text => "a string in double quotes",
        }
    }

    fn example(self, variant: &Ident) -> String {
        match self {
            Self::Int => format!("{variant} = 1"),
            Self::Text => format!("{variant} = \"{}\"", variant.unraw().to_string().to_lowercase()),
        }
    }
}

/// `[$crate::__wire_enum] pub enum Joining: int { Open = 0 }`, which goes on to the named macro as it is, or with codes of
/// ours behind what is wrong with it.
pub(crate) fn check(input: TokenStream) -> TokenStream {
    macro_input::check(input, check_enum)
}

/// Checks an enum, and returns one without mistakes that has its variants.
fn check_enum(input: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut tokens = input.into_iter().peekable();
    skip_attributes(&mut tokens);
    let visibility = skip_visibility(&mut tokens);
    let word = match tokens.next() {
        Some(TokenTree::Ident(word)) if word == "enum" => word,
        Some(other) => {
            errors.add(other, format_args!("codes are an enum; write {EXAMPLE}"));
            return TokenStream::new();
        }
        None => {
            errors.add_at(proc_macro2::Span::call_site(), format_args!("no enum; write {EXAMPLE}"));
            return TokenStream::new();
        }
    };
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        errors.add(word, format_args!("the enum has no name; write {EXAMPLE}"));
        return TokenStream::new();
    };
    let kind = check_kind(&name, &mut tokens, errors);
    let Some(TokenTree::Group(body)) = tokens.next_if(|token| is_group(token, Delimiter::Brace)) else {
        if errors.is_empty() {
            errors.add(&name, format_args!("`{name}` has no codes; write {EXAMPLE}"));
        }
        return stub(&visibility, &name, kind, Vec::new());
    };
    let variants = check_variants(&body, kind, errors);
    if let Some(extra) = tokens.next() {
        errors.add(extra, "one enum at a time; write another `wire_enum!` for what follows");
    }
    stub(&visibility, &name, kind, variants)
}

/// An enum without mistakes.
fn stub(visibility: &TokenStream, name: &Ident, kind: Option<Kind>, variants: Vec<Ident>) -> TokenStream {
    let variants = if variants.is_empty() { vec![Ident::new("Nothing", name.span())] } else { variants };
    let codes = (0..variants.len()).map(|code| match kind {
        Some(Kind::Text) => Literal::string(&code.to_string()),
        _ => Literal::usize_unsuffixed(code),
    });
    let word = Ident::new(kind.unwrap_or(Kind::Int).word(), name.span());
    quote!(#visibility enum #name: #word { #(#variants = #codes),* })
}

/// `: int` or `: string`
fn check_kind(name: &Ident, tokens: &mut Tokens, errors: &mut Errors) -> Option<Kind> {
    if tokens.next_if(|token| is_punct(token, ':')).is_none() {
        let ways = format!("write `enum {name}: int` or `enum {name}: string`");
        errors.add(name, format_args!("what the codes are on the wire is missing; {ways}"));
        return None;
    }
    let word = tokens.next_if(|token| !is_group(token, Delimiter::Brace));
    match word.as_ref().map(ToString::to_string).unwrap_or_default().as_str() {
        "int" => return Some(Kind::Int),
        "string" => return Some(Kind::Text),
        "text" | "str" | "String" | "Text" | "Str" => errors.add(word, "codes are integers or strings; write `string`"),
        said if said.starts_with(['i', 'u', 'I', 'n']) => {
            errors.add(word, "codes are integers or strings; write `int`");
        }
        _ => errors
            .add(word.unwrap_or_else(|| name.clone().into()), "codes are integers or strings; write `int` or `string`"),
    }
    None
}

/// The names of the variants that can be kept.
fn check_variants(body: &Group, kind: Option<Kind>, errors: &mut Errors) -> Vec<Ident> {
    let (mut names, mut codes) = (HashSet::new(), HashSet::new());
    let mut variants = Vec::new();
    let mut tokens = body.stream().into_iter().peekable();
    while tokens.peek().is_some() {
        skip_attributes(&mut tokens);
        let Some(TokenTree::Ident(variant)) = tokens.peek().cloned() else {
            errors.add(tokens.peek(), "not the name of a variant; write one such as `Open = 0`");
            break;
        };
        tokens.next();
        let codes_of_variant = check_codes(&variant, kind, &mut tokens, errors);
        if variant == OTHER {
            errors.add(&variant, "`Other` is there already, for the codes that are not listed; write another name");
            continue;
        }
        if !names.insert(variant.to_string()) {
            errors.add(&variant, format_args!("variant `{variant}` is there already; write another name"));
            continue;
        }
        for (code, at) in codes_of_variant {
            if !codes.insert(code.clone()) {
                errors.add(at, format_args!("code `{code}` is listed already; remove one of them"));
            }
        }
        variants.push(variant);
    }
    if variants.is_empty() && errors.is_empty() {
        errors.add_at(body.span(), "an enum without codes; write one such as `{ Open = 0 }`");
    }
    variants
}

/// `= 1 | 2,` behind the name of a variant: the codes, and their tokens.
fn check_codes(
    variant: &Ident,
    kind: Option<Kind>,
    tokens: &mut Tokens,
    errors: &mut Errors,
) -> Vec<(String, TokenStream)> {
    let example = kind.unwrap_or(Kind::Int).example(variant);
    let rest: Vec<TokenTree> = std::iter::from_fn(|| tokens.next_if(|token| !is_punct(token, ','))).collect();
    tokens.next();
    let mut rest = rest.into_iter().peekable();
    match rest.next() {
        Some(equals) if is_punct(&equals, '=') => {}
        Some(fields @ TokenTree::Group(_)) => {
            errors.add(fields, format_args!("a code has no fields; write `{example}`"));
            return Vec::new();
        }
        // Who leaves out one code leaves out all of them.
        _ => {
            if errors.is_empty() {
                errors.add(variant, format_args!("variant `{variant}` has no code; write `{example}`"));
            }
            return Vec::new();
        }
    }
    let mut values = vec![take_value(&mut rest)];
    while let Some(bar) = rest.next_if(|token| is_punct(token, '|')) {
        let value = take_value(&mut rest);
        if value.is_empty() {
            errors.add(bar, "no code behind `|`; write one there, or remove the `|`");
            return Vec::new();
        }
        values.push(value);
    }
    if let Some(next) = rest.next() {
        if is_punct(&next, ';') {
            errors.add(&next, "variants are separated by commas; write `,` in the place of `;`");
        } else {
            errors.add(&next, format_args!("a code has its value already; write a `,` before `{next}`"));
        }
        return Vec::new();
    }
    let mut codes = Vec::new();
    for value in values {
        if let Some(code) = literal(&value, kind) {
            codes.push((code, value));
            continue;
        }
        let at = if value.is_empty() { quote!(#variant) } else { value };
        // What is not known has been reported.
        if let Some(kind) = kind {
            errors.add(at, format_args!("not {}; write one such as `{example}`", kind.description()));
        }
    }
    codes
}

/// `-1`
fn take_value(tokens: &mut Peekable<impl Iterator<Item = TokenTree>>) -> TokenStream {
    let minus = tokens.next_if(|token| is_punct(token, '-'));
    minus.into_iter().chain(tokens.next_if(|token| !is_punct(token, '|'))).collect()
}

/// A literal of the kind, as it is told apart from others.
fn literal(value: &TokenStream, kind: Option<Kind>) -> Option<String> {
    let mut tokens = value.clone().into_iter().peekable();
    let negative = tokens.next_if(|token| is_punct(token, '-')).is_some();
    match (syn::parse2::<Lit>(tokens.collect()).ok()?, kind?) {
        (Lit::Int(int), Kind::Int) if int.suffix().is_empty() => {
            let magnitude: i128 = int.base10_parse().ok()?;
            i64::try_from(if negative { -magnitude } else { magnitude }).ok().map(|code| code.to_string())
        }
        (Lit::Str(text), Kind::Text) if !negative && text.suffix().is_empty() => Some(format!("{:?}", text.value())),
        _ => None,
    }
}
