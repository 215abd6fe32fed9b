use msdk::msdk_object;

#[msdk_object]
enum Kind {
    Open = 1,
    Closed = 2,
}

fn main() {}
