//! The structs and the signature of the call as people write them by hand, with serde.

use std::time::SystemTime;

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

use crate::answers::{APP_ID, APP_KEY, OPENID, TOKEN};

#[derive(Serialize)]
pub struct Body {
    appid: &'static str,
    openid: &'static str,
    #[serde(rename = "accessToken")]
    token: &'static str,
    flag: u8,
}

impl Body {
    pub const fn new(flag: u8) -> Self {
        Self { appid: APP_ID, openid: OPENID, token: TOKEN, flag }
    }

    /// Returns the JSON of the body.
    ///
    /// # Panics
    ///
    /// Never: the body has nothing that JSON cannot hold.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a body")
    }
}

#[derive(Deserialize)]
pub struct Answer {
    ret: i64,
    #[serde(default)]
    msg: String,
    #[serde(default)]
    lists: Vec<Friend>,
    #[serde(default)]
    is_lost: String,
}

#[derive(Deserialize)]
struct Friend {
    openid: String,
    #[serde(rename = "nickName")]
    nick_name: String,
    gender: String,
    figureurl_qq: String,
}

impl Answer {
    /// Looks at every value, so that the compiler leaves none of them out.
    ///
    /// # Panics
    ///
    /// If this is no success with so many friends.
    pub fn check(&self, friends: usize) {
        assert_eq!((self.ret, self.lists.len()), (0, friends));
        let size = |friend: &Friend| {
            friend.openid.len() + friend.nick_name.len() + friend.gender.len() + friend.figureurl_qq.len()
        };
        assert!(self.msg.len() + self.is_lost.len() + self.lists.iter().map(size).sum::<usize>() > 0);
    }
}

/// The parameters of a signed query.
#[derive(Serialize)]
pub struct Query {
    timestamp: String,
    appid: &'static str,
    sig: String,
    openid: &'static str,
    encode: u8,
    conn: u8,
}

impl Query {
    pub fn signed() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
        let digest = Md5::new().chain_update(APP_KEY).chain_update(&now).finalize();
        let sig = base16ct::lower::encode_string(&digest);
        Self { timestamp: now, appid: APP_ID, sig, openid: OPENID, encode: 1, conn: 1 }
    }

    pub fn to_text(&self) -> String {
        let Self { timestamp, appid, sig, openid, encode, conn } = self;
        format!("timestamp={timestamp}&appid={appid}&sig={sig}&openid={openid}&encode={encode}&conn={conn}")
    }
}
