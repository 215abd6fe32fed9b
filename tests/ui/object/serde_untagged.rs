use msdk::msdk_object;

#[msdk_object]
#[serde(untagged)]
enum Deeds {
    Won { count: u32 },
}

fn main() {}
