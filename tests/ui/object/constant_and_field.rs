use msdk::msdk_object;

#[msdk_object]
enum Deed {
    #[msdk(fixed(kind = 1))]
    Won { kind: u32 },
}

fn main() {}
