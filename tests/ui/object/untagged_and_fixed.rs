use msdk::msdk_object;

#[msdk_object(untagged, fixed(kind = 1))]
enum Deeds {
    One(u32),
    Many(Vec<u32>),
}

fn main() {}
