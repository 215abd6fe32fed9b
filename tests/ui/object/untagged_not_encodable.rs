use msdk::msdk_object;

#[msdk_object(untagged)]
enum Deeds {
    One(Inner),
    Many(Vec<u32>),
}

struct Inner;

fn main() {}
