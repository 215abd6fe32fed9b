use msdk::msdk_object;

#[msdk_object]
enum Deed {
    #[msdk(fixed(kind = 1, kind = 2))]
    Won { count: u32 },
}

fn main() {}
