use msdk::msdk_object;

#[msdk_object(untagged)]
enum Deeds {
    Nothing,
    Many(Vec<u32>),
}

fn main() {}
