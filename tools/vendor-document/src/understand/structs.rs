//! Structs and enums, which pages give in a language between C++ and an interface description.

use super::{Side, fields, kind};
use crate::page::{Field, Interface, Kind, Prose};

/// The structs and enums of an interface's sections.
#[derive(Debug, Default)]
pub(super) struct Structs {
    structs: Vec<(String, Vec<Field>)>,
    enums: Vec<(String, Vec<(String, String)>)>,
}

impl Structs {
    /// Reads those that stand in a piece of code.
    pub(super) fn read(&mut self, first_line: usize, lines: &[String]) {
        let mut at = 0;
        while at < lines.len() {
            let mut words =
                lines[at].split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
            let (keyword, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let length =
                lines[at..].iter().position(|line| line.trim_start().starts_with('}')).unwrap_or(lines.len() - at);
            let members = &lines[(at + 1).min(at + length)..at + length];
            match keyword {
                "struct" if !name.is_empty() => {
                    self.structs.push((name.to_owned(), read_struct(first_line + at + 1, members)));
                    at += length;
                }
                "enum" if !name.is_empty() => {
                    self.enums.push((name.to_owned(), members.iter().filter_map(|line| read_code(line)).collect()));
                    at += length;
                }
                _ => at += 1,
            }
        }
    }

    /// Gives each field that names a struct its fields, and each that names an enum its values.
    pub(super) fn fill(&self, interface: &mut Interface) {
        for field in &mut interface.request {
            self.fill_field(field, Side::Request, &mut Vec::new());
        }
        for field in &mut interface.reply {
            self.fill_field(field, Side::Reply, &mut Vec::new());
        }
    }

    /// `around` has the structs that the field is in, lest one that holds itself is filled for ever.
    fn fill_field(&self, field: &mut Field, side: Side, around: &mut Vec<String>) {
        let name = match field.kind.item() {
            Kind::Object(Some(name)) => name.to_lowercase(),
            _ => String::new(),
        };
        if !name.is_empty() && around.contains(&name) {
            field.doubt("it holds the struct that it is in, which no declaration can; no field of it is declared");
        } else if !name.is_empty() && field.fields.is_empty() {
            if let Some((_, members)) = self.structs.iter().find(|(known, _)| known.to_lowercase() == name) {
                field.fields.clone_from(members);
            } else if let Some((_, codes)) = self.enums.iter().find(|(known, _)| known.to_lowercase() == name) {
                field.kind = Kind::Int;
                field.prose.values = codes.iter().map(|(_, code)| code.clone()).collect();
                let meanings: Vec<String> = codes.iter().map(|(meaning, code)| format!("{code}: {meaning}")).collect();
                field.about = format!("{}\n{}", field.about, meanings.join("; "));
            }
        }
        around.push(name);
        for inner in &mut field.fields {
            if inner.prose == Prose::default() {
                fields::finish(inner, side);
            }
            self.fill_field(inner, side, around);
        }
        around.pop();
    }
}

fn read_struct(first_line: usize, members: &[String]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (number, line) in members.iter().enumerate() {
        let line = line.replace('；', ";").replace('\u{3000}', " ");
        let (code, comment) = line.split_once("//").unwrap_or((&line, ""));
        if let Some(mut field) = read_member(code) {
            field.line = first_line + number;
            comment.trim().clone_into(&mut field.about);
            fields.push(field);
        } else if let Some(last) = fields.last_mut() {
            // A comment that goes on in the next line.
            let more = format!("{code} {comment}");
            if more.trim().len() > 1 {
                last.about = format!("{} {}", last.about, more.trim());
            }
        }
    }
    fields
}

/// `1 optional string openid;`, `VIPFlag :flag;`, `vector<A> list`
fn read_member(code: &str) -> Option<Field> {
    // The semicolon may be missing behind a type and a name that are nothing else.
    let code = code.split_once(';').map(|(code, _)| code).or_else(|| is_member(code).then_some(code))?;
    let code = code.replace(':', " ").replace("< ", "<").replace(" >", ">");
    let mut words: Vec<&str> = code.split_whitespace().filter(|word| word.parse::<u32>().is_err()).collect();
    let optional = words.contains(&"optional").then_some(true);
    words.retain(|word| !["optional", "required", "repeated"].contains(word));
    let (name, written) = words.split_last()?;
    let name = name.split('[').next().unwrap_or_default();
    if written.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    let written = written.join(" ");
    let read = kind::read(&written);
    let mut field =
        Field { name: name.to_owned(), written, kind: read.kind, optional, in_table: true, ..Field::default() };
    field.doubts.extend(read.doubt);
    Some(field)
}

/// Whether a text is a type that is known and a name.
fn is_member(code: &str) -> bool {
    let words: Vec<&str> = code.split_whitespace().collect();
    let [.., kind, name] = words.as_slice() else { return false };
    words.len() <= 4
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !matches!(kind::read(kind).kind, Kind::Unknown | Kind::Object(None))
}

/// `VIP_BLUE（蓝钻） = 4,`: what it means, and the code.
fn read_code(line: &str) -> Option<(String, String)> {
    let (code, comment) = line.split_once("//").unwrap_or((line, ""));
    let (name, value) =
        code.replace('，', ",").split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))?;
    let value = value.trim().trim_end_matches(',').trim().to_owned();
    value.parse::<i64>().ok()?;
    let meaning = format!("{} {}", name.trim().trim_matches('\u{3000}'), comment.trim());
    Some((meaning.trim().to_owned(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn members_are_read_with_all_that_people_add_to_them() {
        let mut structs = Structs::default();
        structs.read(
            10,
            &lines(
                "struct VIP {\n　　VIPFlag :flag; //什么类型VIP\n　　int level;//等级\n 40*40(/40)\n 1 optional string  openid;  //好友\n vector< Inner > list；\n string city //城市\n};\nenum VIPFlag\n{\n　　VIP_NORMAL(会员) = 1\n　　VIP_BLUE（蓝钻） = 4, //x\n};",
            ),
        );
        let (name, fields) = &structs.structs[0];
        assert_eq!(name, "VIP");
        let shown: Vec<_> = fields
            .iter()
            .map(|field| (field.line, field.name.as_str(), field.about.as_str(), field.optional))
            .collect();
        let expected = [
            (11, "flag", "什么类型VIP", None),
            (12, "level", "等级 40*40(/40)", None),
            (14, "openid", "好友", Some(true)),
            (15, "list", "", None),
            (16, "city", "城市", None),
        ];
        assert_eq!(shown, expected);
        let codes: Vec<&str> = structs.enums[0].1.iter().map(|(_, code)| code.as_str()).collect();
        assert_eq!(codes, ["1", "4"]);
    }

    #[test]
    fn a_struct_may_be_unfinished() {
        for text in ["struct", "struct A", "struct A {", "struct A {\nint", "enum B {\nX = 1"] {
            Structs::default().read(1, &lines(text));
        }
    }
}
