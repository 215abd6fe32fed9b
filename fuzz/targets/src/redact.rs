//! What errors show of an answer that repeats a secret.

use std::fmt::Write as _;

use msdk_core::{Error, Session};
use msdk_endpoints::qq::profile::GetGift;

use crate::canned::{answering, call};

/// Who calls, so long that no secret is a part of it by chance.
const OPENID: &str = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";
/// What stands in the place of a secret, behind the beginning of an openid, and for a text that is not shown at all.
const MARKS: [&str; 3] = ["[redacted]", "…", "[withheld: repeats a credential, encoded]"];
/// The characters of an answer that an excerpt shows, and the longest escape of one.
const SHOWN: usize = 200;
const ESCAPE: usize = "\\u{10ffff}".len();

/// Answers a call with a text that repeats its token: a line with the token, and the text, in which each of the control
/// characters 1 to 8 stands for the token, written in another way each.
///
/// # Panics
///
/// If the token is in what the error shows, or that is too long.
pub fn run(input: &[u8]) {
    let Some((secret, text)) = std::str::from_utf8(input).ok().and_then(|input| input.split_once('\n')) else { return };
    let forms = forms(secret);
    // Shorter ones are left alone, and the marks are not looked into.
    if secret.len() < 4 || MARKS.iter().any(|mark| secret.contains(mark)) {
        return;
    }
    let mut answer = String::new();
    for character in text.chars() {
        match forms.get((character as usize).wrapping_sub(1)) {
            Some(form) => answer.push_str(form),
            None => answer.push(character),
        }
    }
    for status in [200, 500] {
        let Some(error) = refusal(status, &answer, secret) else { continue };
        // The endpoint gives something away, so that there is a record of each answer that could not be used.
        assert_eq!(error.raw_answer().is_some(), error.excerpt().is_some(), "{error:?}");
        for shown in [error.raw_answer(), error.msg()].into_iter().flatten() {
            assert_hidden(shown, &forms, &answer);
        }
        let Some(excerpt) = error.excerpt() else { continue };
        let length = excerpt.chars().count();
        assert!(length <= SHOWN * ESCAPE + 1, "{length} characters");
        // Escapes that an excerpt is written with may look like a part of the secret.
        if answer.escape_debug().eq(answer.chars()) {
            assert_hidden(excerpt, &forms, &answer);
        }
    }
}

fn refusal(status: u16, answer: &str, secret: &str) -> Option<Error> {
    let client = answering(status, answer.as_bytes()).build().expect("a client");
    call(&client, &Session::new(OPENID, secret), GetGift).err()
}

fn assert_hidden(shown: &str, forms: &[String], answer: &str) {
    let left = MARKS.iter().fold(vec![shown], |texts, mark| texts.iter().flat_map(|text| text.split(mark)).collect());
    for text in left {
        let text = text.to_ascii_lowercase();
        for form in forms.iter().map(|form| form.to_ascii_lowercase()) {
            assert!(!text.contains(&form), "{form:?} is left in {shown:?} of {answer:?}");
        }
    }
}

/// The ways in which a server may write a text.
fn forms(text: &str) -> [String; 8] {
    let percent = |is_kept: fn(u8) -> bool| {
        text.bytes().fold(String::new(), |mut encoded, byte| {
            if is_kept(byte) {
                encoded.push(byte.into());
            } else {
                let _ = write!(encoded, "%{byte:02X}");
            }
            encoded
        })
    };
    let unreserved = percent(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte));
    let units = text.encode_utf16().fold(String::new(), |mut escaped, unit| {
        let _ = write!(escaped, "\\u{unit:04x}");
        escaped
    });
    let json = serde_json::Value::from(text).to_string();
    let json = json[1..json.len() - 1].to_owned();
    let digits = text.bytes().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
    let form = unreserved.replace("%20", "+");
    // Of a few bytes it is left alone, since it looks like a word.
    let in_base64 = if text.len() < 8 { text.to_owned() } else { base64(text.as_bytes()) };
    [text.to_owned(), form, unreserved, percent(|_| false), json, units, digits, in_base64]
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |group: &[u8]| {
        let bits = (0..3).fold(0, |bits, place| bits << 8 | group.get(place).map_or(0, |byte| usize::from(*byte)));
        let digits = [18, 12, 6, 0].map(|shift| char::from(DIGITS[bits >> shift & 63]));
        digits.into_iter().take(group.len() + 1).collect::<String>()
    };
    let encoded: String = bytes.chunks(3).map(digits).collect();
    let padding = encoded.len().next_multiple_of(4) - encoded.len();
    encoded + &"=".repeat(padding)
}
