#[msdk_endpoint(path = "/game/rules/", method = POST, reply = ())]
struct Rules {
    #[msdk(bytes = ..=45)]
    bytes: String,
    #[msdk(chars = 1..)]
    chars: Option<String>,
    #[msdk(items = 1..=50)]
    items: Vec<OpenId>,
    #[msdk(range = -1..3)]
    range: i64,
    #[msdk(one_of = ["a", "b"])]
    texts: String,
    #[msdk(one_of = [1, -2])]
    ints: i32,
    #[msdk(bytes = 1.., chars = ..=10)]
    two: String,
}
