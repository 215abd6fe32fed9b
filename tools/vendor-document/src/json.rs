//! Reads samples, which people wrote as JSON and nobody parsed.
//!
//! What a reader of the page would understand is understood, and each slip is told with its line.

use std::fmt;

/// A value of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in the order of the sample.
    Object(Vec<(String, Json)>),
    /// Something that is no value, such as `...`.
    Other(String),
}

impl Json {
    /// Returns the value of a key, none if this is no object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.entries().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Returns the keys and values of an object; none of anything else.
    #[must_use]
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }
}

/// Where a sample is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The line, from 0, of the text that was read.
    pub line: usize,
    /// What is wrong.
    pub what: SlipKind,
}

/// What is wrong in a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// A comment.
    Comment,
    /// A string in quotation marks that are no `"`.
    Quotes,
    /// A key without quotation marks, or with one.
    BareKey,
    /// A value without quotation marks that is no number.
    BareValue,
    /// A comma is missing.
    MissingComma,
    /// A comma with nothing behind it.
    TrailingComma,
    /// A string with a line break in it.
    LineBreak,
    /// Spaces that JSON does not know.
    WideSpace,
    /// The end is missing.
    Unfinished,
}

impl fmt::Display for SlipKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Comment => "a comment",
            Self::Quotes => "quotation marks that are none in JSON",
            Self::BareKey => "a key without its quotation marks",
            Self::BareValue => "a value that is neither a string nor a number",
            Self::MissingComma => "a missing comma",
            Self::TrailingComma => "a comma with nothing behind it",
            Self::LineBreak => "a line break in a string",
            Self::WideSpace => "spaces that JSON does not know",
            Self::Unfinished => "a missing bracket",
        })
    }
}

/// An object found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The line of its first brace, from 0.
    pub line: usize,
    /// The object.
    pub value: Json,
    /// What is wrong in it; each kind once a line.
    pub slips: Vec<Slip>,
}

/// Finds the objects of a text; whatever stands between them is skipped.
#[must_use]
pub fn find(text: &str) -> Vec<Sample> {
    let mut reader = Reader { text: text.chars().collect(), at: 0, line: 0, depth: 0, slips: Vec::new() };
    let mut samples = Vec::new();
    while let Some(c) = reader.peek() {
        // `{YOUR_APPID}` in an address is no object.
        if c == '{' && reader.is_object() {
            let line = reader.line;
            let value = reader.object();
            samples.push(Sample { line, value, slips: std::mem::take(&mut reader.slips) });
        } else {
            reader.bump();
        }
    }
    samples
}

/// The depth behind which a sample is not believed.
const DEEPEST: usize = 64;

