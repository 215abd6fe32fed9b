use msdk::msdk_object;

#[msdk_object]
struct Deed {
    kind: u32,
    #[msdk(name = "kind")]
    other: u32,
}

fn main() {}
