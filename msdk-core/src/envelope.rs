//! What wraps every answer: `ret`, `msg`, and what comes with a refusal.

use std::{borrow::Cow, fmt};

use crate::{DecodeError, Json, JsonObject, catalogue, error::escaped};

/// The characters of `msg` that are printed: the texts of backends that it passes on are shorter.
const MESSAGE: usize = 500;

/// The envelope of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) ret: i64,
    pub(crate) msg: String,
    pub(crate) plat_code: Option<i64>,
    pub(crate) err_type: Option<i64>,
    pub(crate) ext_info: Option<String>,
}

impl Envelope {
    /// Reads the envelope. Only `ret` must be there: an answer without it is no success. `msdkExtInfo` must not be there
    /// twice, since it tells whose answer it is.
    pub(crate) fn read(answer: Json<'_>) -> Result<Self, DecodeError> {
        let fields = answer.object()?;
        fields.find("msdkExtInfo")?;
        Ok(Self {
            ret: fields.get("ret")?,
            // Nothing else of the envelope is worth failing for.
            msg: text(&fields, "msg").unwrap_or_default(),
            plat_code: fields.get("platCode").unwrap_or_default(),
            err_type: fields.get("err_type").unwrap_or_default(),
            ext_info: ext_info(&fields),
        })
    }

    /// The integer before the first comma of `msg`, where `ret` says that there is one.
    pub(crate) fn platform_code(&self) -> Option<i64> {
        catalogue::platform_code(self.ret, &self.msg)
    }
}

impl fmt::Display for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused by the platform: ret {}", self.ret)?;
        if let Some(code) = self.platform_code() {
            write!(f, ", platform code {code}")?;
        }
        if let Some(code) = self.plat_code {
            write!(f, ", platCode {code}")?;
        }
        if let Some(kind) = self.err_type {
            write!(f, ", err_type {kind}")?;
        }
        write!(f, ", msg \"{}\"", escaped(&self.msg).at_most(MESSAGE))
    }
}

/// What is no text is taken as it is written, so that it is not taken for the one that was sent, nor for none.
fn ext_info(fields: &JsonObject<'_>) -> Option<String> {
    let json = fields.find("msdkExtInfo").ok().flatten().filter(|json| !json.is_blank())?;
    text(fields, "msdkExtInfo").or_else(|| Some(json.as_str().to_owned()))
}

