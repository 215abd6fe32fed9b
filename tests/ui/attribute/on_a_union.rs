use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = ())]
union Ping {
    one: u32,
    other: i32,
}

fn main() {}
