use msdk::msdk_object;

#[msdk_object]
struct Deed(u32);

fn main() {}
