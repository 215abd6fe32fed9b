#[msdk_endpoint(path = "/game/words/", method = POST, reply = (), appid = int, appid_also = "oauth_consumer_key",
    openid = none, token = "openkey", token_also = "access_token", app_key = "appkey")]
struct Words;

#[msdk_endpoint(path = "/game/fields/", method = POST, reply = ())]
struct Fields {
    appid: i64,
    openid: OpenId,
    #[msdk(name = "accessToken")]
    token: Secret,
}
