//! The parts of a request that say who it speaks for.

use super::{Encoder, RequestValue, plain};
use crate::{FixedValue, Identity, Part, Shape, metadata::QUERY_NAMES};

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

    /// Writes a field that is a part of the identity and checks that it agrees with the client and the session. An
    /// absent one is taken from there.
    pub fn identity<T: RequestValue + ?Sized>(&mut self, name: &'static str, part: Part, value: &T) {
        if value.is_absent() {
            self.describe(name);
            self.part(name, part, T::SHAPE);
        } else if self.open(name, false, value.measure()) {
            let start = self.json.len();
            value.encode(self);
            let written = self.json.since(start);
            let (owner, expected) = self.owned(part);
            if expected.is_none_or(|expected| !says(written, expected)) {
                self.reject(format!("must be the {owner}"));
            }
            self.close();
        }
    }

    fn part(&mut self, name: &'static str, part: Part, shape: Shape) {
        if self.query.is_some() && QUERY_NAMES.contains(&name) {
            return;
        }
        let (owner, value) = self.owned(part);
        let Some(value) = value else {
            return self.report().add(name, format!("is the {owner}, and there is none"));
        };
        if !matches!(shape, Shape::Int) {
            self.key(name);
            let start = self.json.len();
            self.text(value);
            self.move_to_query(name, start, false);
        } else if let Some(int) = value.parse::<i64>().ok().filter(|int| int.to_string() == value) {
            self.constant(name, FixedValue::Int(int));
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

/// Whether JSON is `expected`, as a string or as a number.
fn says(json: &str, expected: &str) -> bool {
    json == expected || plain(json).expose() == expected
}
