//! Paths: where a page mentions them, and which one it means.

use crate::{
    page::{Interface, Mention, Place},
    read::Row,
};

/// Returns the path in a heading, with or without the slash at its start.
pub(super) fn of_heading(text: &str) -> Option<String> {
    if let Some(path) = of_url(text) {
        return Some(path);
    }
    // `auth/verify_login`
    let word =
        text.split(|c: char| !c.is_ascii_alphanumeric() && !"/_-".contains(c)).find(|word| word.contains('/'))?;
    let parts: Vec<&str> = word.trim_matches('/').split('/').collect();
    let is_path = parts.len() >= 2
        && parts.iter().all(|part| {
            part.len() >= 2 && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        });
    is_path.then(|| format!("/{word}"))
}

/// Returns the first path of at least two parts, that of an address if there is one.
pub(super) fn of_url(text: &str) -> Option<String> {
    let text = match text.split_once("://") {
        Some((_, rest)) => rest.find('/').map(|at| &rest[at..])?,
        None => text,
    };
    text.char_indices().filter(|(_, c)| *c == '/').find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        // In `a/b/c` the path does not start in the middle.
        if before.is_some_and(|c| c.is_ascii_alphabetic() || c == '/') && at > 0 && !text[..at].ends_with("com") {
            return None;
        }
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"/_-".contains(c)).unwrap_or(rest.len());
        let path = &rest[..end];
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        let is_path =
            parts.len() >= 2 && !path.contains("//") && parts[0].starts_with(|c: char| c.is_ascii_alphabetic());
        is_path.then(|| path.to_owned())
    })
}

/// Whether two paths differ in the slash at their ends at most.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// Whether a table is about how to call an interface.
pub(super) fn is_call(rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let first = row.cells.first().map(|cell| cell.to_ascii_lowercase()).unwrap_or_default();
        let second = row.cells.get(1).map(String::as_str).unwrap_or_default();
        match first.trim() {
            "url" | "uri" | "接口地址" | "请求地址" => second.contains(['/', '?']),
            "请求方式" | "请求方法" | "method" => {
                ["POST", "GET"].iter().any(|word| second.to_uppercase().contains(word))
            }
            _ => false,
        }
    })
}

/// Reads a table about how to call an interface.
pub(super) fn read_call(rows: &[Row], interface: &mut Interface) {
    for row in rows {
        let [first, second, ..] = row.cells.as_slice() else { continue };
        read_query(second, interface);
        if let Some(path) = of_url(second)
            && !first.contains("格式")
        {
            interface.mentions.push(Mention { line: row.line, place: Place::UrlRow, path });
        }
        if first.contains("方式") || first.contains("方法") || first.eq_ignore_ascii_case("method") {
            let second = second.to_uppercase();
            interface.method = ["POST", "GET"].into_iter().find(|method| second.contains(method)).map(str::to_owned);
        }
    }
}

/// Adds the keys of a query, such as those of `?timestamp=**&appid=**`.
pub(super) fn read_query(text: &str, interface: &mut Interface) {
    let Some((_, query)) = text.split_once('?') else { return };
    let query = query.split_whitespace().next().unwrap_or_default();
    for part in query.split('&') {
        let key: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        if !key.is_empty() {
            interface.query.insert(key);
        }
    }
}

/// Decides which path is meant: the one with the most mentions, of which the heading counts most since it is read most.
/// The slash at the end is that of the row `url`, since headings go without.
pub(super) fn settle(interface: &mut Interface) -> Option<String> {
    let mentions = interface.mentions.clone();
    let weight = |path: &str| -> usize {
        let weights =
            mentions.iter().filter(|mention| is_same(&mention.path, path)).map(|mention| match mention.place {
                Place::Heading => 3,
                Place::UrlRow | Place::Sample => 2,
            });
        weights.sum()
    };
    let best = mentions.iter().rev().max_by_key(|mention| weight(&mention.path))?;
    let same =
        |place: Place| mentions.iter().find(|mention| mention.place == place && is_same(&mention.path, &best.path));
    let places = [Place::UrlRow, Place::Sample, Place::Heading];
    let settled = places.into_iter().find_map(same).map(|mention| mention.path.clone())?;
    if places.into_iter().filter_map(same).all(|mention| mention.place == Place::Heading) {
        interface.slip(best.line, "only the heading has the path, so that its slash at the end is not known");
    }
    for mention in &mentions {
        if !is_same(&mention.path, &settled) {
            interface
                .slip(mention.line, format!("{} has the path {} instead of {settled}", mention.place, mention.path));
        } else if mention.place != Place::Heading && mention.path != settled {
            interface
                .slip(mention.line, format!("{} ends the path with another slash: {}", mention.place, mention.path));
        }
    }
    Some(settled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found() {
        let cases = [
            ("http://msdktest.qq.com/auth/verify_login/ ", Some("/auth/verify_login/")),
            ("http://$domain/share/wx", Some("/share/wx")),
            ("POST /share/qq/?timestamp=*", Some("/share/qq/")),
            ("POST http://msdktest.qq.com/profile/get_gift/?t=1", Some("/profile/get_gift/")),
            ("msdktest.qq.com/share/wx/", Some("/share/wx/")),
            ("40*40(/40)、100*100(/100)", None),
            ("0/1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(of_url(text).as_deref(), expected, "{text}");
        }
        assert_eq!(of_heading("auth/verify_login接口").as_deref(), Some("/auth/verify_login"));
        assert_eq!(of_heading("iOS/Android"), None);
    }

    #[test]
    fn the_path_that_most_agree_on_is_meant() {
        let mention = |place, path: &str| Mention { line: 1, place, path: path.into() };
        let mut interface = Interface {
            mentions: vec![
                mention(Place::Heading, "/profile/get_gift"),
                mention(Place::UrlRow, "/relation/get_gift/"),
                mention(Place::Sample, "/profile/get_gift/"),
            ],
            ..Interface::default()
        };
        assert_eq!(settle(&mut interface).as_deref(), Some("/profile/get_gift/"));
        assert_eq!(
            interface.slips[0].what,
            "the url row has the path /relation/get_gift/ instead of /profile/get_gift/"
        );
    }
}
