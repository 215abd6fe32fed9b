use msdk::msdk_object;

#[msdk_object]
enum Deed {
    #[msdk(name = "won")]
    Won { count: u32 },
    Lost(u32),
    #[msdk(fixed(kind = 1))]
    Drawn { kind: u32 },
}

fn main() {}
