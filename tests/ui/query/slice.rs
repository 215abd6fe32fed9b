use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = GET, reply = ())]
struct Ping<'a> {
    list: &'a [String],
}

fn main() {}
