/// Replaced by the vendor.
#[msdk_endpoint(path = "/game/replaced/", method = POST, reply = (), deprecated = "query_vip")]
struct Replaced;

/// Replaced by the author.
#[msdk_endpoint(path = "/game/old/", method = POST, reply = ())]
#[deprecated(since = "0.2.0", note = "use `New`")]
struct Old {
    number: u8,
}

#[msdk_endpoint(path = "/game/field/", method = POST, reply = ())]
struct WithOldField {
    #[deprecated]
    #[msdk(items = ..=50, chunk)]
    numbers: Vec<u8>,
}
