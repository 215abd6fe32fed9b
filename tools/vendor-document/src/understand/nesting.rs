//! Objects: which field a row, a table or a piece of JSON is about.

use crate::page::{Field, Kind};

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
pub(super) fn place(mut field: Field, depth: usize, path: &[String], fields: &mut Vec<Field>) {
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

    fn field(name: &str, kind: Kind) -> Field {
        Field { name: name.into(), kind, ..Field::default() }
    }

    fn shown(fields: &[Field]) -> String {
        let one = |field: &Field| {
            let inner = if field.fields.is_empty() { String::new() } else { format!("{{{}}}", shown(&field.fields)) };
            format!("{}:{}{inner}", field.name, field.kind)
        };
        fields.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn object(name: &str) -> Kind {
        Kind::Object((!name.is_empty()).then(|| name.to_owned()))
    }

    #[test]
    fn a_second_table_is_about_the_object_its_caption_names() {
        for (caption, expected) in [
            ("B结构", "a:object b:list of object{x:integer}"),
            ("a的字段如下", "a:object{x:integer} b:list of object"),
            ("", "a:object b:list of object x:integer"),
        ] {
            let mut known = vec![field("a", object("")), field("b", Kind::List(Box::new(object("B"))))];
            add(vec![field("x", Kind::Int)], &mut known, caption, true);
            assert_eq!(shown(&known), expected, "{caption}");
        }
    }

    #[test]
    fn the_only_object_without_fields_needs_no_caption() {
        let mut known = vec![field("a", Kind::Int), field("b", object(""))];
        add(vec![field("x", Kind::Int)], &mut known, "说明", true);
        assert_eq!(shown(&known), "a:integer b:object{x:integer}");
    }

    #[test]
    fn a_table_goes_before_an_example() {
        let mut known = vec![field("a", object(""))];
        add(vec![field("x", Kind::Unknown)], &mut known, "a", true);
        add(vec![field("x", Kind::Int), field("y", Kind::Int)], &mut known, "a", true);
        assert_eq!(shown(&known), "a:object{x:integer y:integer}");
    }
}
