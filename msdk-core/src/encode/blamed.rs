//! What the compiler says of a field's type that does not fit a word of the field.
//!
//! Each trait is a public one again, without the list of its implementations, which would drown the message.

use super::{Items, Number, Object, Text};

/// A type with `flatten`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an object, so it cannot be flattened",
    label = "has no keys of its own",
    note = "put `#[msdk_object]` above a struct of your own, or remove `flatten`"
)]
pub trait FlattenedValue: Object {}

#[diagnostic::do_not_recommend]
impl<T: Object> FlattenedValue for T {}

/// A type with `bytes`, `chars` or strings in `one_of`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text; limit an integer by `range` or integers in `one_of`, and a list by `items`",
    label = "the rule limits a text"
)]
pub trait TextValue: Text {}

#[diagnostic::do_not_recommend]
impl<T: Text + ?Sized> TextValue for T {}

/// A type with `items`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list; limit a text by `bytes` or `chars`, and an integer by `range`",
    label = "the rule limits a list"
)]
pub trait ListValue: Items {}

#[diagnostic::do_not_recommend]
impl<T: Items + ?Sized> ListValue for T {}

/// A type with `range` or integers in `one_of`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer; limit a text by `bytes` or strings in `one_of`, and a list by `items`",
    label = "the rule limits an integer"
)]
pub trait IntegerValue: Number {}

#[diagnostic::do_not_recommend]
impl<T: Number + ?Sized> IntegerValue for T {}
