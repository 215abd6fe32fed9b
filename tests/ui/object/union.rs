use msdk::msdk_object;

#[msdk_object]
union Deed {
    one: u32,
    other: i32,
}

fn main() {}
