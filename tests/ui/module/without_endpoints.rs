use msdk::msdk_endpoints;

#[msdk_endpoints(idempotent)]
mod game {
    pub struct Ping;
}

fn main() {}
