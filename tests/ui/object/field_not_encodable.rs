use msdk::msdk_object;

#[msdk_object]
struct Deed {
    inner: Inner,
}

struct Inner;

fn main() {}
