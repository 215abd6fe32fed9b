//! Tables in HTML.

use super::{Row, text};

/// Reads the table that starts at a line, and returns the line behind it.
pub(super) fn table(lines: &[&str], at: usize) -> Option<(Vec<Row>, usize)> {
    if !lines[at].trim_start().to_ascii_lowercase().starts_with("<table") {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut next = at;
    while let Some(line) = lines.get(next) {
        // Tags may stand on lines of their own, so that each line adds to what is open.
        let (before, tags) = line.split_once('<').unwrap_or((line, ""));
        push(before.trim(), &mut rows);
        for tag in tags.split('<') {
            add(tag, next + 1, &mut rows);
        }
        next += 1;
        if line.to_ascii_lowercase().contains("</table") {
            break;
        }
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = text::plain(cell);
    }
    rows.retain(|row| !row.cells.is_empty());
    Some((rows, next))
}

/// Adds what stands between two `<`.
fn add(piece: &str, line: usize, rows: &mut Vec<Row>) {
    let name: String = piece.chars().take_while(char::is_ascii_alphanumeric).collect();
    let content = piece.split_once('>').map_or("", |(_, content)| content);
    match name.to_ascii_lowercase().as_str() {
        "tr" => rows.push(Row { line, cells: Vec::new() }),
        "td" | "th" => {
            if let Some(row) = rows.last_mut() {
                row.cells.push(content.trim().to_owned());
            }
        }
        "table" | "tbody" | "thead" | "" => {}
        _ => push(&format!("<{piece}"), rows),
    }
}

/// Adds text to the cell that is open.
fn push(text: &str, rows: &mut [Row]) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
        cell.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn cells_are_read() {
        let page = [
            "<table border=1>",
            "<tr><th>参数名称</th><th>类型</th></tr>",
            "<tr>",
            "  <td><b>appid</b></td>",
            "  <td>vector&lt;string&gt;",
            "  </td>",
            "</tr></table>",
            "text",
        ];
        let (rows, next) = table(&page, 0).unwrap();
        let cells: Vec<_> = rows.iter().map(|row| (row.line, row.cells.join("|"))).collect();
        assert_eq!(cells, [(2, "参数名称|类型".to_owned()), (3, "appid|vector<string>".to_owned())]);
        assert_eq!(next, 7);
    }
}
