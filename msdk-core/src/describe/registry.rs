//! Lists of endpoints that can be walked at run time.
//!
//! A list is a constant, so its checks run in the compiler. For example,
//!
//! ```text
//! chapter! { pub const GAME = "game": [Coins, Purse]; }
//! ```
//!
//! where both structs have the path `/game/coins/`, evaluates `Chapter::new("game", &[Coins::META, Purse::META])`, finds the
//! second path in what follows the first, and panics with "`coins` and `purse` have one path, `/game/coins/`; remove one of
//! them", which rustc shows at the macro call. Nothing is allocated or formatted in a constant, so loops count by hand and
//! the message is put together byte by byte.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "chapters are constants: a mistake in one is shown by the compiler and never runs"
)]

use crate::describe::Metadata;

/// The endpoints that a chapter of a document describes. [`chapter!`](crate::chapter) makes one.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{chapter, metadata::Shape, msdk_endpoint};
///
/// #[msdk_endpoint(path = "/game/coins/", method = POST, reply = ())]
/// pub struct Coins {
///     /// The zone of the game.
///     #[msdk(range = 1..=99)]
///     pub zone: u32,
/// }
///
/// chapter! {
///     /// The endpoints of our own gateway.
///     pub const GAME = "game": [Coins];
/// }
///
/// let coins = GAME.endpoints[0];
/// assert_eq!((coins.name, coins.path, coins.fields[0].name), ("coins", "/game/coins/", "zone"));
/// assert_eq!(coins.fields[0].limits.range, Some((1, 99)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Chapter {
    /// The name of the chapter and of its module, such as `relation`.
    pub name: &'static str,
    /// The endpoints, in the order of the document.
    pub endpoints: &'static [&'static Metadata],
}

impl Chapter {
    /// Makes a chapter.
    ///
    /// # Panics
    ///
    /// If two of the endpoints have one path; in a constant that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str, endpoints: &'static [&'static Metadata]) -> Self {
        let mut index = 0;
        while index < endpoints.len() {
            let known = endpoints[index];
            if let Some(other) = find(known.path, endpoints, index + 1) {
                refuse(known.name, other.name, known.path);
            }
            index += 1;
        }
        Self { name, endpoints }
    }

    /// Returns chapters as they are, checked to have no path in common.
    ///
    /// # Panics
    ///
    /// If two of them have one path; in a constant that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn distinct<const N: usize>(chapters: [Self; N]) -> [Self; N] {
        let mut index = 0;
        while index < N {
            let mut other = index + 1;
            while other < N {
                check_distinct(&chapters[index], &chapters[other]);
                other += 1;
            }
            index += 1;
        }
        chapters
    }
}

#[track_caller]
const fn check_distinct(one: &Chapter, other: &Chapter) {
    let mut index = 0;
    while index < one.endpoints.len() {
        let path = one.endpoints[index].path;
        if find(path, other.endpoints, 0).is_some() {
            refuse(one.name, other.name, path);
        }
        index += 1;
    }
}

/// The endpoint with a path, from `start` on.
const fn find(path: &str, endpoints: &[&'static Metadata], start: usize) -> Option<&'static Metadata> {
    let mut index = start;
    while index < endpoints.len() {
        if is_same(path.as_bytes(), endpoints[index].path.as_bytes()) {
            return Some(endpoints[index]);
        }
        index += 1;
    }
    None
}

/// Fails with what has the path twice. Where a constant is evaluated there is no formatting, so it is done by hand.
#[track_caller]
const fn refuse(one: &str, other: &str, path: &str) -> ! {
    let parts = ["`", one, "` and `", other, "` have one path, `", path, "`; remove one of them"];
    let mut message = [0; 512];
    let (mut length, mut part) = (0, 0);
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut index = 0;
        while index < bytes.len() && length < message.len() {
            message[length] = bytes[index];
            length += 1;
            index += 1;
        }
        part += 1;
    }
    match std::str::from_utf8(message.split_at(length).0) {
        Ok(message) => panic!("{}", message),
        Err(_) => panic!("two endpoints have one path; remove one of them"),
    }
}

/// Whether two paths are one: names in braces do not tell them apart.
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let (mut at, mut other_at) = (0, 0);
    while at < one.len() && other_at < other.len() && one[at] == other[other_at] {
        if one[at] == b'{' {
            at = behind_name(one, at);
            other_at = behind_name(other, other_at);
        } else {
            at += 1;
            other_at += 1;
        }
    }
    at == one.len() && other_at == other.len()
}

/// The place of the brace that ends the name which begins at a place.
const fn behind_name(path: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < path.len() && path[at] != b'}' {
        at += 1;
    }
    at
}

/// Declares a [`Chapter`] as a constant. Two endpoints with one path are a compile error.
#[macro_export]
macro_rules! chapter {
    ($(#[$meta:meta])* $vis:vis const $name:ident = $chapter:literal: [$($endpoint:ty),* $(,)?];) => {
        $(#[$meta])*
        $vis const $name: $crate::metadata::Chapter =
            $crate::metadata::Chapter::new($chapter, &[$(<$endpoint as $crate::declare::Endpoint>::META),*]);
    };
}
