//! Names for Rust, from names on the wire.

use std::collections::BTreeSet;

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names of types that what is written uses.
pub(super) const USED: &[&str] =
    &["String", "Vec", "Option", "Some", "None", "Ok", "Err", "Box", "CommaList", "OpenId", "UnixTime", "Self"];

/// Returns the name of the struct for a path: the vendor's name of the interface. One that says little has the part before
/// it in front, as in `/share/qq/`.
pub(super) fn of_path(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let last = parts.last().copied().unwrap_or("interface");
    match parts.iter().rev().nth(1) {
        Some(before) if last.len() <= 3 => camel(&format!("{before}_{last}")),
        _ => camel(last),
    }
}

/// `get_groupinfo`, `QQGameFriendsList`, `GiftPackInfo` in camel case.
pub(super) fn camel(name: &str) -> String {
    let capitalize = |word: &String| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    let name: String = words(name).iter().map(capitalize).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("X{name}") }
}

/// `groupOpenid`, `GiftPackList` in snake case.
pub(super) fn snake(name: &str) -> String {
    let name = words(name).join("_");
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("x{name}") }
}

/// Returns the name of a field, raw where it is a keyword.
pub(super) fn field(name: &str) -> String {
    let name = snake(name);
    match name.as_str() {
        "self" | "super" | "crate" => format!("{name}_"),
        name if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => name,
    }
}

/// Returns a name that is not taken, and takes it.
pub(super) fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.to_owned();
    let mut number = 2;
    while !taken.insert(free.trim_start_matches("r#").to_owned()) {
        free = format!("{}_{number}", name.trim_start_matches("r#"));
        if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            free = format!("{name}{number}");
        }
        number += 1;
    }
    free
}

/// The words of a name, in lower case: they are parted by underscores, and by a capital after a small letter.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let chars: Vec<char> = name.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let after = chars.get(at + 1);
        let starts = c.is_ascii_uppercase()
            && (before.is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit())
                || before.is_some_and(char::is_ascii_uppercase) && after.is_some_and(char::is_ascii_lowercase));
        if starts {
            words.push(String::new());
        }
        if !c.is_ascii_alphanumeric() {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_rust() {
        assert_eq!(of_path("/share/qq/"), "ShareQq");
        assert_eq!(of_path("/relation/get_groupinfo"), "GetGroupinfo");
        assert_eq!(camel("QQGameFriendsList"), "QqGameFriendsList");
        assert_eq!(camel("VIP"), "Vip");
        assert_eq!(snake("GiftPackList"), "gift_pack_list");
        assert_eq!(snake("qqLevel"), "qq_level");
        assert_eq!(field("type"), "r#type");
        assert_eq!(field("self"), "self_");
        assert_eq!(field("2x"), "x2x");
        let mut taken = BTreeSet::new();
        assert_eq!([free("a", &mut taken), free("a", &mut taken), free("r#a", &mut taken)], ["a", "a_2", "a_3"]);
    }
}
