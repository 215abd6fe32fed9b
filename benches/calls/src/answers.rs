//! What is asked and answered.

pub(crate) const APP_ID: &str = "100703379";
pub(crate) const APP_KEY: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
pub(crate) const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";
pub(crate) const PATH: &str = "/relation/qqfriends_detail/";

/// The friends of a long answer.
pub(crate) const FRIENDS: usize = 50;

/// How long the answer is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scenario {
    /// No friends.
    Small,
    /// Fifty friends.
    Friends,
}

impl Scenario {
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "small" => Some(Self::Small),
            "friends" => Some(Self::Friends),
            _ => None,
        }
    }

    pub(crate) const fn friends(self) -> usize {
        match self {
            Self::Small => 0,
            Self::Friends => FRIENDS,
        }
    }

    /// The flag of the request, by which the server tells what to answer.
    pub(crate) const fn flag(self) -> u8 {
        match self {
            Self::Small => 1,
            Self::Friends => 2,
        }
    }
}

pub(crate) fn openid(index: usize) -> String {
    format!("69FF99F3B17436F2F6621FA158B{index:05}")
}

/// The body of an answer, with its envelope at the end.
pub(crate) fn body(friends: usize) -> String {
    let friends: Vec<String> = (0..friends)
        .map(|index| {
            let openid = openid(index);
            format!(
                r#"{{"openid":"{openid}","nickName":"张鸿{index}号好友","gender":"男","figureurl_qq":"http://q.qlogo.cn/qqapp/{APP_ID}/{openid}/"}}"#
            )
        })
        .collect();
    format!(r#"{{"lists":[{}],"is_lost":"0","msg":"success","ret":0}}"#, friends.join(","))
}

/// The body of a request.
pub(crate) fn request_body(flag: u8) -> String {
    format!(r#"{{"appid":"{APP_ID}","openid":"{OPENID}","accessToken":"{TOKEN}","flag":{flag}}}"#)
}
