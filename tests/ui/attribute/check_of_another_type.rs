use msdk::{declare::Report, msdk_endpoint};

#[msdk_endpoint(path = "/game/ping/", method = POST, reply = (), check = sides)]
struct Ping;

fn sides(_: &str, _: &mut Report<'_>) {}

fn main() {}
