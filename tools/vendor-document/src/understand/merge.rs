//! Puts together what tables and samples say of a field, and notes where they differ.

use super::{Side, fields, nesting};
use crate::{
    json::Json,
    page::{Field, Interface, Kind, Sample},
};

/// Goes through the fields of an interface.
pub(super) fn merge(interface: &mut Interface) {
    let mut request = std::mem::take(&mut interface.request);
    let mut reply = std::mem::take(&mut interface.reply);
    for (fields, of, side) in [(&mut request, "request", Side::Request), (&mut reply, "answer", Side::Reply)] {
        for (line, name) in join_twins(fields) {
            interface.slip(line, format!("the table of the {of} has `{name}` twice"));
        }
        for field in fields {
            for name in describe_members(field, side) {
                interface.slip(
                    field.line,
                    format!("the description of `{}` has `{name}`, which is none of its fields", field.name),
                );
            }
        }
    }
    add_samples(&mut request, &objects(&interface.sample_requests), Side::Request, line_of(&interface.sample_requests));
    add_samples(&mut reply, &objects(&interface.sample_replies), Side::Reply, line_of(&interface.sample_replies));
    for field in request.iter_mut().filter(|_| !interface.sample_requests.is_empty()) {
        if field.in_table && field.sampled.is_none() && field.optional != Some(true) && field.prose.default.is_none() {
            field.doubt("the sample request does not have it");
        }
    }
    for field in &mut reply {
        if let Some(name) = &field.table_name {
            interface.slip(field.line, format!("the table has `{name}` where the sample has `{}`", field.name));
        }
    }
    interface.request = request;
    interface.reply = reply;
}

fn objects(samples: &[Sample]) -> Vec<&Json> {
    samples.iter().map(|sample| &sample.value).collect()
}

fn line_of(samples: &[Sample]) -> usize {
    samples.first().map_or(0, |sample| sample.line)
}

/// Joins the rows of one name, and returns those that were there before.
fn join_twins(fields: &mut Vec<Field>) -> Vec<(usize, String)> {
    let mut twins = Vec::new();
    let mut joined: Vec<Field> = Vec::new();
    for field in fields.drain(..) {
        if let Some(first) = joined.iter_mut().find(|first| first.name == field.name) {
            twins.push((field.line, field.name.clone()));
            if first.kind != field.kind && field.kind != Kind::Unknown {
                first.doubt(format!("the table has it twice, as {} and as {}", first.kind, field.kind));
            }
            first.prose.only = first.prose.only.take().or(field.prose.only);
        } else {
            joined.push(field);
        }
    }
    for field in &mut joined {
        twins.extend(join_twins(&mut field.fields));
    }
    *fields = joined;
    twins
}

/// Gives the fields of an object what its description says of them in lines such as `2、expires: until when`, and returns
/// the names there that are none of its fields.
fn describe_members(field: &mut Field, side: Side) -> Vec<String> {
    let mut unknown = Vec::new();
    if field.fields.is_empty() {
        return unknown;
    }
    for line in field.about.lines() {
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || "、.．) ".contains(c));
        let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
        let (name, about) = line.split_at(end);
        let Some(about) = about.trim_start().strip_prefix([':', '：']).filter(|_| !name.is_empty()) else { continue };
        match field.fields.iter_mut().find(|member| member.name == name) {
            Some(member) if member.about.is_empty() => {
                about.trim().clone_into(&mut member.about);
                fields::finish(member, side);
            }
            Some(_) => {}
            None => unknown.push(name.to_owned()),
        }
    }
    unknown
}

/// Gives an object the fields of a piece of JSON that describes it.
pub(super) fn describe(parent: &mut Field, value: &Json, side: Side) {
    nesting::adopt(parent);
    add_samples(&mut parent.fields, &items_of(value), side, parent.line);
    settle(&mut parent.fields);
}

/// Such a piece of JSON is as good as a table.
fn settle(fields: &mut [Field]) {
    for field in fields {
        field.in_table = true;
        settle(&mut field.fields);
    }
}

/// Adds what samples, which are samples of one object, say of its fields.
fn add_samples(fields: &mut Vec<Field>, samples: &[&Json], side: Side, line: usize) {
    let samples: Vec<&&Json> = samples.iter().filter(|sample| !sample.entries().is_empty()).collect();
    if samples.is_empty() {
        return;
    }
    rename(fields, &samples);
    let names: Vec<String> = samples.iter().flat_map(|sample| sample.entries()).map(|(name, _)| name.clone()).collect();
    for name in names {
        if is_key(&name) && !fields.iter().any(|field| field.name == name) {
            fields.push(Field { line, name, ..Field::default() });
        }
    }
    for field in fields.iter_mut() {
        let values: Vec<&Json> = samples.iter().filter_map(|sample| sample.get(&field.name)).collect();
        add_values(field, &values, side, line);
    }
}

/// Whether a text can be a key: what a broken sample leaves in the place of one cannot.
fn is_key(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.$".contains(c))
}

