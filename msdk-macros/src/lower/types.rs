//! What a field holds, as far as the name of its type tells.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Ident, PathArguments, Type};

use crate::{
    errors::Errors,
    input::RawField,
    keys::{self, Kind},
};

/// What a value of a type is on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Int,
    List,
    /// A `bool`, a number with a fraction or a map.
    Other,
}

/// What a type holds. An alias or a type of the user's tells nothing here; their traits tell it later.
pub(super) fn holds(ty: &Type) -> Option<Holds> {
    match ty {
        Type::Array(_) | Type::Slice(_) => return Some(Holds::List),
        Type::Reference(reference) => return holds(&reference.elem),
        _ => {}
    }
    let segment = last_segment(ty)?;
    Some(match segment.ident.to_string().as_str() {
        "Option" | "Cow" | "Box" => return argument(segment).and_then(holds),
        "Vec" => Holds::List,
        "String" | "str" | "OpenId" | "Secret" | "UnixTime" | "IpAddr" => Holds::Text,
        "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" => Holds::Int,
        "bool" | "f32" | "f64" | "BTreeMap" | "HashMap" => Holds::Other,
        _ => return None,
    })
}

/// The name of an integer type, with the least and the most that it can hold.
pub(super) fn integer(ty: &Type) -> Option<(&'static str, i128, i128)> {
    if let Type::Reference(reference) = ty {
        return integer(&reference.elem);
    }
    if let Some(inner) = option_argument(ty) {
        return integer(inner);
    }
    let name = last_segment(ty)?.ident.to_string();
    let of = |name, bits: u32, signed: bool| {
        let values = 1_i128 << bits;
        if signed { (name, -values / 2, values / 2 - 1) } else { (name, 0, values - 1) }
    };
    Some(match name.as_str() {
        "i8" => of("i8", 8, true),
        "i16" => of("i16", 16, true),
        "i32" => of("i32", 32, true),
        "i64" => of("i64", 64, true),
        "isize" => of("isize", 64, true),
        "u8" => of("u8", 8, false),
        "u16" => of("u16", 16, false),
        "u32" => of("u32", 32, false),
        "u64" => of("u64", 64, false),
        "usize" => of("usize", 64, false),
        _ => return None,
    })
}

/// What to say of a value that an integer type cannot have, if it is one.
pub(super) fn beyond(ty: &Type, value: i64) -> Option<String> {
    let (name, least, most) = integer(ty)?;
    let is_out = !(least..=most).contains(&i128::from(value));
    is_out.then(|| format!("`{name}` goes from {least} to {most}; write a value inside of that, or a larger type"))
}

pub(super) fn is_secret(ty: &Type) -> bool {
    match option_argument(ty) {
        Some(inner) => is_secret(inner),
        None => last_segment(ty).is_some_and(|segment| segment.ident == "Secret"),
    }
}

/// The `T` of an `Option<T>`.
pub(crate) fn option_argument(ty: &Type) -> Option<&Type> {
    last_segment(ty).filter(|segment| segment.ident == "Option").and_then(argument)
}

/// The type in angle brackets.
fn argument(segment: &syn::PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        _ => None,
    }
}

/// Whether a type is known to be no number, nor a list of them.
pub(super) fn is_no_number(ty: &Type) -> bool {
    match ty {
        Type::Array(array) => return is_no_number(&array.elem),
        Type::Slice(slice) => return is_no_number(&slice.elem),
        Type::Reference(reference) => return is_no_number(&reference.elem),
        _ => {}
    }
    let Some(segment) = last_segment(ty) else { return false };
    match segment.ident.to_string().as_str() {
        "Option" | "Cow" | "Box" | "Vec" => argument(segment).is_some_and(is_no_number),
        "f32" | "f64" => false,
        _ => holds(ty).is_some_and(|held| held != Holds::Int),
    }
}

/// A type that no field can have.
pub(super) fn check_field(kind: Kind, item: &Ident, field: &RawField, errors: &mut Errors) {
    let ty = &field.ty;
    let word = |key: &str| field.words.iter().find(|word| word.key == key).filter(|_| holds_itself(ty, item));
    if is_unsized(ty) {
        let text = if kind == Kind::Reply { "`String` or `Vec<u32>`" } else { "`String` or `&'a str`" };
        errors.add(ty, format_args!("a field has a value of a known size; write one such as {text}"));
    } else if matches!(ty, Type::Infer(_) | Type::ImplTrait(_)) || is_endless(ty, item) {
        // rustc says so, in an error of its own.
        errors.leave_to_rustc();
    } else if let Some(flatten) = word(keys::FLATTEN) {
        let message = "cannot stand in itself with the same keys; remove `flatten`, so that it has a key of its own";
        errors.add(&flatten.key, format_args!("`{item}` {message}"));
    } else if let Some(quoted) = word(keys::QUOTED) {
        errors.add(&quoted.key, "`quoted` writes a number as a string, and the field is no number; remove it");
    }
}

/// Whether a type has the item in it.
pub(crate) fn holds_itself(ty: &Type, item: &Ident) -> bool {
    names(ty.to_token_stream(), item)
}

/// Whether a value would have a whole other one inside of it, without a pointer in between.
pub(crate) fn is_endless(ty: &Type, item: &Ident) -> bool {
    match ty {
        Type::Array(array) => is_endless(&array.elem, item),
        _ => match option_argument(ty) {
            Some(inner) => is_endless(inner, item),
            None => is_item(ty, item),
        },
    }
}

fn is_item(ty: &Type, item: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    let segment = path.path.segments.first();
    path.path.segments.len() == 1 && segment.is_some_and(|segment| segment.ident == *item || segment.ident == "Self")
}

/// Whether values of a type have no size, so that no struct of them can be passed on.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    match ty {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        Type::Group(group) => is_unsized(&group.elem),
        Type::Paren(paren) => is_unsized(&paren.elem),
        _ => false,
    }
}

/// Whether a type's tokens have this one word, and not as a part of a path.
fn names(ty: TokenStream, item: &Ident) -> bool {
    let mut after_colon = false;
    ty.into_iter().any(|token| {
        let found = match &token {
            TokenTree::Ident(word) => !after_colon && (word == item || word == "Self"),
            TokenTree::Group(group) => names(group.stream(), item),
            _ => false,
        };
        after_colon = matches!(&token, TokenTree::Punct(colon) if colon.as_char() == ':');
        found
    })
}

/// Whether a type can be no answer and no part of one, which are objects.
pub(super) fn is_no_object(ty: &Type) -> bool {
    const OF_STD: &[&str] = &["Option", "Box", "Rc", "Arc", "Result", "HashMap", "BTreeMap", "CommaList", "Whole"];
    match ty {
        Type::Tuple(tuple) => !tuple.elems.is_empty(),
        Type::Path(_) | Type::Group(_) | Type::Paren(_) => {
            let is_one = |segment: &syn::PathSegment| OF_STD.iter().any(|name| segment.ident == name);
            last_segment(ty).is_some_and(is_one) || holds(ty).is_some()
        }
        Type::Macro(_) | Type::Verbatim(_) => false,
        _ => true,
    }
}

pub(super) fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Whether a type was refused as a reply.
pub(crate) fn is_no_reply(ty: &Type) -> bool {
    is_no_object(ty) || is_word(ty, keys::NONE)
}

/// Whether a type is this one word, in whatever letters.
pub(super) fn is_word(ty: &Type, word: &str) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.get_ident().is_some_and(|ident| ident.to_string().eq_ignore_ascii_case(word))
}
