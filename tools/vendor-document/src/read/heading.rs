//! Headings, and lines that are meant as such.

use super::{table, text};

/// The words of a section's heading, which some pages write without any markup.
const SECTIONS: &[&str] = &[
    "接口说明",
    "功能说明",
    "接口描述",
    "输入参数",
    "输入参数说明",
    "请求参数",
    "请求参数说明",
    "入参",
    "参数说明",
    "输出参数",
    "输出参数说明",
    "返回参数",
    "返回参数说明",
    "出参",
    "接口调用说明",
    "调用说明",
    "请求示例",
    "调用示例",
    "示例",
    "返回示例",
    "返回码",
    "返回码说明",
    "错误码",
    "错误码说明",
];

/// Reads the heading at a line: its level, its text and the line behind it.
pub(super) fn read(lines: &[&str], at: usize) -> Option<(usize, String, usize)> {
    let line = lines[at];
    if let Some((level, text)) = atx(line) {
        return Some((level, text, at + 1));
    }
    let is_indented = line.starts_with('\t') || line.starts_with("    ");
    let text = text::plain(line);
    if text.is_empty() || text.chars().count() > 60 || text.contains('\n') {
        return None;
    }
    if let Some(level) = lines.get(at + 1).and_then(|next| underline(next))
        && !is_indented
        && !text.contains('|')
    {
        return Some((level, text, at + 2));
    }
    let is_meant = is_numbered(&text)
        || is_path(&text)
        || SECTIONS.contains(&text.trim_end_matches([':', '：']).trim())
        || (!is_indented && is_bold(line) && is_section(&text));
    is_meant.then(|| (0, text, at + 1))
}

/// `## Text ##`, with or without spaces.
fn atx(line: &str) -> Option<(usize, String)> {
    let line = text::trim(line);
    let level = line.chars().take_while(|c| *c == '#').count();
    if !(1..=6).contains(&level) {
        return None;
    }
    let rest = line[level..].trim_end_matches(['#', ' ']);
    let rest = rest.split_once(" {#").map_or(rest, |(rest, _)| rest);
    let text = text::plain(rest);
    (!text.is_empty()).then_some((level, text))
}

/// The line below a heading, of `=` or `-` alone.
fn underline(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let is_of = |c: char| line.len() >= 2 && line.chars().all(|other| other == c);
    if is_of('=') { Some(1) } else { is_of('-').then_some(2) }
}

/// `2.1.1./auth/verify_login/`, `2.1.1.2输入参数说明`: numbers with a dot between them, and then no sentence.
fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    let dots = number.trim_end_matches('.').matches('.').count();
    let rest = text::trim(rest);
    dots >= 1
        && number.starts_with(|c: char| c.is_ascii_digit())
        && !rest.is_empty()
        && !rest.starts_with(['%', '|', ','])
        && !rest.contains(['。', '|', '=', '"', '{'])
        && !table::is_head(rest)
}

/// A path alone, with a remark in parentheses at most.
fn is_path(text: &str) -> bool {
    let path = text.split(['(', '（']).next().unwrap_or_default().trim();
    path.starts_with('/')
        && path.trim_end_matches('/').matches('/').count() >= 2
        && path.chars().all(|c| c.is_ascii_alphanumeric() || "/_-".contains(c))
}

fn is_bold(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4 && (line.starts_with("**") && line.ends_with("**") || line.starts_with("__") && line.ends_with("__"))
}

fn is_section(text: &str) -> bool {
    text.chars().count() <= 30 && SECTIONS.iter().any(|section| text.contains(section))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn headings_of_all_kinds_are_read() {
        type Case<'a> = (&'a [&'a str], Option<(usize, &'a str)>);
        let cases: &[Case<'_>] = &[
            (&["### 2.2.1 /share/qq ###"], Some((3, "2.2.1 /share/qq"))),
            (&["##2.2.1 /share/qq##"], Some((2, "2.2.1 /share/qq"))),
            (&["### <a name=\"x\"></a>/share/qq {#x}"], Some((3, "/share/qq"))),
            (&["2.2 Share服务", "---"], Some((2, "2.2 Share服务"))),
            (&["微信", "===="], Some((1, "微信"))),
            (&["2.1.1./auth/verify_login/"], Some((0, "2.1.1./auth/verify_login/"))),
            (&["2.1.1.2输入参数说明"], Some((0, "2.1.1.2输入参数说明"))),
            (&["**输入参数说明**"], Some((0, "输入参数说明"))),
            (&["返回码："], Some((0, "返回码："))),
            (&["/share/wx"], Some((0, "/share/wx"))),
            (&["2. 即需要先在客户端获取到"], None),
            (&["1.5。请注意"], None),
            (&["返回码见返回结果中msg中的参数"], None),
            (&["| a | b |", "| --- | --- |"], None),
            (&["a | b", "------"], None),
        ];
        for (lines, expected) in cases {
            let found = read(lines, 0);
            assert_eq!(found.as_ref().map(|(level, text, _)| (*level, text.as_str())), *expected, "{lines:?}");
        }
    }
}
