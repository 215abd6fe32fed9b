use msdk::msdk_object;

#[msdk_object]
struct Node {
    children: Vec<Node>,
}

fn main() {}
