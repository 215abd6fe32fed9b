use msdk::msdk_object;

#[msdk_object]
enum Deed {
    #[msdk(name = "won")]
    Won { count: u32 },
}

fn main() {}