fn add_values(field: &mut Field, values: &[&Json], side: Side, line: usize) {
    let Some(sampled) = values.iter().map(|value| kind_of(value)).reduce(wider) else { return };
    field.sample = values.iter().find_map(|value| match value {
        Json::Text(text) | Json::Number(text) => Some(text.clone()),
        _ => None,
    });
    if !field.in_table && values.iter().any(|value| matches!(value, Json::Other(_))) {
        field.doubt("the sample has no proper value for it");
    }
    let from_sample = match (&field.kind, &sampled) {
        (Kind::Unknown, _) => true,
        (Kind::List(item), Kind::List(_)) => **item == Kind::Unknown,
        // That it is an object was only concluded from its having fields.
        (Kind::Object(None), Kind::List(_)) => field.written.is_empty(),
        _ => false,
    };
    if from_sample {
        field.kind = sampled.clone();
        let doubts = std::mem::take(&mut field.doubts);
        field.doubts = doubts
            .into_iter()
            .map(|doubt| doubt.replace("which is no type", "which is no type; the sample's is taken"))
            .collect();
        if field.in_table {
            let optional = field.optional;
            fields::finish(field, side);
            field.optional = optional.or(field.optional);
        }
    }
    if sampled.has_object() && (field.kind.has_object() || field.kind == Kind::JsonText) {
        let items: Vec<&Json> = values.iter().flat_map(|value| items_of(value)).collect();
        if field.kind.has_object() {
            add_samples(&mut field.fields, &items, side, line);
        }
    }
    field.sampled = Some(sampled);
}

/// The objects in a value: itself, or the items of a list.
fn items_of(value: &Json) -> Vec<&Json> {
    match value {
        Json::List(items) => items.iter().flat_map(items_of).collect(),
        Json::Object(_) => vec![value],
        _ => Vec::new(),
    }
}

fn kind_of(value: &Json) -> Kind {
    match value {
        Json::Null | Json::Other(_) => Kind::Unknown,
        Json::Bool => Kind::Bool,
        Json::Number(number) if number.parse::<i64>().is_ok() => Kind::Int,
        Json::Number(_) => Kind::Number,
        Json::Text(_) => Kind::Text,
        Json::List(items) => Kind::List(Box::new(items.iter().map(kind_of).reduce(wider).unwrap_or_default())),
        Json::Object(_) => Kind::Object(None),
    }
}

/// The type of two values of one field.
fn wider(one: Kind, other: Kind) -> Kind {
    match (one, other) {
        (Kind::Unknown, kind) | (kind, Kind::Unknown) => kind,
        (Kind::Int, Kind::Number) => Kind::Number,
        (Kind::List(one), Kind::List(other)) => Kind::List(Box::new(wider(*one, *other))),
        (one, _) => one,
    }
}

/// A list that the table calls `list` and every sample `lists` is one field: the only one that samples lack, and the only
/// list that the table lacks, with almost the same name.
fn rename(fields: &mut [Field], samples: &[&&Json]) {
    let is_sampled = |name: &str| samples.iter().any(|sample| sample.get(name).is_some());
    let extra: Vec<String> = samples
        .iter()
        .flat_map(|sample| sample.entries())
        .filter(|(name, _)| !fields.iter().any(|field| field.name == *name))
        .map(|(name, _)| name.clone())
        .collect();
    for field in fields.iter_mut() {
        if is_sampled(&field.name) {
            continue;
        }
        if let Some(name) = extra.iter().find(|name| is_near(name, &field.name)) {
            field.table_name = Some(std::mem::replace(&mut field.name, name.clone()));
        }
    }
}

/// Whether two names differ in case, underscores, or an `s` at the end.
fn is_near(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.replace('_', "").to_lowercase().trim_end_matches('s').to_owned();
    !one.is_empty() && bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(table: &[(&str, Kind)], reply: &str) -> Interface {
        let field = |(name, kind): &(&str, Kind)| Field {
            name: (*name).to_owned(),
            kind: kind.clone(),
            in_table: true,
            ..Field::default()
        };
        let mut interface = Interface {
            reply: table.iter().map(field).collect(),
            sample_replies: crate::json::find(reply)
                .into_iter()
                .map(|sample| Sample { line: sample.line, value: sample.value })
                .collect(),
            ..Interface::default()
        };
        merge(&mut interface);
        interface
    }

    #[test]
    fn samples_give_types_and_fields_that_tables_lack() {
        let interface = merged(
            &[("a", Kind::Unknown), ("b", Kind::Text)],
            r#"{"a":1,"c":[{"d":"x"},{"e":1}],"f":[],"":1,"名字":2}"#,
        );
        let shown: Vec<_> = interface
            .reply
            .iter()
            .map(|field| (field.name.as_str(), field.kind.to_string(), field.in_table, field.fields.len()))
            .collect();
        let expected = [
            ("a", "integer".to_owned(), true, 0),
            ("b", "string".to_owned(), true, 0),
            ("c", "list of object".to_owned(), false, 2),
            ("f", "list of unknown".to_owned(), false, 0),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn almost_the_same_name_is_the_same_field() {
        let interface = merged(&[("list", Kind::List(Box::default()))], r#"{"lists":[{"a":1}]}"#);
        assert_eq!(
            (interface.reply[0].name.as_str(), interface.reply[0].table_name.as_deref()),
            ("lists", Some("list"))
        );
        assert_eq!(interface.reply.len(), 1);
    }

    #[test]
    fn a_description_of_an_object_is_about_its_fields() {
        let member = |name: &str| Field { name: name.into(), kind: Kind::Text, ..Field::default() };
        let mut field = Field {
            about: "见下文。\n1、data:成就值\n2、expireds:超时时间".into(),
            fields: vec![member("data"), member("expires")],
            ..Field::default()
        };
        assert_eq!(describe_members(&mut field, Side::Request), ["expireds"]);
        assert_eq!(field.fields[0].about, "成就值");
    }

    #[test]
    fn a_row_that_comes_twice_is_told() {
        let interface = merged(&[("a", Kind::Int), ("a", Kind::Text)], "");
        assert_eq!((interface.reply.len(), interface.slips.len(), interface.reply[0].doubts.len()), (1, 1, 1));
    }
}
