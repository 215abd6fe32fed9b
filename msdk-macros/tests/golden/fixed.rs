#[msdk_endpoint(path = "/share/qq/", method = POST, fixed(dst = 1001, act = -1, src = "0", r#type = "x"), reply = ())]
struct ShareQq;
