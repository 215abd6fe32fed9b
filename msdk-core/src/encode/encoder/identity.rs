//! The parts of a request that say who it speaks for.

use super::{Encoder, plain};
use crate::describe::{Identity, Part, Shape, metadata::QUERY_NAMES};

/// Who a request speaks for.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub(crate) appid: &'a str,
    pub(crate) app_key: Option<&'a str>,
    pub(crate) openid: &'a str,
    pub(crate) token: Option<&'a str>,
}

impl<'a> Encoder<'a> {
    /// Writes the parts that no field of the struct sends.
    pub(super) fn start_identity(&mut self, identity: &Identity) {
        let parts = [
            (identity.appid, Part::AppId, identity.appid_shape),
            (identity.openid, Part::OpenId, Shape::Text),
            (identity.token, Part::Token, Shape::Text),
            (identity.app_key, Part::AppKey, Shape::Text),
        ];
        for (names, part, shape) in parts {
            for name in names {
                self.part(name, part, shape);
            }
        }
    }

    /// Checks that a part of the identity which the request spells out, written from `start` on, agrees with the client
    /// and the session.
    pub(super) fn check_identity(&mut self, part: Part, start: usize) {
        let (owner, expected) = self.owned(part);
        if expected.is_none_or(|expected| !says(self.json.since(start), expected)) {
            self.reject(format!("must be the {owner}"));
        }
    }

    pub(super) fn part(&mut self, name: &'static str, part: Part, shape: Shape) {
        if self.has_no_body && QUERY_NAMES.contains(&name) {
            return;
        }
        let (owner, value) = self.owned(part);
        let Some(value) = value else {
            return self.report().add(name, format!("is the {owner}, and there is none"));
        };
        if !matches!(shape, Shape::Int) {
            let entry = self.key(name);
            match part {
                // The settings of the client have seen to it that it is letters and digits.
                Part::AppId => self.unescaped_text(value),
                _ => self.text(value),
            }
            self.move_to_query(name, entry);
        } else if is_int(value) {
            let entry = self.key(name);
            self.json.extend(value.as_bytes());
            self.move_to_query(name, entry);
        } else {
            self.report().add(name, "is an int here, so the app id must be a decimal number and no guest's");
        }
    }

    /// Whose a part of the identity is, and its value if there is one.
    fn owned(&self, part: Part) -> (&'static str, Option<&'a str>) {
        match part {
            Part::AppId => ("client's app id", Some(self.caller.appid)),
            Part::OpenId => ("session's openid", Some(self.caller.openid)),
            Part::Token => ("session's access token", self.caller.token),
            Part::AppKey => ("client's app key", self.caller.app_key),
            Part::Body | Part::Flattened => ("part of no identity", None),
        }
    }
}

/// Whether a text is written as JSON writes an integer of 64 bits.
fn is_int(text: &str) -> bool {
    let has_leading_zero = text.len() > 1 && text.starts_with('0');
    !has_leading_zero && text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<i64>().is_ok()
}

/// Whether JSON is `expected`, as a string or as a number.
fn says(json: &str, expected: &str) -> bool {
    json == expected || plain(json).expose() == expected
}
