use msdk::msdk_reply;

#[msdk_reply(path = "/game/ping/", method = POST)]
struct Ping {
    text: String,
}

fn main() {}
