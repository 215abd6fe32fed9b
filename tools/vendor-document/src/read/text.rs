//! Markup within a line: what remains is what a reader sees.

use pulldown_cmark::{Event, Options, Parser};

/// The tags that the pages use; anything else in angle brackets is text, such as `vector<string>`.
const TAGS: &[&str] = &[
    "a", "b", "big", "br", "center", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "u", "ul",
];

/// A character that no page has. A line that starts with it is no list, heading, quotation or code to the parser.
const GUARD: char = '\u{2060}';

/// Returns a line without emphasis, links, tags and entities. A line break in HTML becomes a line break.
#[must_use]
pub fn plain(line: &str) -> String {
    let guarded = format!("{GUARD}{}", keep_products(line.trim()));
    let mut text = String::new();
    for event in Parser::new_ext(&guarded, Options::empty()) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::InlineHtml(tag) | Event::Html(tag) => push_tag(&tag, &mut text),
            _ => {}
        }
    }
    // Emphasis over several lines leaves its marks.
    trim(&text.replace([GUARD], "").replace("***", "").replace("**", "")).to_owned()
}

/// Trims spaces of every width.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}')
}

/// `40*40 or 100*100` is arithmetic, and no emphasis.
fn keep_products(line: &str) -> String {
    let mut kept = String::new();
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '*' && before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit) {
            kept.push('\\');
        }
        kept.push(c);
        before = c;
    }
    kept
}

fn push_tag(tag: &str, text: &mut String) {
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
    if ["br", "p", "li", "div"].contains(&name.as_str()) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    } else if !tag.starts_with("<!") && !TAGS.contains(&name.as_str()) {
        text.push_str(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_goes_and_types_stay() {
        let cases = [
            ("***PS：分享的内容***", "PS：分享的内容"),
            ("`vector<QQGameFriendsList>`", "vector<QQGameFriendsList>"),
            ("vector<string>", "vector<string>"),
            ("vector&lt;string&gt; &amp; co&nbsp;", "vector<string> & co"),
            ("见[返回码](#5)说明<br>第二行</td>", "见返回码说明\n第二行"),
            ("<font color=\"red\">必填</font>", "必填"),
            ("<a name=\"x\"></a>2.1.1 /auth/x", "2.1.1 /auth/x"),
            ("40*40(/40)、100*100(/100)", "40*40(/40)、100*100(/100)"),
            ("1. 即需要先", "1. 即需要先"),
            ("- a", "- a"),
            ("\u{3000}获取 ", "获取"),
            ("is_qq_vip", "is_qq_vip"),
            (r#"[{"openid":"","type":0}]"#, r#"[{"openid":"","type":0}]"#),
        ];
        for (line, expected) in cases {
            assert_eq!(plain(line), expected, "{line}");
        }
    }
}
