//! The fields of structs, and the objects that they hold.

use std::collections::BTreeSet;

use super::{Language, attribute::attribute, docs, layout, names, types};
use crate::{
    page::{Field, Interface, Kind},
    words,
};

/// What the client writes into every query.
const QUERY: &[&str] = &["timestamp", "appid", "sig", "openid", "encode", "conn", "msdkExtInfo", "opua"];

/// Which attribute an object has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Request,
    Reply,
}

/// What is written for one interface.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) language: Language,
    /// Whether the fields travel in the query.
    pub(super) is_query: bool,
    /// The objects, each a struct.
    pub(super) items: Vec<String>,
    imports: BTreeSet<&'static str>,
    taken: BTreeSet<String>,
    /// Whether no sample shows which fields an answer has.
    is_unsampled: bool,
    /// The structs that were written, by their side and fields: one that comes twice is written once.
    written: Vec<(Side, String, String)>,
}

/// Returns the fields of an answer without those of the envelope.
pub(super) fn reply_fields(interface: &Interface) -> Vec<Field> {
    interface.reply.iter().filter(|field| !words::ENVELOPE.contains(&field.name.as_str())).cloned().collect()
}

impl Writer {
    pub(super) fn new(language: Language) -> Self {
        let taken = names::USED.iter().map(|name| (*name).to_owned()).collect();
        Self {
            language,
            is_query: false,
            items: Vec::new(),
            imports: BTreeSet::new(),
            taken,
            is_unsampled: false,
            written: Vec::new(),
        }
    }

    /// Takes a name for a struct.
    pub(super) fn reserve(&mut self, name: &str) -> String {
        names::free(name, &mut self.taken)
    }

    /// Notes that something of the library is used.
    pub(super) fn uses(&mut self, name: &'static str) {
        self.imports.insert(name);
    }

    /// Writes the import of what is used.
    pub(super) fn imported(&self) -> String {
        let names: Vec<&str> = self.imports.iter().copied().collect();
        match names.as_slice() {
            [one] => format!("use msdk::{one};\n"),
            names => format!("use msdk::{{{}}};\n", names.join(", ")),
        }
    }

    /// Writes the fields of a request.
    pub(super) fn request_fields(&mut self, fields: &[&Field]) -> String {
        let mut taken = BTreeSet::new();
        fields.iter().map(|field| self.request_field(field, &mut taken)).collect()
    }

    fn request_field(&mut self, field: &Field, taken: &mut BTreeSet<String>) -> String {
        if self.is_query && QUERY.contains(&field.name.as_str()) {
            return layout::comment(
                "// TODO:",
                &format!("`{}` is written into every query by the client", field.name),
                4,
            );
        }
        let mut to_dos = doubts(field, Side::Request);
        let mut words = types::limits(field);
        let mut kind = self.type_of(field, Side::Request, &mut to_dos);
        if field.kind == Kind::JsonText && !field.fields.is_empty()
            || self.is_query && matches!(field.kind, Kind::List(_))
        {
            words.push("json".to_owned());
        }
        let default = types::default(field);
        if field.optional == Some(true) || default.is_some() {
            kind = format!("Option<{kind}>");
            words.extend(default.map(|default| format!("default = {default}")));
        }
        if let Some(default) = &field.prose.default
            && types::default(field).is_none()
        {
            to_dos.push(format!("the page says that `{default}` is the default, which its other words do not allow"));
        }
        if types::is_credential(&field.name) {
            words.push("secret".to_owned());
        }
        self.field(field, &kind, words, &to_dos, taken)
    }

    /// Writes the struct of an answer.
    pub(super) fn reply(&mut self, interface: &Interface, name: &str, docs: &str) -> String {
        self.is_unsampled = interface.sample_replies.is_empty();
        let mut docs = docs.to_owned();
        if self.is_unsampled {
            let text = "the page has no sample of an answer, so that fields may be absent";
            docs.push_str(&layout::comment("// TODO:", text, 0));
        }
        self.reply_object(name, &docs, &reply_fields(interface))
    }

    fn reply_object(&mut self, name: &str, docs: &str, fields: &[Field]) -> String {
        self.uses("msdk_reply");
        let mut taken = BTreeSet::new();
        let fields: String = fields.iter().map(|field| self.reply_field(field, &mut taken)).collect();
        let fields = if fields.is_empty() { String::new() } else { format!("\n{fields}") };
        format!(
            "{docs}{}#[derive(Debug, Clone, PartialEq)]\n#[non_exhaustive]\npub struct {name} {{{fields}}}\n",
            attribute("msdk_reply", &[]),
        )
    }

    fn reply_field(&mut self, field: &Field, taken: &mut BTreeSet<String>) -> String {
        if ["ret", "msg"].contains(&field.name.as_str()) {
            let text = format!("`{}` is a name of the envelope, which no object of a reply may have", field.name);
            return layout::comment("// TODO:", &text, 4);
        }
        let mut to_dos = doubts(field, Side::Reply);
        let mut words = Vec::new();
        // What table and sample agree on has to be there.
        let is_sure = field.in_table && field.sampled.is_some() && field.optional != Some(true);
        let kind = if types::is_flag(field) {
            words.extend((!is_sure || field.name == "is_lost").then(|| "default".to_owned()));
            "bool".to_owned()
        } else if types::is_time(field) {
            self.uses("UnixTime");
            "Option<UnixTime>".to_owned()
        } else if field.kind == Kind::Text && field.prose.joined {
            self.uses("CommaList");
            words.push("default".to_owned());
            "CommaList<String>".to_owned()
        } else if matches!(field.kind, Kind::List(_)) {
            let shows_empty = field.sampled == Some(Kind::List(Box::default()));
            if !(is_sure && shows_empty) {
                words.push("default".to_owned());
                to_dos.push("the page does not show an empty list; without `default`, one has to be there".to_owned());
            }
            self.type_of(field, Side::Reply, &mut to_dos)
        } else {
            let kind = self.type_of(field, Side::Reply, &mut to_dos);
            if is_sure { kind } else { format!("Option<{kind}>") }
        };
        if field.in_table && field.sampled.is_none() && !self.is_unsampled && field.optional != Some(true) {
            to_dos.push("the sample answer does not have it".to_owned());
        }
        self.field(field, &kind, words, &to_dos, taken)
    }

