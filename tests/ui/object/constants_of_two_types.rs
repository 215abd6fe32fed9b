use msdk::msdk_object;

#[msdk_object]
enum Deed {
    #[msdk(fixed(kind = 1))]
    Won,
    #[msdk(fixed(kind = "2"))]
    Lost,
}

fn main() {}
