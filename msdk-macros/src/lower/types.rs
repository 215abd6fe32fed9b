//! What a field holds, as far as the name of its type tells.

use syn::{GenericArgument, PathArguments, Type};

/// What a value of a type is on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Int,
    List,
    /// A `bool` or a number with a fraction.
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
        "Option" | "Cow" => return argument(segment).and_then(holds),
        "Vec" => Holds::List,
        "String" | "str" | "OpenId" | "Secret" | "UnixTime" | "IpAddr" => Holds::Text,
        "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" => Holds::Int,
        "bool" | "f32" | "f64" => Holds::Other,
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
pub(super) fn option_argument(ty: &Type) -> Option<&Type> {
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

/// Whether a type can be no answer, which is always an object.
pub(super) fn is_no_object(ty: &Type) -> bool {
    let is_option = last_segment(ty).is_some_and(|segment| segment.ident == "Option");
    is_option || holds(ty).is_some()
}