    /// Writes a field: what the page says of it, what it leaves open, and its declaration.
    fn field(
        &self,
        field: &Field,
        kind: &str,
        mut words: Vec<String>,
        to_dos: &[String],
        taken: &mut BTreeSet<String>,
    ) -> String {
        let name = names::free(&names::field(&field.name), taken);
        if name.trim_start_matches("r#") != field.name {
            words.insert(0, format!("name = {:?}", field.name));
        }
        let mut text = docs::of_field(&field.name, &field.about, self.language, 4);
        for to_do in to_dos {
            text.push_str(&layout::comment("// TODO:", to_do, 4));
        }
        if !words.is_empty() {
            text.push_str(&layout::indent(&attribute("msdk", &words)));
        }
        text.extend(["    pub ", &name, ": ", kind, ",\n"]);
        text
    }

    /// Returns the type of a field, and writes the structs that it needs.
    fn type_of(&mut self, field: &Field, side: Side, to_dos: &mut Vec<String>) -> String {
        if types::is_openid(field) {
            self.uses("OpenId");
            return in_lists(&field.kind, "OpenId");
        }
        let item = match field.kind.item() {
            Kind::Text if field.prose.joined && field.kind == Kind::Text => {
                self.uses("CommaList");
                "CommaList<String>".to_owned()
            }
            Kind::Text => "String".to_owned(),
            Kind::Int => "i64".to_owned(),
            Kind::Number => "f64".to_owned(),
            Kind::Bool => "bool".to_owned(),
            Kind::JsonText if field.fields.is_empty() || side == Side::Reply => {
                to_dos.push("the page says that it is JSON in a string, which is left as it is".to_owned());
                "String".to_owned()
            }
            Kind::JsonText | Kind::Object(_) | Kind::List(_) => self.object(field, side, to_dos),
            Kind::Unknown => {
                let what = if matches!(field.kind, Kind::List(_)) { "a type of its items" } else { "a type" };
                to_dos.push(format!("the page does not give {what} that is understood; a string is a guess"));
                "String".to_owned()
            }
        };
        in_lists(&field.kind, &item)
    }

    /// Writes the struct of an object, and returns its name.
    fn object(&mut self, field: &Field, side: Side, to_dos: &mut Vec<String>) -> String {
        let wanted = match field.kind.item() {
            Kind::Object(Some(name)) => names::camel(name),
            _ => names::camel(&field.name),
        };
        let shape = format!("{wanted} {:?}", field.fields);
        let is_twin = |(known_side, known, _): &&(Side, String, String)| *known_side == side && *known == shape;
        if let Some((_, _, name)) = self.written.iter().find(is_twin)
            && !field.fields.is_empty()
        {
            return name.clone();
        }
        let name = self.reserve(&wanted);
        self.written.push((side, shape, name.clone()));
        if field.fields.is_empty() && field.doubts.is_empty() {
            to_dos.push("the page does not say which fields its object has".to_owned());
        }
        let docs = layout::comment("///", &format!("An object in `{}`.", field.name), 0);
        // The place of the struct is taken before those of the objects in it.
        let place = self.items.len();
        self.items.push(String::new());
        let text = match side {
            Side::Reply => self.reply_object(&name, &docs, &field.fields),
            Side::Request => self.request_object(&name, &docs, &field.fields),
        };
        if let Some(item) = self.items.get_mut(place) {
            *item = text;
        }
        name
    }

    fn request_object(&mut self, name: &str, docs: &str, fields: &[Field]) -> String {
        self.uses("msdk_object");
        // An object is written as JSON, also in a query.
        let is_query = std::mem::replace(&mut self.is_query, false);
        let fields: Vec<&Field> = fields.iter().collect();
        let fields = self.request_fields(&fields);
        self.is_query = is_query;
        let fields = if fields.is_empty() { String::new() } else { format!("\n{fields}") };
        format!(
            "{docs}{}#[derive(Debug, Clone, PartialEq)]\npub struct {name} {{{fields}}}\n",
            attribute("msdk_object", &[])
        )
    }
}

/// `Vec<Vec<item>>` for a list of lists.
fn in_lists(kind: &Kind, item: &str) -> String {
    match kind {
        Kind::List(inner) => format!("Vec<{}>", in_lists(inner, item)),
        _ => item.to_owned(),
    }
}

/// What the page leaves open of a field.
fn doubts(field: &Field, side: Side) -> Vec<String> {
    let mut doubts = field.doubts.clone();
    if let Some(name) = &field.table_name {
        doubts.push(format!("the table calls it `{name}`, the sample `{}`", field.name));
    }
    if !field.in_table {
        let what = if side == Side::Request { "request" } else { "answer" };
        doubts.push(format!("the sample {what} has it, the table does not"));
    }
    if let Some(sampled) = &field.sampled
        && side == Side::Request
        && sampled.to_string() != field.kind.to_string()
        && *sampled.item() != Kind::Unknown
    {
        doubts.push(format!("the table says {}, the sample has {sampled}", field.kind));
    }
    doubts
}
