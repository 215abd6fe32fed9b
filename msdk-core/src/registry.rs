//! Lists of interfaces that can be walked at run time.

use crate::Metadata;

/// The interfaces that a chapter of a document describes. [`chapter!`](crate::chapter) makes one.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{Shape, chapter, msdk_endpoint};
///
/// #[msdk_endpoint(path = "/game/coins/", method = POST, reply = ())]
/// pub struct Coins {
///     /// The zone of the game.
///     #[msdk(range = 1..=99)]
///     pub zone: u32,
/// }
///
/// chapter! {
///     /// The interfaces of our own gateway.
///     pub const GAME = "game": [Coins];
/// }
///
/// let coins = GAME.endpoints[0];
/// assert_eq!((coins.name, coins.path, coins.fields[0].name), ("coins", "/game/coins/", "zone"));
/// assert_eq!(coins.fields[0].limits.range, Some((1, 99)));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Chapter {
    /// The name of the chapter and of its module, such as `relation`.
    pub name: &'static str,
    /// The interfaces, in the order of the document.
    pub endpoints: &'static [&'static Metadata],
}

impl Chapter {
    /// Makes a chapter.
    ///
    /// # Panics
    ///
    /// If two of the interfaces have one path; in a constant that is a compile error.
    #[must_use]
    pub const fn new(name: &'static str, endpoints: &'static [&'static Metadata]) -> Self {
        let mut index = 0;
        while index < endpoints.len() {
            assert!(
                !comes_later(endpoints[index], endpoints, index + 1),
                "two endpoints of this chapter have one path"
            );
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
    pub const fn distinct<const N: usize>(chapters: [Self; N]) -> [Self; N] {
        let mut index = 0;
        while index < N {
            let mut other = index + 1;
            while other < N {
                let mut endpoint = 0;
                while endpoint < chapters[index].endpoints.len() {
                    let known = chapters[index].endpoints[endpoint];
                    assert!(!comes_later(known, chapters[other].endpoints, 0), "two chapters have one path");
                    endpoint += 1;
                }
                other += 1;
            }
            index += 1;
        }
        chapters
    }
}

/// Whether a path comes again from `start` on.
const fn comes_later(endpoint: &Metadata, endpoints: &[&Metadata], start: usize) -> bool {
    let mut index = start;
    while index < endpoints.len() {
        if is_same(endpoint.path.as_bytes(), endpoints[index].path.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}

/// Declares a [`Chapter`] as a constant. Two endpoints with one path are a compile error.
#[macro_export]
macro_rules! chapter {
    ($(#[$meta:meta])* $vis:vis const $name:ident = $chapter:literal: [$($endpoint:ty),* $(,)?];) => {
        $(#[$meta])*
        $vis const $name: $crate::Chapter =
            $crate::Chapter::new($chapter, &[$(<$endpoint as $crate::Endpoint>::META),*]);
    };
}
