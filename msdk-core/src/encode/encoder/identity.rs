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
        for name in identity.appid {
            self.part(name, Part::AppId, identity.appid_shape);
        }
        for (names, part) in
            [(identity.openid, Part::OpenId), (identity.token, Part::Token), (identity.app_key, Part::AppKey)]
        {
            for name in names {
                self.part(name, part, Shape::Text);
            }
        }
    }

    /// Checks that a part of the identity which the request spells out, written from `start` on, agrees with the client
    /// and the session.
    pub(super) fn check_identity(&mut self, part: Part, start: usize) {
        if self.value_of(part).is_none_or(|expected| !says(self.json.since(start), expected)) {
            self.reject(format!("must be the {}", owner_of(part)));
        }
    }

    pub(super) fn part(&mut self, name: &'static str, part: Part, shape: Shape) {
        if self.has_no_body && QUERY_NAMES.contains(&name) {
            return;
        }
        let Some(value) = self.value_of(part) else {
            return self.report().add(name, format!("is the {}, and there is none", owner_of(part)));
        };
        let is_number = matches!(shape, Shape::Int);
        if is_number && !is_int(value) {
            return self.report().add(name, "is an int here, so the app id must be a decimal number and no guest's");
        }
        let entry = self.key(name);
        if is_number {
            self.json.extend(value.as_bytes());
        } else if part == Part::AppId {
            // The settings of the client have seen to it that it is letters and digits.
            self.unescaped_text(value);
        } else {
            self.text(value);
        }
        self.move_to_query(name, entry);
    }

    /// The value of a part of the identity, if there is one.
    fn value_of(&self, part: Part) -> Option<&'a str> {
        match part {
            Part::AppId => Some(self.caller.appid),
            Part::OpenId => Some(self.caller.openid),
            Part::Token => self.caller.token,
            Part::AppKey => self.caller.app_key,
            Part::Body | Part::Flattened => None,
        }
    }
}

/// Whose a part of the identity is.
const fn owner_of(part: Part) -> &'static str {
    match part {
        Part::AppId => "client's app id",
        Part::OpenId => "session's openid",
        Part::Token => "session's access token",
        Part::AppKey => "client's app key",
        Part::Body | Part::Flattened => "part of no identity",
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
