//! What a handler gets to see.

use std::fmt;

use msdk::UnixTime;
use serde_json::{Map, Value};

use crate::access::GUEST;

/// A request that was admitted: its body is what the declaration of the endpoint asks for.
pub struct Call<'a> {
    pub(crate) openid: &'a str,
    pub(crate) now: UnixTime,
    pub(crate) body: &'a Map<String, Value>,
}

impl<'a> Call<'a> {
    /// Returns the openid of the calling player, who is in the world.
    pub fn openid(&self) -> &'a str {
        self.openid
    }

    /// Whether the caller is a guest, who logged in with neither QQ nor WeChat.
    pub fn is_guest(&self) -> bool {
        self.openid.starts_with(GUEST)
    }

    /// Returns the time of the gateway's clock.
    pub fn now(&self) -> UnixTime {
        self.now
    }

    /// Returns the body. The player's token is in it: do not print it.
    pub fn body(&self) -> &'a Map<String, Value> {
        self.body
    }

    /// Returns a text of the body, empty where it is absent.
    pub fn text(&self, name: &str) -> &'a str {
        self.body.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns an integer of the body, 0 where it is absent.
    pub fn int(&self, name: &str) -> i64 {
        self.body.get(name).and_then(Value::as_i64).unwrap_or_default()
    }

    /// Returns the items of a list of the body, none where it is absent.
    pub fn items(&self, name: &str) -> &'a [Value] {
        self.body.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

/// The keys of the body without their values, among which are the player's token and openid.
impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&String> = self.body.keys().collect();
        f.debug_struct("Call").field("now", &self.now).field("keys", &keys).finish_non_exhaustive()
    }
}
