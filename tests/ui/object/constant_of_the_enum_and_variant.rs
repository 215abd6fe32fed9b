use msdk::msdk_object;

#[msdk_object(fixed(kind = 1))]
enum Deed {
    #[msdk(fixed(kind = 2))]
    Won { count: u32 },
}

fn main() {}