struct Reader {
    text: Vec<char>,
    at: usize,
    line: usize,
    depth: usize,
    slips: Vec<Slip>,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn peek_second(&self) -> Option<char> {
        self.text.get(self.at + 1).copied()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn slip(&mut self, what: SlipKind) {
        let slip = Slip { line: self.line, what };
        if !self.slips.contains(&slip) {
            self.slips.push(slip);
        }
    }

    /// Whether a brace opens an object: what follows is its end, a comment, or a key and a colon.
    fn is_object(&self) -> bool {
        let rest: String = self.text[self.at + 1..].iter().take(200).collect();
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{3000}');
        let end = rest.find(['}', '\n']).unwrap_or(rest.len());
        rest.is_empty() || rest.starts_with(['}', '"', '“', '”', '\'', '/']) || rest[..end].contains([':', '：'])
    }

    fn skip_space(&mut self) {
        while let Some(c) = self.peek() {
            if c == '/' && matches!(self.peek_second(), Some('/' | '*')) {
                self.slip(SlipKind::Comment);
                self.skip_comment();
            } else if c.is_whitespace() || c == '\u{3000}' {
                if !c.is_ascii() {
                    self.slip(SlipKind::WideSpace);
                }
                self.bump();
            } else {
                return;
            }
        }
    }

    fn skip_comment(&mut self) {
        let is_block = self.peek_second() == Some('*');
        self.bump();
        self.bump();
        while let Some(c) = self.peek() {
            if is_block && c == '*' && self.peek_second() == Some('/') {
                self.bump();
                self.bump();
                return;
            }
            if !is_block && c == '\n' {
                return;
            }
            self.bump();
        }
    }

    fn value(&mut self) -> Json {
        match self.peek() {
            Some('{') if self.depth < DEEPEST => self.object(),
            Some('[') if self.depth < DEEPEST => self.list(),
            Some(quote) if closing(quote).is_some() => Json::Text(self.string()),
            _ => self.word(),
        }
    }

    fn object(&mut self) -> Json {
        let mut entries = Vec::new();
        self.bump();
        self.depth += 1;
        while self.goes_on('}', entries.len()) {
            let key = self.key();
            self.skip_space();
            if matches!(self.peek(), Some(':' | '：' | '=')) {
                self.bump();
                self.skip_space();
                let value = self.value();
                entries.push((key, value));
            } else if key.is_empty() {
                // Something that belongs nowhere. A key without a value, such as `...`, is passed over.
                self.bump();
            }
        }
        self.depth -= 1;
        Json::Object(entries)
    }

    fn list(&mut self) -> Json {
        let mut items = Vec::new();
        self.bump();
        self.depth += 1;
        while self.goes_on(']', items.len()) {
            let before = self.at;
            items.push(self.value());
            if self.at == before {
                self.bump();
            }
        }
        self.depth -= 1;
        Json::List(items)
    }

    /// Skips what stands before the next item, and says whether there is one. The bracket at the end is taken.
    fn goes_on(&mut self, end: char, items: usize) -> bool {
        self.skip_space();
        let mut commas = 0;
        while matches!(self.peek(), Some(',' | '，')) {
            self.bump();
            commas += 1;
            self.skip_space();
        }
        match self.peek() {
            None => {
                self.slip(SlipKind::Unfinished);
                false
            }
            Some(c @ ('}' | ']')) => {
                if commas > 0 {
                    self.slip(SlipKind::TrailingComma);
                }
                if c == end {
                    self.bump();
                } else {
                    // The bracket of what is around it: the own one is missing.
                    self.slip(SlipKind::Unfinished);
                    if self.depth <= 1 {
                        self.bump();
                    }
                }
                false
            }
            Some(_) => {
                if items > 0 && commas == 0 {
                    self.slip(SlipKind::MissingComma);
                }
                true
            }
        }
    }

    fn key(&mut self) -> String {
        if self.peek().and_then(closing).is_some() {
            return self.string();
        }
        let mut key = String::new();
        while let Some(c) = self.peek()
            && (c.is_alphanumeric() || "_-.$".contains(c))
        {
            key.push(c);
            self.bump();
        }
        if !key.is_empty() {
            self.slip(SlipKind::BareKey);
        }
        // `guestid"`: only the first mark is missing.
        if self.peek() == Some('"') {
            self.bump();
        }
        key
    }

    fn string(&mut self) -> String {
        let open = self.bump().unwrap_or('"');
        if open != '"' {
            self.slip(SlipKind::Quotes);
        }
        let mut text = String::new();
        while let Some(c) = self.peek() {
            if is_closed_by(open, c) {
                if c != '"' {
                    self.slip(SlipKind::Quotes);
                }
                self.bump();
                return text.trim_end().to_owned();
            }
            match c {
                '\n' if self.is_unclosed() => {
                    self.slip(SlipKind::Quotes);
                    return text.trim_end_matches([',', ' ', ':']).to_owned();
                }
                '\n' => {
                    self.slip(SlipKind::LineBreak);
                    self.bump();
                }
                '\\' => {
                    self.bump();
                    text.extend(self.bump());
                }
                _ => {
                    text.push(c);
                    self.bump();
                }
            }
        }
        self.slip(SlipKind::Unfinished);
        text
    }

    /// Whether a string was forgotten to be closed: the next line starts with a key or a bracket of its own.
    fn is_unclosed(&self) -> bool {
        let rest: String = self.text[self.at..].iter().take(200).collect();
        let line = rest.trim_start().lines().next().unwrap_or_default();
        let name = line.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let has_key = name.is_some_and(|(name, rest)| {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                && rest.trim_start().starts_with([':', '：'])
        });
        has_key || line.starts_with(['}', ']'])
    }

    fn word(&mut self) -> Json {
        let mut word = String::new();
        while let Some(c) = self.peek()
            && !",，}]\n{[\"".contains(c)
            && !(c == '/' && self.peek_second() == Some('/'))
        {
            word.push(c);
            self.bump();
        }
        let word = word.trim().to_owned();
        let is_number = word.parse::<f64>().is_ok() && word.ends_with(|c: char| c.is_ascii_digit());
        match word.as_str() {
            "null" => Json::Null,
            "true" | "false" => Json::Bool,
            _ if is_number => Json::Number(word),
            _ => {
                self.slip(SlipKind::BareValue);
                Json::Other(word)
            }
        }
    }
}

/// The mark that closes a string, none if a character opens none.
fn closing(open: char) -> Option<char> {
    match open {
        '"' | '\'' => Some(open),
        '“' | '”' => Some('”'),
        '‘' | '’' => Some('’'),
        _ => None,
    }
}

/// `“a"`, `"a”`: the marks of a pair are often mixed.
fn is_closed_by(open: char, c: char) -> bool {
    match open {
        '"' => c == '"',
        '“' | '”' => matches!(c, '”' | '“' | '"'),
        _ => closing(open) == Some(c),
    }
}

#[cfg(test)]
mod tests;
