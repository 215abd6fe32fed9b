/// Everything that an endpoint can say of itself.
///
/// # Errors
///
/// The author's own section.
#[msdk_endpoint(path = "/game/all/", method = POST, idempotent, timeout = 3s, opua, unreleased,
    platform = wechat, codec = codecs::FORM)]
struct All {
    number: u8,
}
