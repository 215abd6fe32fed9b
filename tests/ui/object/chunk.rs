use msdk::msdk_object;

#[msdk_object]
struct Deed {
    #[msdk(chunk, items = ..=50)]
    list: Vec<u32>,
}

fn main() {}
