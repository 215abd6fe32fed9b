#[msdk_endpoint(path = "/game/styles/", method = POST, reply = ())]
struct Styles {
    #[msdk(default = 7)]
    number: Option<u32>,
    #[msdk(default = "openmobile")]
    text: Option<String>,
    #[msdk(join = ",")]
    joined: Vec<String>,
    #[msdk(json)]
    json: Vec<Item>,
    #[msdk(secret, name = "sessionKey")]
    session_key: String,
    #[msdk(flatten)]
    flat: Item,
}
