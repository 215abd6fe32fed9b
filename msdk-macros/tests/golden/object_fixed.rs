/// An object that says what is done.
#[msdk_object(fixed(optype = 1, from = "game"))]
struct Operation {
    zone: u32,
}

#[msdk_object(fixed(optype = 2))]
enum Deed {
    #[msdk(fixed(kind = 1))]
    Won { count: u32 },
    Nothing,
}
