//! What a page says, once it is understood.

use std::{collections::BTreeSet, fmt};

use crate::json::Json;

/// A page of the vendor's wiki.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its interfaces, in its order.
    pub interfaces: Vec<Interface>,
}

/// One interface.
#[derive(Debug, Clone, Default)]
pub struct Interface {
    /// The line of its heading, from 1.
    pub line: usize,
    /// The number of its section, such as `2.3.4`.
    pub number: Option<String>,
    /// Its heading, without number and path.
    pub title: String,
    /// What the page says it does.
    pub about: String,
    /// The path that most of the page's mentions agree on, with or without the slash at its end.
    pub path: Option<String>,
    /// Where the page mentions its path.
    pub mentions: Vec<Mention>,
    /// The method, in capitals; none where the page does not say.
    pub method: Option<String>,
    /// The keys of its query.
    pub query: BTreeSet<String>,
    /// Whether it is for joint debugging only.
    pub unreleased: bool,
    /// The fields of the request.
    pub request: Vec<Field>,
    /// The fields of the answer, those of the envelope included.
    pub reply: Vec<Field>,
    /// The codes that it has a table of.
    pub codes: Vec<Code>,
    /// Sample requests.
    pub sample_requests: Vec<Sample>,
    /// Sample answers.
    pub sample_replies: Vec<Sample>,
    /// What is wrong with the page here.
    pub slips: Vec<Slip>,
}

impl Interface {
    /// Returns the path, or a stand-in for it that can be printed.
    #[must_use]
    pub fn key(&self) -> String {
        self.path.clone().unwrap_or_else(|| format!("(no path, line {})", self.line))
    }

    /// Notes a slip.
    pub fn slip(&mut self, line: usize, what: impl Into<String>) {
        let slip = Slip { line, what: what.into() };
        if !self.slips.contains(&slip) {
            self.slips.push(slip);
        }
    }
}

/// A sample request or answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The line where it starts, from 1.
    pub line: usize,
    /// The object.
    pub value: Json,
}

/// A path where it is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The line, from 1.
    pub line: usize,
    /// What mentions it.
    pub place: Place,
    /// The path as it stands there.
    pub path: String,
}

/// What mentions a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The heading.
    Heading,
    /// The row `url` of the table about the call.
    UrlRow,
    /// The first line of a sample request.
    Sample,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heading => "the heading",
            Self::UrlRow => "the url row",
            Self::Sample => "the sample",
        })
    }
}

/// A code that an interface refuses with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The line, from 1.
    pub line: usize,
    /// The smallest and the largest of the codes that the row is for.
    pub codes: (i64, i64),
    /// What the page says it means.
    pub meaning: String,
}

/// Something wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in English.
    pub what: String,
}

/// A field of a request, of an answer, or of an object in one of them.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// The line, from 1; of the sample if no table has it.
    pub line: usize,
    /// The key on the wire.
    pub name: String,
    /// What the table calls it, where the samples call it otherwise.
    pub table_name: Option<String>,
    /// The type.
    pub kind: Kind,
    /// The type as the page writes it; empty where it does not.
    pub written: String,
    /// What the page says of it.
    pub about: String,
    /// What the description says of its values.
    pub prose: Prose,
    /// Whether it may be left out, where the page says so.
    pub optional: Option<bool>,
    /// The fields of the object that it holds, alone or in a list.
    pub fields: Vec<Field>,
    /// Whether a table or a struct has it.
    pub in_table: bool,
    /// The type in the samples; none if no sample has it.
    pub sampled: Option<Kind>,
    /// The value in the first sample that has it, if it is a string or a number.
    pub sample: Option<String>,
    /// What the page leaves open, in English: each is a to-do.
    pub doubts: Vec<String>,
}

impl Field {
    /// Notes something that the page leaves open.
    pub fn doubt(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.doubts.contains(&what) {
            self.doubts.push(what);
        }
    }
}

/// A JSON type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Kind {
    /// A string.
    Text,
    /// An integer.
    Int,
    /// Any number.
    Number,
    /// `true` or `false`.
    Bool,
    /// An array.
    List(Box<Kind>),
    /// An object, with the name of its struct if it has one.
    Object(Option<String>),
    /// A string with a JSON document in it.
    JsonText,
    /// Not said, or not understood.
    #[default]
    Unknown,
}

impl Kind {
    /// Returns the type of the items of a list, and of anything else itself.
    #[must_use]
    pub fn item(&self) -> &Self {
        if let Self::List(item) = self { item.item() } else { self }
    }

    /// Whether it is or contains an object.
    #[must_use]
    pub fn has_object(&self) -> bool {
        matches!(self.item(), Self::Object(_))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("string"),
            Self::Int => f.write_str("integer"),
            Self::Number => f.write_str("number"),
            Self::Bool => f.write_str("boolean"),
            Self::List(item) => write!(f, "list of {item}"),
            Self::Object(_) => f.write_str("object"),
            Self::JsonText => f.write_str("JSON in a string"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

/// What a description says of a field's values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The largest number of bytes.
    pub bytes: Option<u32>,
    /// The largest number of characters.
    pub chars: Option<u32>,
    /// The largest number of items.
    pub items: Option<u32>,
    /// The values that are listed.
    pub values: Vec<String>,
    /// Whether there are more values than those that are listed.
    pub open: bool,
    /// The only value that may be sent.
    pub only: Option<String>,
    /// The value that counts where none is sent.
    pub default: Option<String>,
    /// Whether it may be left out, where the description says so.
    pub optional: Option<bool>,
    /// Whether it is a list in a string, with commas between the items.
    pub joined: bool,
}
