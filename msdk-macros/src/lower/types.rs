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
