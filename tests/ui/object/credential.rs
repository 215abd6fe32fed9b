use msdk::msdk_object;

#[msdk_object]
struct Deed {
    password: String,
}

fn main() {}
