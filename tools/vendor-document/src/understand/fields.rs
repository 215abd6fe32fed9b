//! Tables of fields.

use super::{Side, heading::Role, kind, prose};
use crate::{
    page::{Field, Kind, Prose, Slip},
    read::Row,
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

const NAMES: &[&str] = &[
    "参数名称",
    "参数名",
    "参数",
    "字段",
    "字段名",
    "字段名称",
    "名称",
    "变量名",
    "属性",
    "name",
    "parameter",
    "field",
    "param",
    "key",
    "参数字段",
];
const KINDS: &[&str] = &["类型", "参数类型", "数据类型", "字段类型", "变量类型", "type"];
const ABOUTS: &[&str] = &[
    "描述",
    "参数描述",
    "说明",
    "参数说明",
    "字段说明",
    "含义",
    "含义说明",
    "备注",
    "注释",
    "解释",
    "description",
    "desc",
    "参数含义",
    "意义",
];
const REQUIRED: &[&str] = &[
    "必选",
    "必填",
    "是否必选",
    "是否必填",
    "是否必须",
    "是否必需",
    "是否必传",
    "必须",
    "是否可选",
    "可选",
    "required",
];
const LENGTHS: &[&str] = &["长度", "最大长度", "长度限制", "length", "max length"];
const DEFAULTS: &[&str] = &["默认值", "缺省值", "default"];

impl Columns {
    /// Finds the columns by the head, or by what stands in them; none if the table is not about fields.
    pub(super) fn read(rows: &[Row], role: Option<Role>) -> Option<Self> {
        let head = rows.first()?;
        let column = |words: &[&str]| head.cells.iter().position(|cell| crate::read::is_word(cell, words));
        if let Some(name) = column(NAMES) {
            return Some(Self {
                name,
                kind: column(KINDS),
                required: column(REQUIRED),
                about: column(ABOUTS),
                default: column(DEFAULTS),
                length: column(LENGTHS),
                has_head: true,
            });
        }
        // Without a head: names in the first column, in a section for fields.
        let is_field = |row: &Row| row.cells.first().is_some_and(|cell| names(cell).is_some());
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
    crate::read::is_word(head, &["返回码", "错误码", "错误码值", "code", "ret", "platcode"])
        && rows.iter().filter(is_number).count() * 2 >= rows.len().saturating_sub(1)
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
        let Some((depth, path, remark)) = names(name) else {
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
            place(field, depth, &path, &mut fields);
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

/// Reads the cell of a name: how deep it is below the field before it, the path of each name, and what stands behind.
pub(super) fn names(cell: &str) -> Option<(usize, Vec<Vec<String>>, String)> {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "`\"“”'*　".contains(c));
    let bare = cell.trim_start_matches(|c: char| "-–—>└├│─·+ 　".contains(c));
    let depth = usize::from(bare.len() < cell.len());
    let end = bare.find(|c: char| !c.is_ascii_alphanumeric() && !"_.[]/、，,".contains(c)).unwrap_or(bare.len());
    let (list, remark) = bare.split_at(end);
    let list = list.trim_end_matches(['/', '、', ',', '，', '.']);
    let mut paths = Vec::new();
    for name in list.split(['/', '、', ',', '，']) {
        let path: Vec<String> = name.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let is_name = |part: &String| {
            let bare = part.trim_end_matches("[]");
            bare.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !bare.contains(['[', ']'])
        };
        if path.is_empty() || !path.iter().all(is_name) {
            return None;
        }
        paths.push(path);
    }
    let remark = remark.trim_matches(|c: char| c.is_whitespace() || "`\"“”'*　:：".contains(c)).to_owned();
    Some((depth, paths, remark))
}

/// Puts a field where its name says: below the field before it, below the one its path names, or at the end.
fn place(mut field: Field, depth: usize, path: &[String], fields: &mut Vec<Field>) {
    if let [first, rest @ ..] = path
        && !rest.is_empty()
    {
        let name = first.trim_end_matches("[]");
        let at = fields.iter().position(|field| field.name == *name).unwrap_or_else(|| {
            // The object comes after its fields, or has no row.
            let object = Kind::Object(None);
            let kind = if first.ends_with("[]") { Kind::List(Box::new(object)) } else { object };
            fields.push(Field { line: field.line, name: name.to_owned(), kind, in_table: true, ..Field::default() });
            fields.len() - 1
        });
        if let Some(parent) = fields.get_mut(at) {
            adopt(parent);
            place(field, 0, rest, &mut parent.fields);
        }
        return;
    }
    let is_implied =
        |known: &&mut Field| known.name == field.name && known.about.is_empty() && !known.fields.is_empty();
    if let Some(known) = fields.iter_mut().find(is_implied) {
        // The row of an object whose fields came first.
        field.fields = std::mem::take(&mut known.fields);
        if !field.kind.has_object() {
            field.kind = known.kind.clone();
        }
        *known = field;
        return;
    }
    let may_have_fields = |parent: &&mut Field| {
        !parent.fields.is_empty() || matches!(parent.kind.item(), Kind::Object(_) | Kind::Unknown)
    };
    match fields.last_mut().filter(may_have_fields) {
        Some(parent) if depth > 0 => {
            adopt(parent);
            parent.fields.push(field);
        }
        _ => fields.push(field),
    }
}

/// Makes a field an object that has fields, or a list of them.
pub(super) fn adopt(parent: &mut Field) {
    let about = &parent.about;
    let is_list = parent.name.to_lowercase().ends_with("list")
        || parent.name.ends_with("lists")
        || ["列表", "数组", "array"].iter().any(|word| about.contains(word));
    parent.kind = match std::mem::take(&mut parent.kind) {
        Kind::List(item) if *item == Kind::Unknown => Kind::List(Box::new(Kind::Object(None))),
        kind @ Kind::List(_) => kind,
        Kind::Object(name) => Kind::Object(name),
        Kind::JsonText => Kind::JsonText,
        _ if is_list => Kind::List(Box::new(Kind::Object(None))),
        _ => Kind::Object(None),
    };
}

/// Adds the fields of a table to those that are known. A second table is about an object of the first: of the field that
/// its caption names, or of the only one that has no fields yet.
pub(super) fn add(found: Vec<Field>, known: &mut Vec<Field>, caption: &str, is_begun: bool) {
    if !is_begun {
        known.extend(found);
        return;
    }
    if let Some(parent) = find_parent(known, &words_of(caption)) {
        adopt(parent);
        extend(&mut parent.fields, found);
        return;
    }
    for mut field in found {
        if known.iter().any(|known| known.name == field.name) {
            continue;
        }
        field.doubt("the page has it in a second table, and does not say what that table is about");
        known.push(field);
    }
}

/// The words of a caption that may be names.
pub(super) fn words_of(caption: &str) -> Vec<&str> {
    caption.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect()
}

/// The field that a caption is about: the one that its words name, or the only one whose fields are not known.
pub(super) fn find_parent<'a>(known: &'a mut [Field], words: &[&str]) -> Option<&'a mut Field> {
    // An object that has fields already may be described twice, by an example and by a table.
    for with_fields in [false, true] {
        if is_named(known, words, with_fields) {
            return find_named(known, words, with_fields);
        }
    }
    let mut without: Vec<&mut Field> = Vec::new();
    unresolved(known, &mut without);
    if without.len() == 1 { without.pop() } else { None }
}

/// Whether one of the words names an object.
pub(super) fn names_object(fields: &[Field], words: &[&str]) -> bool {
    is_named(fields, words, false) || is_named(fields, words, true)
}

fn is_named(fields: &[Field], words: &[&str], with_fields: bool) -> bool {
    fields.iter().any(|field| is_meant(field, words, with_fields) || is_named(&field.fields, words, with_fields))
}

/// Whether one of the words names an object, by its own name or that of its struct.
fn is_meant(field: &Field, words: &[&str], with_fields: bool) -> bool {
    let is_struct = matches!(field.kind.item(), Kind::Object(Some(name)) if words.contains(&name.as_str()));
    let may_have_fields = matches!(field.kind.item(), Kind::Object(_) | Kind::Unknown | Kind::JsonText);
    field.fields.is_empty() != with_fields && may_have_fields && (is_struct || words.contains(&field.name.as_str()))
}

/// The field that one of the words names.
fn find_named<'a>(fields: &'a mut [Field], words: &[&str], with_fields: bool) -> Option<&'a mut Field> {
    for field in fields {
        if is_meant(field, words, with_fields) {
            return Some(field);
        }
        if let Some(found) = find_named(&mut field.fields, words, with_fields) {
            return Some(found);
        }
    }
    None
}

