use msdk::msdk_object;

#[msdk_object(untagged)]
enum Deeds {
    One { count: u32 },
    Many(Vec<u32>),
}

fn main() {}
