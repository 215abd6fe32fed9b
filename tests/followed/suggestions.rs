//! Every suggestion of a message, as it looks once it was followed.

use msdk::{OpenId, Secret, msdk_endpoint, msdk_object, msdk_reply, wire_enum};

wire_enum! {
    enum Kind: int {
        Open = 1,
        Closed = 2,
    }
}

#[msdk_object]
enum Target {
    #[msdk(fixed(kind = 1))]
    Guild { unionid: String },
}

#[msdk_endpoint(path = "/game/ping/", method = POST, token = none, idempotent, reply = PingReply)]
struct Ping {
    #[msdk(name = "nickName")]
    nick_name: String,
    #[msdk(range = 0..=255, default = 7)]
    level: Option<u8>,
    #[msdk(one_of = [1, 255])]
    zone: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<u32>>,
    kind: Kind,
    target: Target,
}

#[msdk_endpoint(path = "/users/", method = POST, reply = ())]
struct Users {
    id: u32,
    openid: OpenId,
    #[msdk(name = "accessToken")]
    token: Secret,
}

#[msdk_reply]
struct PingReply {
    #[msdk(default)]
    pong: u32,
    #[msdk(alias = "list", default)]
    lists: Vec<u32>,
    #[msdk(alias("first", "second"))]
    third: Option<String>,
    #[serde(alias = "also", rename = "ponged")]
    other: Option<String>,
}

fn main() {}
