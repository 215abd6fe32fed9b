//! The parameters of the query.

use msdk::Metadata;
use percent_encoding::percent_decode_str;

use crate::Refusal;

const REQUIRED: [&str; 5] = ["timestamp", "appid", "sig", "openid", "encode"];
const OPTIONAL: [&str; 3] = ["conn", EXT_INFO, "opua"];
const EXT_INFO: &str = "msdkExtInfo";

/// The decoded names and values of a query, in their order.
pub(crate) type Pairs = Vec<(String, String)>;

/// What a query says of its caller.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub(crate) timestamp: &'a str,
    pub(crate) appid: &'a str,
    pub(crate) sig: &'a str,
    pub(crate) openid: &'a str,
}

/// Splits and decodes a query by the rules of RFC 3986, for which a plus sign is a plus sign.
pub(crate) fn parse(raw: &str) -> Result<Pairs, Refusal> {
    let pieces = raw.split('&').filter(|_| !raw.is_empty());
    pieces
        .map(|piece| {
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            let name = decode(name).ok_or_else(|| refuse("the name of a parameter is not valid percent-encoding"))?;
            let value = decode(value).ok_or_else(|| refuse(format!("`{name}` is not valid percent-encoding")))?;
            Ok((name, value))
        })
        .collect()
}

/// Decodes one name or value; none for a `%` without two hexadecimal digits and for what is not UTF-8.
fn decode(text: &str) -> Option<String> {
    let encoded = |after: &str| after.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    if !text.split('%').skip(1).all(encoded) {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok().map(Into::into)
}

/// Checks the parameters that an interface takes.
pub(crate) fn check<'a>(pairs: &'a Pairs, metadata: &Metadata) -> Result<Caller<'a>, Refusal> {
    for name in REQUIRED {
        match get(pairs, name) {
            None => return Err(refuse(format!("`{name}` is missing from the query"))),
            Some("") => return Err(refuse(format!("`{name}` is empty"))),
            Some(_) => {}
        }
    }
    for (index, (name, value)) in pairs.iter().enumerate() {
        if pairs.iter().take(index).any(|(earlier, _)| earlier == name) {
            return Err(refuse(format!("`{name}` comes twice in the query")));
        }
        check_parameter(name, value, metadata)?;
    }
    let value = |name| get(pairs, name).unwrap_or_default();
    Ok(Caller { timestamp: value("timestamp"), appid: value("appid"), sig: value("sig"), openid: value("openid") })
}

fn check_parameter(name: &str, value: &str, metadata: &Metadata) -> Result<(), Refusal> {
    let is_known = REQUIRED.contains(&name) || OPTIONAL.contains(&name);
    if !is_known || (name == "opua" && !metadata.opua) {
        return Err(refuse(format!("`{name}` is not a parameter of {}", metadata.name)));
    }
    if (name == "encode" || name == "conn") && value != "1" {
        return Err(refuse(format!("`{name}` must be 1")));
    }
    if name == EXT_INFO && !is_ext_info(value) {
        return Err(refuse(format!("`{EXT_INFO}` must be ASCII letters, digits and underscores")));
    }
    Ok(())
}

/// Returns what the answer has to echo.
pub(crate) fn ext_info(pairs: &[(String, String)]) -> Option<&str> {
    get(pairs, EXT_INFO).filter(|text| is_ext_info(text))
}

fn is_ext_info(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn get<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Refuses for a parameter that is missing, or that is not what it should be.
pub(super) fn refuse(text: impl Into<String>) -> Refusal {
    Refusal::access(-506, text)
}
