use msdk::msdk_object;

#[msdk_object]
struct Node {
    #[msdk(quoted)]
    children: Vec<Node>,
}

fn main() {}
