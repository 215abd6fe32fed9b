use msdk::msdk_object;

#[msdk_object]
enum Deed {
    Won {
        #[msdk(bytes = ..=3)]
        count: u32,
    },
}

fn main() {}
