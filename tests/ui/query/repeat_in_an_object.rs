use msdk::msdk_object;

#[msdk_object]
struct Deed {
    #[msdk(repeat)]
    list: Vec<String>,
}

fn main() {}
