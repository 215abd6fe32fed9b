use msdk::msdk_reply;

#[msdk_reply(untagged)]
enum Found {
    One(Inner),
    Many(Vec<u32>),
}

struct Inner;

fn main() {}
