use msdk::msdk_object;

#[msdk_object]
enum Deed {
    Won { inner: Inner },
}

struct Inner;

fn main() {}
