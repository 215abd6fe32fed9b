use msdk::msdk_object;

#[msdk_object(untagged)]
struct Deed {
    count: u32,
}

fn main() {}
