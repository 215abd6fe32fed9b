use msdk::msdk_object;

#[msdk_object(untagged)]
enum Deeds {
    One(u32),
    Many(#[msdk(name = "list")] Vec<u32>),
}

fn main() {}
