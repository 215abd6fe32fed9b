//! Doc comments.

use super::{Language, english, layout, names};

/// Returns the doc comment of a field, from what the page says of it.
pub(super) fn of_field(name: &str, about: &str, language: Language, indent: usize) -> String {
    let about = clean(about);
    let text =
        match language {
            _ if about.is_empty() => format!("`{name}`, which the page does not describe."),
            Language::Chinese => escape(&sentence(&about)),
            Language::English => escape(&english::of(&about).unwrap_or_else(|| {
                format!("The {}. The page says: {}", names::words(name).join(" "), sentence(&about))
            })),
        };
    layout::comment("///", &text, indent)
}

/// Returns the doc comment of an interface or an object.
pub(super) fn of_item(about: &str, instead: &str, language: Language) -> String {
    let about = clean(about);
    let text = match language {
        _ if about.is_empty() => return layout::comment("///", instead, 0),
        Language::Chinese => sentence(&about),
        Language::English => english::of(&about).unwrap_or_else(|| sentence(&about)),
    };
    layout::comment("///", &escape(&text), 0)
}

/// One line of text, without what is no part of a sentence.
pub(super) fn clean(about: &str) -> String {
    let lines: Vec<&str> = about.lines().map(crate::read::text::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ").replace(['\t', '\u{3000}'], " ").trim_matches([',', '，', ' ']).to_owned()
}

fn sentence(text: &str) -> String {
    let is_ended = text.ends_with(['。', '.', '！', '!', '？', '?', '；', ';', '：', ':']);
    if is_ended { text.to_owned() } else { format!("{text}。") }
}

/// Keeps rustdoc from taking a text for markup. An address becomes a span of code, as a bare one is none for rustdoc.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("http://").or_else(|| rest.find("https://")) {
        let (before, address) = rest.split_at(at);
        let is_part = |c: char| c.is_ascii_graphic() && !"<>\"`".contains(c);
        let end = address.find(|c| !is_part(c)).unwrap_or(address.len());
        let (address, behind) = address.split_at(end);
        push_escaped(before, &mut escaped);
        escaped.extend(["`", address, "`"]);
        rest = behind;
    }
    push_escaped(rest, &mut escaped);
    escaped
}

fn push_escaped(text: &str, escaped: &mut String) {
    for c in text.chars() {
        if "<>[]*\\`".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_markup() {
        let docs = of_field("a", "类型vector<string>，见[a](b)\n第二行", Language::Chinese, 4);
        assert_eq!(docs, "    /// 类型vector\\<string\\>，见\\[a\\](b) 第二行。\n");
        assert_eq!(escape("见http://a.b/?c=<d>，"), "见`http://a.b/?c=`\\<d\\>，");
        assert_eq!(of_field("a", " ", Language::Chinese, 0), "/// `a`, which the page does not describe.\n");
    }
}
