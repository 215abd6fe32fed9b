use msdk::msdk_object;

#[msdk_object]
enum Deed {}

fn main() {}
