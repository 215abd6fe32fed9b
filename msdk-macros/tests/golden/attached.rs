/// The attribute keeps what it stands on, mistakes included.
#[msdk_endpoint(path = "/game/attached/", method = POST, crate = games::platform)]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Attached<'a> {
    /// A rule.
    #[msdk(bytes = ..=45)]
    #[cfg(feature = "text")]
    pub text: &'a str,
}

#[msdk_object]
pub enum Choice {
    #[msdk(fixed(kind = 1))]
    One,
}

#[msdk_reply(merge)]
struct AttachedReply;

/// A struct with a secret has its `Debug` from the attribute.
#[msdk_endpoint(path = "/game/secret/", method = POST)]
#[derive(Clone)]
#[derive(Hash, std::fmt::Debug)]
struct Secretive {
    #[msdk(secret)]
    pin: u32,
}

/// serde takes the names of the wire.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
struct Travelling {
    #[msdk(name = "nickName", default)]
    nick_name: String,
    level: u32,
}
