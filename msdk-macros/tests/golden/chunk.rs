#[msdk_endpoint(path = "/relation/chunked/", method = POST)]
struct Chunked<'a> {
    #[msdk(items = 1..=50, chunk)]
    fopenids: &'a [OpenId],
}
