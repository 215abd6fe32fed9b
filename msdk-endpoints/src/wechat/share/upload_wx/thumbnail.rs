//! A picture on its way into a body.

use std::fmt;

use msdk::{
    declare::{Encode, Encoder, Object},
    metadata::{Field, Shape},
    msdk_object,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// What RFC 3986 leaves unreserved stays as it is; a space becomes `%20`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A picture of at most 64 KB, that is 65,536 bytes.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "Written", into = "Written")
)]
#[derive(Clone, PartialEq, Eq)]
pub struct Thumbnail(Vec<u8>);

impl Thumbnail {
    /// Takes the bytes of a file over.
    pub fn new(file: impl Into<Vec<u8>>) -> Self {
        Self(file.into())
    }

    /// Returns the bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The size alone.
impl fmt::Debug for Thumbnail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Thumbnail({} bytes)", self.0.len())
    }
}

/// A picture as serde has it, under the keys of the wire.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
struct Written {
    filelength: usize,
    binary: String,
}

#[cfg(feature = "serde")]
impl From<Thumbnail> for Written {
    fn from(picture: Thumbnail) -> Self {
        let Thumbnail(file) = picture;
        Self { filelength: file.len(), binary: percent_encode(&file, ENCODED).to_string() }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for Thumbnail {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let file: Vec<u8> = percent_encoding::percent_decode_str(&written.binary).collect();
        if file.len() != written.filelength {
            return Err(format!("`filelength` must be {}, the bytes of the file", file.len()));
        }
        Ok(Self(file))
    }
}

/// The keys that a picture becomes, so that nobody has to count bytes.
#[msdk_object]
struct Keys<'a> {
    /// The size of the file, before its bytes are encoded.
    #[msdk(range = 1..=65536)]
    filelength: usize,
    binary: Binary<'a>,
}

#[diagnostic::do_not_recommend]
impl Object for Thumbnail {
    const FIELDS: &'static [Field] = Keys::FIELDS;

    fn encode_fields(&self, body: &mut Encoder<'_>) {
        Keys { filelength: self.0.len(), binary: Binary(&self.0) }.encode_fields(body);
    }
}

/// Bytes as text: each is percent-encoded for itself, whatever characters they make together.
struct Binary<'a>(&'a [u8]);

#[diagnostic::do_not_recommend]
impl Encode for Binary<'_> {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text(&percent_encode(self.0, ENCODED).to_string());
    }
}
