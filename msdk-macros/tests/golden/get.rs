#[msdk_endpoint(path = "/game/query/", method = GET, reply = ())]
struct Query {
    #[msdk(repeat)]
    ids: Vec<u64>,
    #[msdk(join = "|")]
    names: Vec<String>,
    page: Option<u32>,
}
