use msdk::msdk_object;

#[msdk_object(fixed(kind = 1))]
struct Node {
    id: u32,
}

fn main() {}
