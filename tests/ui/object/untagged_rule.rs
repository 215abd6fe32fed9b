use msdk::msdk_object;

#[msdk_object(untagged)]
enum Deeds {
    One(#[msdk(items = 1..)] u32),
    Many(Vec<u32>),
}

fn main() {}
