use msdk::msdk_object;

#[msdk_object]
struct Node {
    id: u32,
    #[msdk(flatten)]
    next: Box<Node>,
}

fn main() {}
