//! How a server may write a text, and how somebody may read what is left of it.

use std::fmt::Write as _;

use percent_encoding::percent_decode_str;
use proptest::{
    prelude::{Arbitrary, BoxedStrategy, Strategy},
    sample::select,
};

/// One way to escape a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layer {
    Reserved,
    ReservedInLowerCase,
    Form,
    Everything,
    EverythingInLowerCase,
    Json,
    JsonOfAscii,
    Units,
    UnitsInUpperCase,
}

use Layer::{
    Everything, EverythingInLowerCase, Form, Json, JsonOfAscii, Reserved, ReservedInLowerCase, Units, UnitsInUpperCase,
};

const ALL: [Layer; 9] = [
    Reserved,
    ReservedInLowerCase,
    Form,
    Everything,
    EverythingInLowerCase,
    Json,
    JsonOfAscii,
    Units,
    UnitsInUpperCase,
];

impl Layer {
    /// Every sequence of up to three.
    pub(super) fn sequences() -> Vec<Vec<Self>> {
        let mut all = vec![Vec::new()];
        for _ in 0..3 {
            let longer: Vec<_> =
                all.iter().flat_map(|layers| ALL.map(|layer| [layers.as_slice(), &[layer]].concat())).collect();
            all.extend(longer);
        }
        all
    }

    pub(super) fn write(self, text: &str) -> String {
        match self {
            Reserved => percent(text, unreserved),
            ReservedInLowerCase => percent(text, unreserved).to_ascii_lowercase_escapes(),
            Form => percent(text, unreserved).replace("%20", "+"),
            Everything => percent(text, |_| false),
            EverythingInLowerCase => percent(text, |_| false).to_ascii_lowercase_escapes(),
            Json => {
                let json = serde_json::to_string(text).unwrap();
                json[1..json.len() - 1].to_owned()
            }
            JsonOfAscii => Json.write(text).chars().fold(String::new(), |text, character| match character {
                '/' => text + "\\/",
                character if character.is_ascii() => text + character.encode_utf8(&mut [0; 4]),
                character => text + &Units.write(character.encode_utf8(&mut [0; 4])),
            }),
            Units => units(text, |escaped, unit| write!(escaped, "\\u{unit:04x}").unwrap()),
            UnitsInUpperCase => units(text, |escaped, unit| write!(escaped, "\\u{unit:04X}").unwrap()),
        }
    }
}

impl Arbitrary for Layer {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        select(ALL.as_slice()).boxed()
    }
}

const fn unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn percent(text: &str, is_kept: fn(u8) -> bool) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if is_kept(byte) {
            encoded.push(byte.into());
        } else {
            write!(encoded, "%{byte:02X}").unwrap();
        }
        encoded
    })
}

trait Escapes {
    fn to_ascii_lowercase_escapes(&self) -> String;
}

impl Escapes for String {
    /// The digits of escapes alone: the text itself keeps its letters.
    fn to_ascii_lowercase_escapes(&self) -> String {
        let mut pieces = self.split('%');
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, piece| text + "%" + &piece[..2].to_ascii_lowercase() + &piece[2..])
    }
}

fn units(text: &str, write: fn(&mut String, u16)) -> String {
    text.encode_utf16().fold(String::new(), |mut escaped, unit| {
        write(&mut escaped, unit);
        escaped
    })
}

/// Whether a text has another one in it, as it is or read up to three times.
pub(super) fn tells(text: &str, secret: &str) -> bool {
    let fold = |text: &str| text.to_ascii_lowercase().replace('+', " ");
    let mut read = vec![text.to_owned()];
    for _ in 0..3 {
        if read.iter().any(|text| fold(text).contains(&fold(secret))) {
            return true;
        }
        read = read
            .iter()
            .flat_map(|text| [percent_decode_str(text).decode_utf8_lossy().into_owned(), unescaped(text)])
            .collect();
    }
    read.iter().any(|text| fold(text).contains(&fold(secret)))
}

/// Reads JSON's escapes; what is none is left as it is.
fn unescaped(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some(place) = rest.find('\\') {
        let (before, escape) = rest.split_at(place);
        read.push_str(before);
        let lengths = [12, 6, 2].into_iter();
        let known = lengths.filter_map(|length| escape.get(..length)).find_map(|escape| {
            let character: String = serde_json::from_str(&format!("\"{escape}\"")).ok()?;
            (character.chars().count() == 1).then_some((character, escape.len()))
        });
        let (character, length) = known.unwrap_or(("\\".to_owned(), 1));
        read.push_str(&character);
        rest = &escape[length..];
    }
    read + rest
}
