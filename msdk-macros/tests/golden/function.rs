#[msdk_endpoint(path = "/game/named/", method = POST, function = r#match, reply = ())]
struct Named;

#[msdk_endpoint(path = "/game/silent/", method = POST, function = none, reply = ())]
struct Silent;

#[msdk_endpoint(path = "/game/type/", method = POST, reply = ())]
struct Type;
