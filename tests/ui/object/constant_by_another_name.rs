use msdk::msdk_object;

#[msdk_object(constants(kind = 1))]
struct Deed {
    count: u32,
}

fn main() {}
