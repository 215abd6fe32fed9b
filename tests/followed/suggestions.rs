//! Every suggestion of a message, as it looks once it was followed.

use std::collections::BTreeMap;

use msdk::{OpenId, Secret, bit_mask, msdk_endpoint, msdk_object, msdk_reply, wire_enum};

wire_enum! {
    enum Kind: int {
        Open = 1,
        Closed = 2,
    }
}

bit_mask! {
    struct Kinds: u32 {
        MEMBER = 1,
        SUPER = 1 << 4,
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
    kinds: Kinds,
    target: Target,
}

#[msdk_object(untagged)]
enum Deeds {
    One(Target),
    Many(#[msdk(items = 1..)] Vec<Target>),
}

#[msdk_object(fixed(dst = 1001))]
struct Node {
    next: Option<Box<Node>>,
    #[msdk(quoted)]
    level: u32,
    deeds: Deeds,
    by_player: BTreeMap<OpenId, u32>,
    #[msdk(serde)]
    at: Moment,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Moment;

#[msdk_endpoint(path = "/users/", method = POST, reply = ())]
struct Users {
    id: u32,
    openid: OpenId,
    #[msdk(name = "accessToken")]
    token: Secret,
}

#[msdk_reply(untagged)]
enum Found {
    One(u32),
    Many(Vec<u32>),
}

#[msdk_reply]
struct PingReply {
    #[msdk(serde)]
    at: Moment,
    found: Found,
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
