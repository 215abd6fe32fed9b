use msdk::msdk_object;

#[msdk_object(fixed(kind = 1))]
struct Node {
    #[msdk(name = "kind")]
    sort: u32,
}

fn main() {}
