//! Where the vendor's document allows more than a declaration, or demands more.
//!
//! A declaration describes the one form of a request that the client sends. The document lets a caller leave some fields
//! out and write others in a second way, which the platform takes; and its prose demands of some texts what no type or
//! limit says. Both belong to the gateway, which stands for the platform. Every row names its section.

use std::net::IpAddr;

/// What the document says of a field besides its declaration.
#[derive(Clone, Copy)]
pub(crate) enum Amendment {
    /// It may be left out.
    Optional,
    /// It may be an integer where it is declared as a string.
    IntToo,
    /// It may be the same array as JSON in a string.
    JsonTextToo,
    /// Values outside of the declared limits have a meaning.
    AnyValue,
    /// Its text must pass a test; the second half says which.
    Form(fn(&str) -> bool, &'static str),
}

use Amendment::{AnyValue, Form, IntToo, JsonTextToo, Optional};

/// Path, field and what holds for it. A field is named once in the body of its endpoint, so its name is enough.
const AMENDMENTS: [(&str, &str, Amendment); 18] = [
    // 2.1.1.2: "client ip of the user".
    ("/auth/verify_login/", "userip", IP),
    // 2.2.1.2 lists the token as `openkey` and as `access_token`; the sample 2.2.1.5 has the latter only.
    ("/share/qq/", "openkey", Optional),
    // 2.2.1.2: "default: 0", twice.
    ("/share/qq/", "act", Optional),
    ("/share/qq/", "src", Optional),
    // 2.2.1.2: "array of objects, or a JSON string (for compatibility)".
    ("/share/qq/", "fopenids", JsonTextToo),
    ("/share/qq/", "userip", IP),
    // 2.3.1.5 and 2.3.3.5: the samples send an integer, the tables say string.
    ("/relation/qqprofile/", "appid", IntToo),
    ("/relation/qqstrange_profile/", "appid", IntToo),
    // 2.3.2.2: "other values have no effect".
    ("/relation/qqfriends_detail/", "flag", AnyValue),
    // 2.3.4.2: "all kinds are looked up if it is not there", "default: openmobile".
    ("/relation/qqfriends_vip/", "flags", Optional),
    ("/relation/qqfriends_vip/", "pf", Optional),
    // 2.3.4.2: the values listed, "and so on", all start alike.
    ("/relation/qqfriends_vip/", "pf", Form(is_login_platform, "must be openmobile, or openmobile_ and a system")),
    // 2.3.4.2: "ip of the caller". The vendor's own SDK sends an empty text here.
    ("/relation/qqfriends_vip/", "userip", Form(|text| text.is_empty() || is_ip(text), "must be an IP address")),
    // 2.4.4.2: "0 if it is not sent".
    ("/profile/qqscore_batch/", "expires", Optional),
    // 2.4.4.2: "not sent, or any other value: the higher one is kept".
    ("/profile/qqscore_batch/", "bcover", Optional),
    ("/profile/qqscore_batch/", "bcover", AnyValue),
    // 2.4.4.2: all fields of an entry are optional. That type and data must be there is said by code -4035, in the
    // handler.
    ("/profile/qqscore_batch/", "type", Optional),
    ("/profile/qqscore_batch/", "data", Optional),
];

const IP: Amendment = Form(is_ip, "must be an IP address");

/// The amendments of one endpoint.
#[derive(Default)]
pub(crate) struct Amendments(Vec<(&'static str, Amendment)>);

impl Amendments {
    /// Collects what holds for the endpoint at `path`.
    pub(crate) fn at(path: &str) -> Self {
        let rows = AMENDMENTS.into_iter().filter(|(known, ..)| *known == path);
        Self(rows.map(|(_, field, amendment)| (field, amendment)).collect())
    }

    pub(super) fn is_optional(&self, field: &str) -> bool {
        self.of(field).any(|amendment| matches!(amendment, Optional))
    }

    pub(super) fn may_be_int(&self, field: &str) -> bool {
        self.of(field).any(|amendment| matches!(amendment, IntToo))
    }

    pub(super) fn may_be_any_value(&self, field: &str) -> bool {
        self.of(field).any(|amendment| matches!(amendment, AnyValue))
    }

    /// The fields that may be JSON in a string.
    pub(super) fn json_texts(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(|(_, amendment)| matches!(amendment, JsonTextToo)).map(|(field, _)| *field)
    }

    /// Returns what is wrong with a text.
    pub(super) fn broken_by(&self, field: &str, text: &str) -> Option<&'static str> {
        self.of(field).find_map(|amendment| match amendment {
            Form(is_right, rule) if !is_right(text) => Some(rule),
            _ => None,
        })
    }

    fn of(&self, field: &str) -> impl Iterator<Item = Amendment> {
        self.0.iter().filter(move |(known, _)| *known == field).map(|(_, amendment)| *amendment)
    }
}

fn is_ip(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

fn is_login_platform(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.strip_prefix("openmobile").is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('_').is_some_and(|system| !system.is_empty() && system.bytes().all(is_word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_amendment_is_of_a_declared_field() {
        for (path, field, _) in AMENDMENTS {
            let mut endpoints = crate::endpoints::declared();
            let metadata = endpoints.find(|metadata| metadata.path == path).unwrap();
            // Fields of objects are found by their name alone.
            let described = format!("{:?} {:?}", metadata.identity, metadata.fields);
            assert!(described.contains(&format!("{field:?}")), "{path} {field}");
        }
    }

    #[test]
    fn login_platforms_start_with_openmobile() {
        for text in ["openmobile", "openmobile_android", "openmobile_ios", "openmobile_wp", "openmobile_tv2"] {
            assert!(is_login_platform(text), "{text}");
        }
        for text in ["", "android", "openmobile_", "openmobileandroid", "openmobile_a b", "desktop_m_qq", "OPENMOBILE"]
        {
            assert!(!is_login_platform(text), "{text}");
        }
    }
}
