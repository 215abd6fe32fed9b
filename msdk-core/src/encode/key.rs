//! The keys of maps.

use std::{borrow::Cow, fmt};

use crate::describe::OpenId;

/// What stands before the values of a map: a text, or a number written as one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no key of a map",
    label = "not a text or an integer",
    note = "the keys of a map are `String`, `OpenId` or integers; for any other type, implement `msdk::declare::Key`"
)]
pub trait Key: Ord + Sized {
    /// Returns the key as it is written.
    fn to_text(&self) -> Cow<'_, str>;

    /// Reads a key; `None` for what is none.
    fn from_text(text: Cow<'_, str>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl Key for String {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Some(text.into_owned())
    }
}

#[diagnostic::do_not_recommend]
impl Key for OpenId {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Some(Self::new(text))
    }
}

macro_rules! integers {
    ($($int:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Key for $int {
            fn to_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            fn from_text(text: Cow<'_, str>) -> Option<Self> {
                text.parse().ok().filter(|int| is_written(int, &text))
            }
        }
    )*};
}

integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// Whether a text is how a number is written, so that no two keys are one: Rust reads `+1` and `01` too.
fn is_written(int: &impl fmt::Display, text: &str) -> bool {
    int.to_string() == text
}
