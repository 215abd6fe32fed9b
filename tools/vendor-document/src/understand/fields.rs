//! Tables of fields.

use super::{Side, heading::Role, kind, nesting, prose};
use crate::{
    page::{Field, Kind, Prose, Slip},
    read::Row,
    words,
};

/// Which column says what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    name: usize,
    kind: Option<usize>,
    required: Option<usize>,
    about: Option<usize>,
    default: Option<usize>,
    length: Option<usize>,
    /// Whether the first row is the head.
    has_head: bool,
}

impl Columns {
    /// Finds the columns by the head, or by what stands in them; none if the table is not about fields.
    pub(super) fn read(rows: &[Row], role: Option<Role>) -> Option<Self> {
        let head = rows.first()?;
        let column = |words: &[&str]| head.cells.iter().position(|cell| words::is_word(cell, words));
        if let Some(name) = column(words::NAMES) {
            return Some(Self {
                name,
                kind: column(words::KINDS),
                required: column(words::REQUIRED),
                about: column(words::ABOUTS),
                default: column(words::DEFAULTS),
                length: column(words::LENGTHS),
                has_head: true,
            });
        }
        // Without a head: names in the first column, in a section for fields.
        let is_field = |row: &Row| row.cells.first().is_some_and(|cell| nesting::names(cell).is_some());
        if !matches!(role, Some(Role::Input | Role::Output))
            || rows.iter().filter(|row| is_field(row)).count() * 2 < rows.len()
        {
            return None;
        }
        let has_kind = rows.iter().any(|row| row.cells.len() >= 3 && kind::read(&row.cells[1]).kind != Kind::Unknown);
        let (kind, about) = if has_kind { (Some(1), Some(2)) } else { (None, Some(1)) };
        Some(Self { name: 0, kind, required: None, about, default: None, length: None, has_head: !is_field(head) })
    }
}

/// Whether a table is one of codes: its head says so, or most of its rows start with a number.
pub(super) fn is_codes(rows: &[Row]) -> bool {
    let Some(head) = rows.first().and_then(|row| row.cells.first()) else { return false };
    let is_number = |row: &&Row| row.cells.first().is_some_and(|cell| cell.trim().parse::<i64>().is_ok());
    words::is_word(head, words::CODES) && rows.iter().filter(is_number).count() * 2 >= rows.len().saturating_sub(1)
}

/// Reads the rows of a table, and what is wrong with them.
pub(super) fn read(rows: &[Row], columns: Columns, side: Side) -> (Vec<Field>, Vec<Slip>) {
    let mut fields: Vec<Field> = Vec::new();
    let mut slips = Vec::new();
    for row in &rows[usize::from(columns.has_head)..] {
        let cell =
            |column: Option<usize>| column.and_then(|at| row.cells.get(at)).map(String::as_str).unwrap_or_default();
        let name = cell(Some(columns.name));
        let mut about = cell(columns.about).to_owned();
        // A pipe in a description, or a row without its type: what is over belongs to the description.
        if columns.about.is_some_and(|at| at + 1 == columns_of(rows)) {
            for more in row.cells.iter().skip(columns_of(rows)).filter(|more| !more.is_empty()) {
                about.push('|');
                about.push_str(more);
            }
        }
        if name.is_empty() {
            if let Some(last) = fields.last_mut() {
                last.about.push('\n');
                last.about.push_str(&about);
            }
            continue;
        }
        let Some((depth, path, remark)) = nesting::names(name) else {
            slips.push(Slip { line: row.line, what: format!("`{name}` is no name of a field") });
            continue;
        };
        let mut written = cell(columns.kind).to_owned();
        if columns.kind.is_some()
            && about.is_empty()
            && row.cells.len() < columns_of(rows)
            && kind::read(&written).kind == Kind::Unknown
        {
            // The row lacks a cell, and the description has come to stand under the type.
            about = std::mem::take(&mut written);
            slips.push(Slip { line: row.line, what: format!("the row of `{name}` lacks a cell") });
        }
        if !remark.is_empty() {
            about = [remark.as_str(), about.as_str()].join(" ");
        }
        for path in path {
            let mut field =
                make(row.line, &written, &about, cell(columns.required), cell(columns.default), side, &path);
            field.in_table = true;
            take_length(cell(columns.length), &mut field);
            nesting::place(field, depth, &path, &mut fields);
        }
    }
    (fields, slips)
}

fn columns_of(rows: &[Row]) -> usize {
    rows.first().map_or(0, |row| row.cells.len())
}

