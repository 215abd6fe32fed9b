//! The platform of mobile QQ: codes in `msg`, where `ret` is -10000.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static MOBILE_QQ: &[Code] = codes! { MobileQq
    -1 FixRequest Caller No "parameters of the request are invalid" "请求参数无效" CHECK_PARAMETERS;
    -2 FixRequest Registration No "the app id does not exist" "appid 不存在" CHECK_APP_KEY;
    -3 FixRequest (AskSupport) Registration No "the app may not call this endpoint" "应用无权调用该接口" GRANT;
    -4 FixRequest (AskSupport) Registration No "the server's address may not call for the app" "服务器 IP 不允许调用该应用" ALLOW_ADDRESS;
    -5 FixRequest (Retry) Registration No "the platform could not verify a signature" "平台签名校验失败" SETUP;
    -6 SlowDown Caller No "the app has used up its calls of this endpoint" "应用对该接口的调用次数超限" SLOW_DOWN;
    -7 FixRequest Caller No "the wrong protocol was used, such as http for https"
        "协议不符，例如应为 https 却用了 http" USE_HTTPS;
    -8 FixRequest (AskSupport) Registration No "the request is restricted, commonly after a failed audit" "请求受限，通常因安全审计未通过" SETUP;
    -9 AskSupport Platform No "the endpoint does not exist" "接口不存在" SUPPORT;
    -10 FixRequest (AskSupport) Registration No "the app's address in the internal network is not allowed" "应用内网 IP 不合法" ALLOW_ADDRESS;
    -11 FixRequest (AskSupport) Registration No "the app's public address is not allowed" "应用外网 IP 不合法" ALLOW_ADDRESS;
    -12 FixRequest Registration No "the test environment does not know the account" "测试环境不允许该帐号" TEST_ACCOUNT;
    -20 LogInAgain Player No "the player has not agreed to this endpoint" "用户未授权该接口" AUTHORISE;
    -21 LogInAgain Player No "the access token was thrown away" "accessToken 已废弃" LOG_IN;
    -22 LogInAgain (FixRequest) Player No "the openid is invalid" "openid 无效" LOG_IN;
    -23 LogInAgain Player No "the openkey is invalid" "openkey 无效" LOG_IN;
    -24 LogInAgain Player No "openid and openkey could not be verified" "openid 与 openkey 校验失败" LOG_IN;
    -25 FixRequest Caller No "the request's time is more than ten minutes off" "请求时间偏差超过 10 分钟"
        Bilingual::new(
            "set the server's clock, and check that app id, app key and openkey belong together",
            "校准服务器时钟，并检查 appid、appkey 与 openkey 是否匹配",
        );
    -26 FixRequest Caller No "a nonce was repeated, or the openid could not be converted"
        "nonce 重复，或 openid 转换失败" CHECK_OPEN_ID;
    -69 FixRequest (AskSupport) Registration No "the permission system does not know the app" "应用不在权限系统中" GRANT;
    -70 FixRequest Registration No "the openkey was checked against an invalid app id" "校验 openkey 时 appid 无效" CHECK_KEYS;
    -71 LogInAgain (FixRequest) Player No "openid and openkey do not belong together" "openid 与 openkey 不匹配" LOG_IN;
    -72 FixRequest Registration No "the app key is not the one on record" "appkey 与权限系统中的不一致" CHECK_APP_KEY;
    -73 LogInAgain Player No "the token is void since the player changed the password" "用户修改密码，票据已失效" LOG_IN;
    100000 FixRequest Caller No "response_type is missing or wrong" "response_type 缺失或错误" CHECK_PARAMETERS;
    100001 FixRequest Caller No "client_id is missing" "缺少 client_id" SEND_FIELD;
    100002 FixRequest Caller No "client_secret is missing" "缺少 client_secret" SEND_FIELD;
    100003 FixRequest Caller No "the header Authorization is missing" "缺少 Authorization 头" SEND_FIELD;
    100004 FixRequest Caller No "grant_type is missing or wrong" "grant_type 缺失或错误" CHECK_PARAMETERS;
    100005 FixRequest Caller No "code is missing" "缺少 code" SEND_FIELD;
    100006 FixRequest Caller No "the refresh token is missing" "缺少 refreshToken" SEND_FIELD;
    100007 FixRequest Caller No "the access token is missing" "缺少 accessToken" SEND_FIELD;
    100008 FixRequest Registration No "the app id does not exist (OAuth)" "appid 不存在（OAuth）" CHECK_APP_ID;
    100009 FixRequest Registration No "the app key is invalid (OAuth)" "appkey 无效（OAuth）" CHECK_APP_KEY;
    100010 FixRequest Registration No "the callback address is invalid" "回调地址无效"
        Bilingual::new("send the callback address that the app registered", "使用应用登记的回调地址");
    100011 FixRequest (AskSupport) Registration No "the app is not online" "应用未上线" REVIEW;
    100012 FixRequest (AskSupport) Caller No "the request is not a POST" "请求不是 POST" CHECK_PARAMETERS;
    100013 LogInAgain Player No "the access token is invalid" "accessToken 无效" LOG_IN;
    100014 LogInAgain Player No "the access token has expired" "accessToken 已过期" LOG_IN;
    100015 LogInAgain Player No "the access token was revoked" "accessToken 已被撤销" AUTHORISE;
    100016 LogInAgain Player No "the access token could not be verified" "accessToken 校验失败" LOG_IN;
    100030 LogInAgain Player No "the player has not agreed to this permission" "用户未授予该权限" AUTHORISE;
};

/// The list of QQ Connect, from which mobile QQ's has its six-digit codes; what only the former explains.
pub(super) static QQ_CONNECT: &[Code] = codes! { MobileQq
    100017 Retry Platform Maybe "the app id could not be read" "读取 appid 失败" RETRY;
    100018 Retry Platform Maybe "the code could not be read" "读取 code 失败" RETRY;
    100019 LogInAgain Player No "the code could not be exchanged for a token" "code 换取 accessToken 失败" NEW_CODE;
    100020 LogInAgain Caller No "the code was used twice" "code 被重复使用" NEW_CODE;
    100021 Retry Platform Maybe "the access token could not be read" "读取 accessToken 失败" RETRY;
    100022 Retry Platform Maybe "the refresh token could not be read" "读取 refreshToken 失败" RETRY;
    100023 Retry Platform Maybe "the app's permissions could not be read" "读取应用权限列表失败" RETRY;
    100024 Retry Platform Maybe "what the player allows the app could not be read" "读取用户对应用的授权列表失败" RETRY;
    100025 Retry Platform Maybe "the list of all endpoints could not be read" "读取全部接口列表失败" RETRY;
    100026 Retry Platform Maybe "what the player allows could not be stored" "设置用户接口授权失败" RETRY;
    100027 Retry Platform Maybe "the time of the permission could not be stored" "设置授权时间失败" RETRY;
    100028 FixRequest Caller No "the parameter `which` is missing" "缺少参数 which" SEND_FIELD;
    100029 FixRequest Caller No "the HTTP request is malformed" "HTTP 请求格式错误" CHECK_PARAMETERS;
    100031 FixRequest (AskSupport) Registration No "the app has no permission for the endpoint" "应用没有该接口的权限" GRANT;
};
