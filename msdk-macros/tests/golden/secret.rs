#[msdk_endpoint(path = "/game/secret/", method = POST, reply = ())]
#[derive(Clone, Debug)]
struct Pay<'a, T: Source> {
    r#type: T,
    item: Vec<T::Item>,
    #[msdk(secret)]
    pin: Option<&'a str>,
    openkey: String,
}

#[msdk_object]
#[derive(std::fmt::Debug)]
enum Proof {
    Password {
        name: String,
        #[msdk(secret)]
        password: String,
    },
    Nothing,
}

#[msdk_object]
struct Unprinted<T> {
    #[msdk(secret)]
    pin: T,
}

#[msdk_reply]
#[derive(Debug)]
struct PayReply {
    #[msdk(secret)]
    order: u32,
    pay_token: String,
    seen: Secret,
}