fn make(line: usize, written: &str, about: &str, required: &str, default: &str, side: Side, path: &[String]) -> Field {
    let name = path.last().map(|name| name.trim_end_matches("[]").to_owned()).unwrap_or_default();
    let mut written = written.to_owned();
    let mut read = kind::read(&written);
    if read.kind.item() == &Kind::Unknown
        && let Some((found, better)) = kind::find(about)
    {
        (written, read) = (found, better);
    }
    let mut field = Field { line, name, written, kind: read.kind, about: about.to_owned(), ..Field::default() };
    field.doubts.extend(read.doubt);
    finish(&mut field, side);
    if field.prose.bytes.is_none() {
        field.prose.bytes = read.prose.bytes;
    }
    if let Some(said) = said_required(required) {
        field.optional = Some(!said);
    }
    if field.prose.default.is_none() && !default.is_empty() && default.is_ascii() && default != "-" {
        field.prose.default = Some(default.trim_matches('"').to_owned());
    }
    field
}

/// Takes the length of a text from a column of its own.
fn take_length(cell: &str, field: &mut Field) {
    if let Ok(length) = cell.trim().parse::<u32>()
        && field.kind == Kind::Text
        && field.prose.bytes.is_none()
    {
        field.prose.bytes = Some(length);
        field.doubt(format!("the page says that its length is {length}, which is taken to be one in bytes"));
    }
}

/// Reads the description, once the type is known.
pub(super) fn finish(field: &mut Field, side: Side) {
    let mut read = prose::read(&field.name, &field.about, &field.kind);
    // Values are written as they are, although they are looked for in lower case.
    let restore = |value: &mut String| {
        if let Some(at) = field.about.to_ascii_lowercase().find(value.as_str()) {
            *value = field.about.get(at..at + value.len()).unwrap_or(value).to_owned();
        }
    };
    read.values.iter_mut().chain(&mut read.only).chain(&mut read.default).for_each(restore);
    if field.optional.is_none() {
        field.optional = read.optional;
    }
    if side == Side::Reply {
        read = Prose { values: read.values, open: read.open, joined: read.joined, ..Prose::default() };
    }
    field.prose = read;
}

/// What a cell of the column `required` says.
fn said_required(cell: &str) -> Option<bool> {
    let cell = cell.trim().to_lowercase();
    match cell.as_str() {
        "是" | "y" | "yes" | "true" | "必选" | "必填" | "必须" | "required" | "1" | "√" => Some(true),
        "否" | "n" | "no" | "false" | "可选" | "选填" | "非必填" | "非必须" | "非必选" | "optional" | "0" | "×" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &[&[&str]]) -> Vec<Row> {
        let row = |cells: &&[&str]| Row { line: 7, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
        table.iter().map(row).collect()
    }

    fn fields(table: &[&[&str]]) -> Vec<Field> {
        let rows = rows(table);
        let columns = Columns::read(&rows, Some(Role::Input)).unwrap();
        read(&rows, columns, Side::Request).0
    }

    fn shown(fields: &[Field]) -> String {
        let one = |field: &Field| {
            let inner = if field.fields.is_empty() { String::new() } else { format!("{{{}}}", shown(&field.fields)) };
            format!("{}:{}{inner}", field.name, field.kind)
        };
        fields.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn columns_may_stand_in_any_order_or_lack_a_head() {
        let table: &[&[&str]] = &[&["类型", "字段名", "是否必填", "说明"], &["int", "flag", "否", "标志"]];
        let field = &fields(table)[0];
        assert_eq!((field.name.as_str(), &field.kind, field.optional), ("flag", &Kind::Int, Some(true)));
        let table: &[&[&str]] = &[&["名称", "类型", "长度"], &["title", "string", "45"]];
        assert_eq!(fields(table)[0].prose.bytes, Some(45));
        let table: &[&[&str]] = &[&["flag", "int", "标志"], &["openid", "string", "用户"]];
        assert_eq!(shown(&fields(table)), "flag:integer openid:string");
    }

    #[test]
    fn names_may_have_remarks_marks_and_paths() {
        let table: &[&[&str]] = &[
            &["参数名称", "类型", "描述"],
            &["`openid`（必填）", "string", "a"],
            &["button", "object", "b"],
            &["-name", "string", "c"],
            &["button.type", "string", "d"],
            &["data.list[].id", "int", ""],
            &["data", "", "d"],
            &["city、country", "string", "e"],
            &["", "", "f"],
            &["中文", "string", ""],
        ];
        let found = fields(table);
        assert_eq!(
            shown(&found),
            "openid:string button:object{name:string type:string} data:object{list:list of object{id:integer}} city:string country:string"
        );
        assert_eq!((found[0].optional, found[4].about.as_str()), (Some(false), "e\nf"));
    }

    #[test]
    fn a_row_may_lack_a_cell_or_have_one_more() {
        let table: &[&[&str]] = &[&["参数名称", "类型", "描述"], &["a", "用户的标识"], &["b", "int", "1", "2"]];
        let found = fields(table);
        assert_eq!((found[0].about.as_str(), found[1].about.as_str()), ("用户的标识", "1|2"));
    }
}
