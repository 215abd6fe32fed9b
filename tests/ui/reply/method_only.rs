use msdk::msdk_reply;

#[msdk_reply(method = POST)]
struct Ping {
    text: String,
}

fn main() {}
