//! Reads the envelope of an answer out of the fields that were picked up on the way.

use std::borrow::Cow;

use crate::{
    decode::{Decode, DecodeError, EnvelopeField, EnvelopeFields, Json},
    error::Envelope,
};

impl Envelope {
    /// Takes the envelope out of an answer whose `ret` is known.
    pub(crate) fn of(ret: i64, fields: &EnvelopeFields<'_>) -> Self {
        // Nothing else is worth failing for.
        let int = |field: EnvelopeField<'_>| field.once().and_then(|json| Option::<i64>::decode(json).ok()).flatten();
        Self {
            ret,
            msg: fields.msg.once().and_then(text).unwrap_or_default().into_owned(),
            plat_code: int(fields.plat_code),
            err_type: int(fields.err_type),
            ext_info: fields.ext_info().map(Cow::into_owned),
        }
    }
}

impl<'a> EnvelopeFields<'a> {
    /// Returns `ret`, without which an answer is no success.
    ///
    /// # Errors
    ///
    /// If it is no integer or does not come exactly once, or if `msdkExtInfo`, which tells whose answer it is, comes twice.
    pub(crate) fn ret(&self) -> Result<i64, DecodeError> {
        const TWICE: DecodeError = DecodeError::new("a key that comes once", "it twice");
        if matches!(self.ext_info, EnvelopeField::Twice) {
            return Err(TWICE.in_field("msdkExtInfo"));
        }
        match self.ret {
            EnvelopeField::Once(json) => i64::decode(json).map_err(|error| error.in_field(self.format.code)),
            EnvelopeField::Twice => Err(TWICE.in_field(self.format.code)),
            EnvelopeField::Absent => Err(DecodeError::new("a value", "no such field").in_field(self.format.code)),
        }
    }

    /// Returns the `msdkExtInfo` that the answer repeats. What is no text is taken as it is written, so that it is not
    /// taken for the one that was sent, nor for none.
    pub(crate) fn ext_info(&self) -> Option<Cow<'a, str>> {
        let json = self.ext_info.once().filter(|json| !json.is_blank())?;
        text(json).or_else(|| Some(json.as_str().into()))
    }
}

/// A text of the envelope, with replacement characters for lone surrogates: half an emoji must not hide what `ret` says.
fn text(json: Json<'_>) -> Option<Cow<'_, str>> {
    json.text_lossy().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Manner, NoAnswer, read_parts};

    fn read(body: &str) -> Result<Envelope, DecodeError> {
        let fields = match read_parts(body, &mut |reader| reader.anything(), Manner::default()) {
            Ok(parts) => parts.envelope,
            Err(NoAnswer::Malformed(error)) => return Err(error),
            Err(NoAnswer::NeedsRepair) => panic!("{body:?} needs repair"),
        };
        Ok(Envelope::of(fields.ret()?, &fields))
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
