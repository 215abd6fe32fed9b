use msdk::msdk_object;

#[msdk_object]
struct Node {
    next: Option<Node>,
}

fn main() {}
