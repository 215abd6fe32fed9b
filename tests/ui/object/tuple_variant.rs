use msdk::msdk_object;

#[msdk_object]
enum Deed {
    Won(u32),
}

fn main() {}
