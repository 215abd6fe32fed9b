#[games::platform::__private::derive(games::platform::__private::MsdkEndpoint)]
#[msdk(msdk_endpoint(path = "/game/attached/", method = POST, crate = games::platform))]
/// The attribute keeps what it stands on, mistakes included.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Attached<'a> {
    /// A rule.
    #[msdk(bytes = ..= 45)]
    #[cfg(feature = "text")]
    pub text: &'a str,
}
#[::msdk::__private::derive(::msdk::__private::MsdkObject)]
#[msdk(msdk_object())]
pub enum Choice {
    #[msdk(fixed(kind = 1))]
    One,
}
#[::msdk::__private::derive(::msdk::__private::MsdkReply)]
#[msdk(msdk_reply(merge))]
struct AttachedReply;
#[::msdk::__private::derive(::msdk::__private::MsdkEndpoint)]
#[msdk(msdk_endpoint(path = "/game/secret/", method = POST))]
#[msdk(derive(std::fmt::Debug))]
/// A struct with a secret has its `Debug` from the attribute.
#[derive(Clone)]
#[derive(Hash)]
struct Secretive {
    #[msdk(secret)]
    pin: u32,
}
#[::msdk::__private::derive(::msdk::__private::MsdkReply)]
#[msdk(msdk_reply())]
/// serde takes the names of the wire.
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
struct Travelling {
    #[cfg_attr(feature = "serde", serde(rename = "nickName"))]
    #[msdk(name = "nickName", default)]
    nick_name: String,
    level: u32,
}
