use msdk::msdk_object;

#[msdk_object]
enum Kind {
    Open,
    Closed,
}

fn main() {}
