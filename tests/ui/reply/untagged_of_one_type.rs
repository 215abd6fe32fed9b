use msdk::msdk_reply;

#[msdk_reply(untagged)]
enum Found {
    Small(u8),
    Large(u64),
}

fn main() {}
