//! Who a player is.

use std::{
    cmp::Ordering,
    convert::Infallible,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use arrayvec::ArrayString;

use crate::{
    decode::{Decode, in_place},
    describe::Shape,
    encode::{Encode, Encoder, Measure, TextValue, plain_bytes::all_are},
    error::escaped,
};

/// A player's openid, which is the player's name within one app.
///
/// On the wire it is a string, for mobile QQ of 32 hexadecimal digits; a guest's starts with `G_`. One that is empty or
/// has control characters is refused before anything is sent. `Debug` shortens it.
///
/// Cloning one of the usual length allocates nothing.
#[derive(Clone)]
pub struct OpenId(Repr);

/// Answers hold openids by the dozen, so those of the usual length stand where they are used.
#[derive(Clone)]
enum Repr {
    Short(ArrayString<SHORT>),
    Long(Box<str>),
}

/// A guest's is the longest of the usual ones: `G_` and 32 digits.
const SHORT: usize = 40;

impl OpenId {
    /// Makes an openid from its text.
    pub fn new(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        Self(ArrayString::from(text).map_or_else(|_| Repr::Long(text.into()), Repr::Short))
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Short(text) => text,
            Repr::Long(text) => text,
        }
    }

    /// Whether it has the form of mobile QQ, 32 hexadecimal digits.
    pub fn is_mobile_qq(&self) -> bool {
        self.as_str().len() == 32 && self.as_str().bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// Whether it is a guest's.
    pub fn is_guest(&self) -> bool {
        self.as_str().starts_with(GUEST_PREFIX)
    }

    /// Whether it consists of ASCII letters and digits and is not empty: it breaks no rule, and JSON escapes nothing in it.
    fn is_alphanumeric(&self) -> bool {
        let is = |byte: u8| byte.is_ascii_alphanumeric();
        let bytes = self.as_str().as_bytes();
        // Those of mobile QQ have 32 digits, and take a quarter less if the compiler knows their number.
        match <&[u8; 32]>::try_from(bytes) {
            Ok(bytes) => all_are(bytes, is),
            Err(_) => !bytes.is_empty() && all_are(bytes, is),
        }
    }

    /// The rule that a text breaks as an openid, if any.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let text = self.as_str();
        if text.is_empty() || text == GUEST_PREFIX {
            Some("must not be empty")
        } else if !is_visible_ascii(text) && text.chars().any(char::is_control) {
            Some("must not have control characters")
        } else {
            None
        }
    }
}

/// Whether a text is ASCII without control characters, as openids are.
fn is_visible_ascii(text: &str) -> bool {
    all_are(text.as_bytes(), |byte| (0x20..0x7f).contains(&byte))
}

/// What a guest's app id and openid start with.
pub(crate) const GUEST_PREFIX: &str = "G_";

/// An empty one, which no call can be made for.
impl Default for OpenId {
    fn default() -> Self {
        Self::new("")
    }
}

/// The whole text, as it is sent; `Debug` shortens it.
impl fmt::Display for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Every text is taken; a call says what is wrong with it.
impl FromStr for OpenId {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

impl From<&str> for OpenId {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for OpenId {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl AsRef<str> for OpenId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for OpenId {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for OpenId {}

impl PartialOrd for OpenId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OpenId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for OpenId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head: String = self.as_str().chars().take(4).collect();
        let shortened = if self.as_str().chars().nth(4).is_some() { "…" } else { "" };
        write!(f, "OpenId({}{shortened})", escaped(&head))
    }
}

#[diagnostic::do_not_recommend]
impl Encode for OpenId {
    const SHAPE: Shape = Shape::Text;
    const IS_OPENID: bool = true;

    fn encode(&self, out: &mut Encoder<'_>) {
        let text = self.as_str();
        // Lists have thousands of them, so the usual ones are looked at only once.
        if self.is_alphanumeric() {
            return out.unescaped_text(text);
        }
        if let Some(problem) = self.problem() {
            out.reject(problem);
        }
        out.text(text);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Text(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl TextValue for OpenId {}

#[diagnostic::do_not_recommend]
impl Decode for OpenId {
    const SHAPE: Shape = Shape::Text;

    in_place!(reader => reader.text().map(Self::new));
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use super::OpenId;
    use crate::decode::{Decode, Json};

    #[test]
    fn the_forms_of_openids_are_told_apart() {
        for (text, is_mobile_qq, is_guest, is_alphanumeric, problem) in [
            ("a3284A812ECA15269F85AE1C2D94EB37", true, false, true, None),
            ("a3284A812ECA15269F85AE1C2D94EB3", false, false, true, None),
            ("a3284A812ECA15269F85AE1C2D94EB3G", false, false, true, None),
            ("a3284A812ECA15269F85AE1C2D94EB3\"", false, false, false, None),
            ("G_3284A8", false, true, false, None),
            ("G_", false, true, false, Some("must not be empty")),
            ("", false, false, false, Some("must not be empty")),
            ("A3\n", false, false, false, Some("must not have control characters")),
        ] {
            let openid = OpenId::from(text);
            assert_eq!(openid.is_alphanumeric(), is_alphanumeric, "{text}");
            assert_eq!((openid.is_mobile_qq(), openid.is_guest()), (is_mobile_qq, is_guest), "{text}");
            assert_eq!(openid.problem(), problem, "{text}");
        }
    }

    #[test]
    fn the_text_is_kept_as_it_came() {
        for text in ["A3284A81", "g_好", &"A3284A81".repeat(6)] {
            let openid = Json::document(&format!("\"{text}\"")).and_then(OpenId::decode).unwrap();
            assert_eq!([openid.as_str(), openid.as_ref()], [text; 2]);
            assert_eq!([OpenId::from(text), OpenId::from(text.to_owned())], [openid.clone(), openid]);
        }
    }

    #[test]
    fn openids_are_their_texts_however_long() {
        let [short, long] = ["B".to_owned(), "A".repeat(41)].map(OpenId::from);
        assert!(long < short && OpenId::from("A") < long && short == OpenId::from("B"));
        let keys = RandomState::new();
        let hash = |openid: &OpenId| keys.hash_one(openid);
        let of_text = |text: &str| keys.hash_one(text);
        assert_eq!([&short, &long].map(hash), [short.as_str(), long.as_str()].map(of_text));
    }

    #[test]
    fn debug_shows_the_beginning_in_one_line() {
        for (text, shown) in [("A3284A81", "A328…"), ("G_12", "G_12"), ("好人一生平安", "好人一生…"), ("A\nB", r"A\nB")]
        {
            assert_eq!(format!("{:?}", OpenId::new(text)), format!("OpenId({shown})"));
        }
    }
}
