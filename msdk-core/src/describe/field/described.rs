//! What a type says of itself, for a description.
//!
//! A type that cannot be sent at all is an error where its value is sent. It must not be a second one where it is
//! described, so a description takes what it finds: the constants of [`Described`] where the type has them, else those
//! of the trait [`Undescribed`], which every type has and which an inherent constant of the same name hides.

use std::marker::PhantomData;

use super::{Limits, Shape};
use crate::{
    decode::Decode,
    encode::{Encode, Object},
};

/// What a description takes from a field's type.
#[derive(Debug, Clone, Copy)]
pub struct TypeInfo {
    pub(super) shape: Shape,
    pub(super) limits: Limits,
    pub(super) optional: bool,
    pub(super) secret: bool,
}

impl TypeInfo {
    /// Whether a whole answer can be read as this: an object, or what says nothing of itself.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self.shape, Shape::Object(_) | Shape::Any)
    }

    /// A type that describes nothing of itself.
    pub const NOTHING: Self = Self { shape: Shape::Any, limits: Limits::NONE, optional: false, secret: false };
}

/// A type to be described.
#[derive(Debug)]
pub struct Described<T: ?Sized>(PhantomData<fn(&T)>);

impl<T: Encode + ?Sized> Described<T> {
    /// The type in a request.
    pub const REQUEST: TypeInfo =
        TypeInfo { shape: T::SHAPE, limits: T::LIMITS, optional: T::OPTIONAL, secret: T::SECRET };
    /// The type in a request, where its numbers are strings. What is no number is found where it is sent.
    pub const QUOTED: TypeInfo = TypeInfo {
        shape: match T::SHAPE {
            Shape::List(_) => Shape::List(&Self::QUOTED_ITEM),
            _ => Shape::Quoted(&T::SHAPE),
        },
        ..Self::REQUEST
    };
    const QUOTED_ITEM: Shape = match T::SHAPE {
        Shape::List(item) => Shape::Quoted(item),
        shape => shape,
    };
    /// The type in a request that the type may hold.
    pub const RECURSIVE_REQUEST: TypeInfo =
        TypeInfo { shape: Shape::Lazy(shape_sent::<T>), limits: T::LIMITS, optional: T::OPTIONAL, secret: T::SECRET };
}

impl<T: Object + ?Sized> Described<T> {
    /// The type as a flattened part of a request.
    pub const FLATTENED: TypeInfo = TypeInfo { shape: Shape::Object(T::FIELDS), ..TypeInfo::NOTHING };
}

impl<T: Decode> Described<T> {
    /// The type in a reply.
    pub const REPLY: TypeInfo =
        TypeInfo { shape: T::SHAPE, optional: T::OPTIONAL, secret: T::SECRET, ..TypeInfo::NOTHING };
    /// The type in a reply that the type may hold.
    pub const RECURSIVE_REPLY: TypeInfo =
        TypeInfo { shape: Shape::Lazy(shape_read::<T>), optional: T::OPTIONAL, secret: T::SECRET, ..TypeInfo::NOTHING };
}

/// The shape of a type in a request, for [`Shape::Lazy`].
pub(crate) fn shape_sent<T: Encode + ?Sized>() -> Shape {
    T::SHAPE
}

/// The shape of a type in a reply.
pub(crate) fn shape_read<T: Decode>() -> Shape {
    T::SHAPE
}

/// The description of what no body and no answer can hold.
pub trait Undescribed {
    /// The type in a request.
    const REQUEST: TypeInfo = TypeInfo::NOTHING;
    /// The type in a request, where its numbers are strings.
    const QUOTED: TypeInfo = TypeInfo::NOTHING;
    /// The type in a request that the type may hold.
    const RECURSIVE_REQUEST: TypeInfo = TypeInfo::NOTHING;
    /// The type as a flattened part of a request.
    const FLATTENED: TypeInfo = TypeInfo::NOTHING;
    /// The type in a reply.
    const REPLY: TypeInfo = TypeInfo::NOTHING;
    /// The type in a reply that the type may hold.
    const RECURSIVE_REPLY: TypeInfo = TypeInfo::NOTHING;
}

impl<T: ?Sized> Undescribed for Described<T> {}
