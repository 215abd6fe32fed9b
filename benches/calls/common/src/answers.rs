//! What is asked and answered.

pub const APP_ID: &str = "100703379";
pub const APP_KEY: &str = "0123456789abcdef0123456789abcdef";
pub const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
pub const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";
pub const PATH: &str = "/relation/qqfriends_detail/";

/// The flag of a request, by which the server tells whether to answer with friends.
pub const fn flag(friends: usize) -> u8 {
    if friends == 0 { 1 } else { 2 }
}

pub fn openid(index: usize) -> String {
    format!("69FF99F3B17436F2F6621FA158B{index:05}")
}

/// The body of an answer, with its envelope at the end.
pub fn body(friends: usize) -> String {
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
pub fn request_body(flag: u8) -> String {
    format!(r#"{{"appid":"{APP_ID}","openid":"{OPENID}","accessToken":"{TOKEN}","flag":{flag}}}"#)
}
