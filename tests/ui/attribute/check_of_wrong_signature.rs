use msdk::msdk_endpoint;

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), check = sides)]
struct Ping;

fn sides(_: &Ping) -> bool {
    true
}

fn main() {}
