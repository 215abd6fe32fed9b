use msdk::msdk_object;

#[msdk_object(path = "/game/ping/")]
struct Deed {
    kind: u32,
}

fn main() {}
