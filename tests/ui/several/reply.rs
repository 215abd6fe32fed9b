use msdk::msdk_reply;

#[msdk_reply]
struct PingReply {
    ret: i32,
    #[msdk(keep)]
    count: u32,
    #[msdk(bytes = 1..)]
    text: String,
}

fn main() {}
