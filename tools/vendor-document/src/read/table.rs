//! Tables with pipes, and lines with spaces that are meant as tables.

use super::{Row, code, heading, text};
use crate::words;

/// Reads the table at a line, with pipes or without, and returns the line behind it.
pub(super) fn read(lines: &[&str], at: usize) -> Option<(Vec<Row>, usize)> {
    piped(lines, at).or_else(|| spaced(lines, at))
}

/// Whether the first row says what the columns are.
pub(super) fn has_head(rows: &[Row]) -> bool {
    rows.first().is_some_and(|row| row.cells.iter().any(|cell| words::is_head(cell)))
}

/// Whether a line is the head of a table without pipes.
pub(super) fn is_head(line: &str) -> bool {
    let cells: Vec<&str> = parts(line);
    cells.len() >= 2 && words::is_first_head(cells[0]) && cells[1..].iter().all(|cell| words::is_head(cell))
}

fn piped(lines: &[&str], at: usize) -> Option<(Vec<Row>, usize)> {
    let is_first =
        starts_row(lines[at]) || has_pipe(lines[at]) && lines.get(at + 1).is_some_and(|next| is_dashes(next));
    if !is_first {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut next = at;
    while let Some(line) = lines.get(next) {
        let is_row =
            starts_row(line) || (has_pipe(line) && !code::starts(line) && heading::read(lines, next).is_none());
        if !is_row {
            break;
        }
        if !is_dashes(line) {
            add(line, next + 1, &mut rows);
        }
        next += 1;
        // A cell that goes on in the next line.
        while let Some(rest) = lines.get(next)
            && !line.trim_end().ends_with(['|', '｜'])
            && !starts_row(rest)
            && has_pipe(rest)
            && rest.trim_end().ends_with(['|', '｜'])
            && let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut())
        {
            cell.push('\n');
            cell.push_str(text::trim(&text::plain(rest.trim_end().trim_end_matches(['|', '｜']))));
            next += 1;
        }
    }
    (next > at).then_some((rows, next))
}

/// Adds the cells of a line; a line with a pipe and nothing else has none.
fn add(line: &str, number: usize, rows: &mut Vec<Row>) {
    let cells = split(line);
    if cells.iter().any(|cell| !cell.is_empty()) {
        rows.push(Row { line: number, cells });
    }
}

fn split(line: &str) -> Vec<String> {
    let line = text::trim(line).replace('｜', "|").replace("\\|", "\u{1}");
    let line = line.strip_prefix('|').unwrap_or(&line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.split('|').map(|cell| text::plain(&cell.replace('\u{1}', "|"))).collect()
}

fn starts_row(line: &str) -> bool {
    text::trim(line).starts_with(['|', '｜']) && !text::trim(line).starts_with("||")
}

fn has_pipe(line: &str) -> bool {
    line.contains(['|', '｜']) && !line.contains("||")
}

/// The row between head and body: dashes and colons.
fn is_dashes(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| c.is_whitespace() || "|｜:：-—　".contains(c))
}

/// A table without pipes: its head, and then lines with at least two words.
fn spaced(lines: &[&str], at: usize) -> Option<(Vec<Row>, usize)> {
    if !is_head(lines[at]) {
        return None;
    }
    let mut rows = vec![Row { line: at + 1, cells: parts(lines[at]).into_iter().map(str::to_owned).collect() }];
    let columns = rows[0].cells.len();
    let mut next = at + 1;
    while let Some(line) = lines.get(next) {
        let is_end = heading::read(lines, next).is_some() || code::starts(line) || starts_row(line);
        let blank_before_end =
            line.trim().is_empty() && !lines.get(next + 1).is_some_and(|next| looks_like_row(next, columns));
        if is_end || blank_before_end {
            break;
        }
        if looks_like_row(line, columns) && !is_dashes(line) {
            let cells = split_words(line, columns);
            rows.push(Row { line: next + 1, cells });
        } else if !line.trim().is_empty()
            && !is_dashes(line)
            && let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut())
        {
            cell.push('\n');
            cell.push_str(&text::plain(line));
        }
        next += 1;
    }
    (rows.len() > 1).then_some((rows, next))
}

/// A name or a number, and then something else.
fn looks_like_row(line: &str, columns: usize) -> bool {
    let parts = parts(line);
    parts.len() >= 2.min(columns)
        && !code::starts(line)
        && parts[0].chars().all(|c| c.is_ascii_alphanumeric() || "_.[]-".contains(c))
}

fn parts(line: &str) -> Vec<&str> {
    line.split(|c: char| c.is_whitespace() || c == '\u{3000}').filter(|word| !word.is_empty()).collect()
}

/// As many cells as there are columns; the last one takes what is left.
fn split_words(line: &str, columns: usize) -> Vec<String> {
    let mut rest = text::trim(line);
    let mut cells = Vec::new();
    while cells.len() + 1 < columns {
        let Some((word, behind)) = rest.split_once(|c: char| c.is_whitespace() || c == '\u{3000}') else { break };
        cells.push(text::plain(word));
        rest = text::trim(behind);
    }
    cells.push(text::plain(rest));
    cells
}

#[cfg(test)]
mod tests {
    use super::read;

    fn cells(page: &str) -> Vec<Vec<String>> {
        let lines: Vec<&str> = page.lines().collect();
        read(&lines, 0).map_or_else(Vec::new, |(rows, _)| rows.into_iter().map(|row| row.cells).collect())
    }

    #[test]
    fn pipes_may_be_uneven_and_rows_indented() {
        let page = "| 参数名称| 类型|描述|\n| ------------- |: -----|\n|act|int|行为|\n    |src|int|来源\n   ｜dst｜int｜1001｜\n    |";
        let expected =
            [["参数名称", "类型", "描述"], ["act", "int", "行为"], ["src", "int", "来源"], ["dst", "int", "1001"]];
        assert_eq!(cells(page), expected);
    }

    #[test]
    fn a_table_may_lack_its_outer_pipes_and_its_dashes() {
        assert_eq!(
            cells("参数名称|类型\n---|---\na|int\nb|string\n\ntext"),
            [["参数名称", "类型"], ["a", "int"], ["b", "string"]]
        );
        assert_eq!(cells("|参数名称|类型|\n|a|int|"), [["参数名称", "类型"], ["a", "int"]]);
    }

    #[test]
    fn a_cell_may_go_on_in_the_next_line() {
        assert_eq!(cells("|a|int|eins\nzwei|\n|b|int|drei|"), [["a", "int", "eins\nzwei"], ["b", "int", "drei"]]);
    }

    #[test]
    fn a_table_may_have_spaces_for_pipes() {
        let page = "参数名称   类型\t描述\nappid  int  应用 的id\nuserip string  用户ip\n  以及端口\n\nPOST /a/b/";
        let expected =
            [["参数名称", "类型", "描述"], ["appid", "int", "应用 的id"], ["userip", "string", "用户ip\n以及端口"]];
        assert_eq!(cells(page), expected);
    }

    #[test]
    fn a_sentence_is_no_table() {
        assert_eq!(cells("参数 说明了 这里").len(), 0);
        assert_eq!(cells("POST /a/b?x=1||2").len(), 0);
    }
}
