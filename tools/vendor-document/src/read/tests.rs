use super::*;

fn kinds(page: &str) -> Vec<(usize, String)> {
    let describe = |block: Block| {
        let text = match block.content {
            Content::Heading { level, text } => format!("heading {level} {text}"),
            Content::Table(rows) => format!("table of {}", rows.len()),
            Content::Code(lines) => format!("code of {}", lines.len()),
            Content::Text(text) => format!("text {text}"),
        };
        (block.line, text)
    };
    read(page).into_iter().map(describe).collect()
}

#[test]
fn a_struct_may_stand_right_below_a_table() {
    let page = "| 参数名称| 描述|\n| -- |\n| is_lost | x |\n\tstruct A {\n\t    string a;\n\t};\n\n### 2";
    let expected = [(1, "table of 2"), (4, "code of 3"), (8, "heading 3 2")];
    assert_eq!(kinds(page), expected.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn a_blank_line_within_a_table_does_not_end_it() {
    let page = "| 参数名称| 描述|\r\n| -- |\r\n| a | x |\r\n\r\n| b | y |\r\n\r\n| 参数名称| 描述|\r\n| c | z |";
    assert_eq!(kinds(page), [(1, "table of 3".to_owned()), (7, "table of 2".to_owned())]);
}

#[test]
fn nothing_makes_the_reader_fail() {
    for page in [
        "",
        "\u{feff}",
        "|",
        "||",
        "#",
        "```",
        "<table>",
        "{",
        "\t{",
        "***",
        "|\n|",
        "参数名称 类型\n\n",
        "-\n-",
        "a|b\n---",
    ] {
        let _ = read(page);
        let _ = read(&format!("a\n{page}"));
    }
}
