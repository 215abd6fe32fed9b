/// Returns the whole treasury.
#[msdk_endpoint(path = "/game/treasury/", method = POST)]
struct Treasury;
