use msdk::msdk_object;

#[msdk_object(idempotent)]
struct Deed {
    kind: u32,
}

fn main() {}
