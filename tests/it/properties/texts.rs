//! What callers and players write.

use std::{net::IpAddr, ops::RangeInclusive};

use proptest::{collection, prelude::*, sample::select};

/// Characters of each length in UTF-8, and those that encodings trip over.
const CHARACTERS: &[char] = &[
    'a',
    'Z',
    '0',
    ' ',
    '+',
    '%',
    '&',
    '=',
    '#',
    '?',
    '/',
    '"',
    '\\',
    '\'',
    '<',
    '{',
    '}',
    '\t',
    '\n',
    '\0',
    '\u{7f}',
    'é',
    '\u{85}',
    '好',
    '憨',
    '゛',
    '♥',
    'இ',
    '\u{200d}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
    '🐼',
    '😀',
    '\u{10ffff}',
];

fn character() -> impl Strategy<Value = char> {
    prop_oneof![4 => select(CHARACTERS), 1 => any::<char>()]
}

/// A text of at least so many characters.
pub(super) fn text(least: usize) -> impl Strategy<Value = String> {
    collection::vec(character(), least..12).prop_map(String::from_iter)
}

/// A text of so many bytes, up to the last one that is allowed.
pub(super) fn text_of(bytes: RangeInclusive<usize>) -> impl Strategy<Value = String> {
    let (least, most) = bytes.into_inner();
    let length = prop_oneof![least..=most.min(least + 8), Just(most)];
    (collection::vec(character(), most), length).prop_map(|(characters, length)| {
        let mut text = String::new();
        for character in characters {
            let fits = text.len() + character.len_utf8() <= length;
            text.push(if fits { character } else { 'x' });
            if text.len() >= length {
                break;
            }
        }
        text.truncate(length);
        text
    })
}

/// A text without control characters.
pub(super) fn line(least: usize) -> impl Strategy<Value = String> {
    let character = character().prop_filter("a control character", |character| !character.is_control());
    collection::vec(character, least..12).prop_map(String::from_iter)
}

/// An openid, in the form of mobile QQ or in none.
pub(super) fn openid() -> impl Strategy<Value = String> {
    let player = line(1).prop_filter("a guest's", |openid| !openid.starts_with("G_"));
    prop_oneof!["[0-9A-F]{32}", player]
}

/// An item of a list that is joined with commas.
pub(super) fn item() -> impl Strategy<Value = String> {
    openid().prop_map(|openid| openid.replace(|c: char| c == ',' || c.is_whitespace(), "_"))
}

/// An address of a player.
pub(super) fn ip() -> impl Strategy<Value = IpAddr> {
    any::<IpAddr>()
}
