use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/leave/", method = POST, reply = (), done = "2001")]
struct Leave {
    guild: String,
}

fn main() {}
