#[msdk_endpoint(path = "/users/{id}/", method = POST, query(version = 2, lang = "zh"), header("X-Client" = "game"))]
struct Places {
    id: u64,
    #[msdk(query, repeat)]
    tags: Vec<String>,
    #[msdk(header = "X-Trace-Id", bytes = 1..)]
    trace: String,
    count: u32,
}
