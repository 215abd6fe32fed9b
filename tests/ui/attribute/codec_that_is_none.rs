use msdk::msdk_endpoint;

struct Form;

#[msdk_endpoint(path = "/game/ping/", method = POST, codec = Form, reply = ())]
struct Ping;

fn main() {}
