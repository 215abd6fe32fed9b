//! Doc comments without what only rustdoc follows.

/// Returns a doc comment as plain Markdown: links to items become their text.
pub(crate) fn plain(docs: &str) -> String {
    let mut plain = String::with_capacity(docs.len());
    let mut rest = docs.trim();
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let (text, behind) = item(link).unwrap_or(("[", link));
        plain.push_str(text);
        rest = behind;
    }
    plain + rest
}

/// The first paragraph of a doc comment, on one line.
pub(crate) fn summary(docs: &str) -> String {
    let docs = plain(docs);
    let paragraph = docs.split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a doc comment as plain Markdown without its examples.
pub(crate) fn without_code(docs: &str) -> String {
    let texts = docs.split("```").step_by(2).map(plain).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// The text of a link to an item, which began before, and what stands behind the link.
fn item(link: &str) -> Option<(&str, &str)> {
    let (text, behind) = link.split_once(']')?;
    let Some(target) = behind.strip_prefix('(') else { return text.starts_with('`').then_some((text, behind)) };
    let (target, behind) = target.split_once(')')?;
    // A target may be a function, with parentheses of its own.
    let behind = behind.strip_prefix(')').filter(|_| target.ends_with('(')).unwrap_or(behind);
    (!target.contains("://")).then_some((text, behind))
}

#[cfg(test)]
mod tests {
    use super::{plain, without_code};

    #[test]
    fn links_to_items_become_their_text() {
        let docs = "See [`Call::whole`](msdk::Call::whole), [`f`](a::f()), [`Secret`] and [a page](https://a.test/b). `[x]`, a[0";
        let expected = "See `Call::whole`, `f`, `Secret` and [a page](https://a.test/b). `[x]`, a[0";
        assert_eq!(plain(docs), expected);
    }

    #[test]
    fn examples_are_left_out() {
        let docs = "Does it.\n\n```\nit();\n```\n\nAnd [`that`](a::b).";
        assert_eq!(without_code(docs), "Does it.\n\nAnd `that`.");
    }
}
