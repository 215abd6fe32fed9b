//! Code: between fences, indented, or not marked at all.

use super::{heading, table, text};

/// Reads what stands between two fences. One that is never closed ends at the next heading with a `#`.
pub(super) fn fenced(lines: &[&str], at: usize) -> Option<(Vec<String>, usize)> {
    let fence = ["```", "~~~"].into_iter().find(|fence| lines[at].trim_start().starts_with(fence))?;
    let rest = lines.get(at + 1..)?;
    let is_fence = |line: &&str| line.trim_start().starts_with(fence);
    let is_heading = |line: &&str| line.starts_with("##");
    let end = rest.iter().position(is_fence).unwrap_or(rest.len());
    let heading = rest.iter().position(is_heading).unwrap_or(rest.len());
    // A closing fence behind a heading opens the code of another section.
    let (length, next) = if heading < end { (heading, at + 1 + heading) } else { (end, at + 2 + end) };
    Some((rest[..length].iter().map(|line| (*line).to_owned()).collect(), next.min(lines.len())))
}

/// Reads code that is indented, or that only its content gives away.
pub(super) fn bare(lines: &[&str], at: usize) -> Option<(Vec<String>, usize)> {
    let is_indented = is_indented(lines[at]);
    if !is_indented && !starts(lines[at]) {
        return None;
    }
    let mut depth = 0;
    let mut code = Vec::new();
    let mut next = at;
    while let Some(line) = lines.get(next) {
        if next > at && ends(lines, next, depth) {
            break;
        }
        depth += depth_of(line);
        code.push((*line).to_owned());
        next += 1;
    }
    while code.last().is_some_and(|line| line.trim().is_empty()) {
        code.pop();
    }
    // An indented paragraph is no code, whatever CommonMark says.
    (!is_indented || code.iter().any(|line| is_code(line))).then_some((code, next))
}

/// Whether a line can only be the start of code.
pub(super) fn starts(line: &str) -> bool {
    let line = text::trim(line);
    let word = line.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    line.starts_with(['{', '}'])
        || line.starts_with("//")
        || (line.starts_with('[') && line[1..].trim_start().starts_with('{'))
        || (["POST", "GET"].contains(&word) && (line.contains('/') || line.len() == word.len()))
        || (["struct", "enum"].contains(&word) && line.len() > word.len() + 1)
}

/// Whether code has ended before a line, with so many braces open.
fn ends(lines: &[&str], at: usize, depth: i32) -> bool {
    let line = lines[at];
    let trimmed = text::trim(line);
    if trimmed.starts_with("##") || table::read(lines, at).is_some() && !trimmed.starts_with("//") {
        return true;
    }
    let is_open = depth > 0;
    if trimmed.is_empty() {
        // What comes behind the blank line decides.
        let after = lines[at..].iter().find(|line| !line.trim().is_empty());
        return !after.is_some_and(|line| is_open || is_indented(line) || starts(line));
    }
    let was_blank = at > 0 && lines[at - 1].trim().is_empty();
    let goes_on = is_open || is_indented(line) || starts(line) || !was_blank && is_code(line);
    !goes_on || (!is_indented(line) && heading::read(lines, at).is_some_and(|(_, text, _)| !text.starts_with('/')))
}

fn is_indented(line: &str) -> bool {
    line.starts_with('\t') || line.starts_with("    ") || line.starts_with(" \t")
}

fn is_code(line: &str) -> bool {
    starts(line)
        || line.contains(['{', '}', ';', '"', '='])
        || line.contains("HTTP/")
        || line.contains("Host:")
        || line.contains("Content-")
}

fn depth_of(line: &str) -> i32 {
    line.chars().fold(0, |depth, c| match c {
        '{' => depth + 1,
        '}' => depth - 1,
        _ => depth,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(page: &str) -> Option<usize> {
        let lines: Vec<&str> = page.lines().collect();
        bare(&lines, 0).map(|(code, _)| code.len())
    }

    #[test]
    fn code_needs_no_mark() {
        assert_eq!(
            length("POST /a/b/?x HTTP/1.0\nHost:$domain\n\n{\n\"a\": 1\n\n}\n//返回结果\n{\"ret\":0}\n\ntext"),
            Some(9)
        );
        assert_eq!(length("struct A\n{\n int a;\n　　以及\n};\ntext"), Some(5));
        assert_eq!(length("获取用户信息"), None);
    }

    #[test]
    fn an_indented_paragraph_is_no_code() {
        assert_eq!(length("    获取用户信息"), None);
        assert_eq!(length("\tPOST \n\t/share/qq/?a=1\n\n\t{\n\t}\n\n\n## x"), Some(5));
    }

    #[test]
    fn code_ends_at_a_heading_also_if_a_brace_is_missing() {
        assert_eq!(length("{\n\"a\": 1\n### 2.1\n"), Some(2));
    }

    #[test]
    fn a_fence_may_be_left_open() {
        assert_eq!(fenced(&["```json", "{", "}", "```", "x"], 0), Some((vec!["{".into(), "}".into()], 4)));
        assert_eq!(fenced(&["```", "{", "## 2", "```", "x", "```"], 0), Some((vec!["{".into()], 2)));
    }
}