/// Adds fields to those of an object. What a table says replaces what an example showed.
fn extend(fields: &mut Vec<Field>, found: Vec<Field>) {
    for field in found {
        match fields.iter_mut().find(|known| known.name == field.name) {
            Some(known) if known.about.is_empty() => {
                let inner = std::mem::take(&mut known.fields);
                *known = field;
                known.fields.extend(inner);
            }
            Some(_) => {}
            None => fields.push(field),
        }
    }
}

/// The objects whose fields are not known.
fn unresolved<'a>(fields: &'a mut [Field], found: &mut Vec<&'a mut Field>) {
    for field in fields {
        let is_object = match &field.kind {
            Kind::List(item) => matches!(item.item(), Kind::Object(_) | Kind::Unknown),
            Kind::Object(_) | Kind::JsonText => true,
            _ => false,
        };
        if field.fields.is_empty() {
            if is_object {
                found.push(field);
            }
        } else {
            unresolved(&mut field.fields, found);
        }
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

    #[test]
    fn a_second_table_is_about_the_object_its_caption_names() {
        let table: &[&[&str]] = &[&["参数名称", "类型", "描述"], &["a", "object", ""], &["b", "vector<B>", ""]];
        let inner: &[&[&str]] = &[&["参数名称", "类型", "描述"], &["x", "int", ""]];
        for (caption, expected) in [
            ("B结构", "a:object b:list of object{x:integer}"),
            ("a的字段如下", "a:object{x:integer} b:list of object"),
            ("", "a:object b:list of object x:integer"),
        ] {
            let mut known = fields(table);
            add(fields(inner), &mut known, caption, true);
            assert_eq!(shown(&known), expected, "{caption}");
        }
    }
}
