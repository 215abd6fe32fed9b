//! Lines of the right length.

/// The width that a line may have.
const WIDTH: usize = 116;

/// Writes a comment in as many lines as it takes, each behind a mark such as `///`.
pub(super) fn comment(mark: &str, text: &str, indent: usize) -> String {
    // What goes on behind `// TODO:` is a plain comment, and set off from the next one.
    let (first, next) = match mark.split_once(' ') {
        Some((slashes, _)) => (format!("{mark} "), format!("{slashes}   ")),
        None => (format!("{mark} "), format!("{mark} ")),
    };
    let pad = " ".repeat(indent);
    let lines = wrap(text, WIDTH - indent - first.len());
    let mut written = String::new();
    for (number, line) in lines.iter().enumerate() {
        let mark = if number == 0 { &first } else { &next };
        written.push_str(format!("{pad}{mark}{line}").trim_end());
        written.push('\n');
    }
    written
}

/// Moves lines to the right.
pub(super) fn indent(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

/// Breaks a text into lines, at spaces and between Chinese characters, which are twice as wide as others.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in words(text) {
        let wide: usize = word.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        if used + wide > width && !line.trim().is_empty() {
            lines.push(line.trim().to_owned());
            (line, used) = (String::new(), 0);
        }
        if !(line.is_empty() && word == " ") {
            line.push_str(&word);
            used += wide;
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim().to_owned());
    }
    lines
}

/// Words, spaces and single Chinese characters. A mark of punctuation stays with what is before it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for c in text.chars() {
        let c = if c.is_whitespace() || c == '\u{3000}' { ' ' } else { c };
        let stays = "，。；：、！？）”】》,.;:!?)".contains(c)
            || (c.is_ascii()
                && c != ' '
                && words.last().is_some_and(|last| last.ends_with(|last: char| last.is_ascii() && last != ' ')));
        match words.last_mut() {
            Some(last) if stays && last != " " => last.push(c),
            Some(last) if c == ' ' && last == " " => {}
            _ => words.push(c.to_string()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_wrapped() {
        let text = "玩家的标识。".repeat(20);
        let written = comment("///", &text, 4);
        assert!(
            written.lines().count() > 1
                && written.lines().all(|line| line.starts_with("    /// 玩") || !line.contains("/// 。"))
        );
        assert_eq!(written.replace("    /// ", "").replace('\n', ""), text);
        assert_eq!(comment("// TODO:", "a b", 0), "// TODO: a b\n");
        assert_eq!(comment("///", "", 0), "///\n");
    }
}