/// A text of the envelope, with replacement characters for lone surrogates: half an emoji must not hide what `ret` says.
fn text(fields: &JsonObject<'_>, name: &str) -> Option<String> {
    fields.find(name).ok().flatten()?.text_lossy().ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::Envelope;
    use crate::{DecodeError, Json};

    fn read(body: &str) -> Result<Envelope, DecodeError> {
        Json::document(body).and_then(Envelope::read)
    }

    #[test]
    fn only_an_integer_is_a_ret() {
        for (ret, expected) in [
            ("0", 0),
            ("-10000", -10000),
            (r#""0""#, 0),
            (r#""-502""#, -502),
            (r#""\u0030""#, 0),
            ("9223372036854775807", i64::MAX),
            (r#""-9223372036854775808""#, i64::MIN),
        ] {
            assert_eq!(read(&format!(r#"{{"ret":{ret}}}"#)).map(|envelope| envelope.ret), Ok(expected));
        }
        for (ret, found) in [
            (r#"" 0""#, "a string"),
            (r#""0 ""#, "a string"),
            (r#""+0""#, "a string"),
            (r#""-""#, "a string"),
            (r#""0x0""#, "a string"),
            (r#""0.0""#, "a string"),
            (r#""1e2""#, "a string"),
            (r#""\u0660""#, "a string"),
            (r#""0\u0000""#, "a string"),
            (r#""\ud800""#, "a string"),
            (r#""""#, "an empty string"),
            ("0.0", "a fraction"),
            ("1e2", "a number with an exponent"),
            ("1e400", "a number with an exponent"),
            ("true", "a boolean"),
            ("null", "null"),
            ("[0]", "an array"),
            (r#"{"ret":0}"#, "an object"),
            (&"9".repeat(40), "a number"),
        ] {
            let error = read(&format!(r#"{{"ret":{ret}}}"#)).unwrap_err();
            assert_eq!(error.to_string(), format!("`ret`: expected an integer, found {found}"), "{ret}");
        }
        for ret in ["9223372036854775808", "18446744073709551616", r#""-9223372036854775809""#] {
            let error = read(&format!(r#"{{"ret":{ret}}}"#)).unwrap_err().to_string();
            assert!(error.starts_with("`ret`: expected an integer of 64 bits, found a "), "{error}");
        }
    }

    #[test]
    fn ret_comes_once() {
        for body in [
            r#"{"ret":0,"ret":1}"#,
            r#"{"ret":0,"ret":0}"#,
            r#"{"ret":0,"r\u0065t":1}"#,
            r#"{"\u0072\u0065\u0074":0,"msg":"","ret":0}"#,
        ] {
            let error = read(body).unwrap_err().to_string();
            assert_eq!(error, "`ret`: expected a key that comes once, found it twice");
        }
        assert_eq!(read(r#"{"r\u0065t":7}"#).unwrap().ret, 7);
        assert_eq!(read(r#"{"Ret":0,"ret ":0,"x":{"ret":0},"ret":7}"#).unwrap().ret, 7);
    }

    #[test]
    fn a_platform_code_may_be_missing() {
        for (field, expected) in [
            ("", None),
            (r#","platCode":"""#, None),
            (r#","platCode":null"#, None),
            (r#","platCode":"x""#, None),
            (r#","platCode":[]"#, None),
            (r#","platCode":"0""#, Some(0)),
            (r#","platCode":0"#, Some(0)),
            (r#","platCode":"2002""#, Some(2002)),
            (r#","platCode":-1"#, Some(-1)),
        ] {
            assert_eq!(read(&format!(r#"{{"ret":1{field}}}"#)).unwrap().plat_code, expected, "{field}");
        }
    }

    #[test]
    fn every_code_of_a_refusal_is_printed() {
        let envelope = read(r#"{"ret":-10000,"msg":"-73,x","platCode":"2003","err_type":2}"#).unwrap();
        let codes = "ret -10000, platform code -73, platCode 2003, err_type 2";
        assert_eq!(envelope.to_string(), format!("refused by the platform: {codes}, msg \"-73,x\""));
    }

    #[test]
    fn half_a_character_does_not_hide_ret() {
        let body =
            r#"{"ret":-1,"msg":"bad \ud83d","msdkExtInfo":"\udc00","\ud800":1,"x":"\ud800","platCode":"\ud800"}"#;
        let envelope = read(body).unwrap();
        assert_eq!(envelope.ret, -1);
        assert_eq!(envelope.msg.trim_end_matches('\u{fffd}'), "bad ");
        assert!(envelope.msg.ends_with('\u{fffd}'), "{envelope:?}");
        assert!(envelope.ext_info.is_some(), "it is no echo of what was sent");
        assert_eq!(envelope.plat_code, None);
    }

    #[test]
    fn a_message_is_printed_in_one_line() {
        let envelope = read(r#"{"ret":-1,"msg":"\r\n\u001b[2J\u202e\u2028\u0000'"}"#).unwrap();
        let expected = r#"refused by the platform: ret -1, msg "\r\n\u{1b}[2J\u{202e}\u{2028}\0'""#;
        assert_eq!(envelope.to_string(), expected);
        let envelope = read(&format!(r#"{{"ret":-1,"msg":"{}"}}"#, "x".repeat(1 << 20))).unwrap();
        assert_eq!((envelope.msg.len(), envelope.to_string().chars().count()), (1 << 20, 540));
    }
}
