//! OIDB, the backend of QQ numbers: codes after `ret:` in `msg`, where `ret` is -15000 to -19999 or -103.

use super::{Bilingual, Code, codes, remedies::*};

/// For every command. A message may print a code as an unsigned byte, -140 as 116.
pub(super) static OIDB: &[Code] = codes! { Oidb
    -1 AskSupport Platform No "the backend has no address, or the QQ number is reserved" "后端地址不可达，或号码为保留号码" SUPPORT;
    -2 Retry Platform No "the player's database is under maintenance" "用户所在数据库维护中" LATER;
    -3 Ignore (AskSupport) Player No "the command is not for interactive numbers" "互动号码不可使用该命令" NOTHING;
    -101 AskSupport Platform No "the backend could not be sent to, commonly for its address"
        "发送到后端失败，通常为地址或端口错误" SUPPORT;
    -102 Retry Platform Maybe "the command took too long, or the network timed out" "命令处理或网络超时" RETRY;
    -103 SlowDown Caller No "calls exceed the agreed number" "调用量超过约定配额" SLOW_DOWN;
    -104 FixRequest Registration No "the test system was asked about no test number" "在测试系统使用了非测试号码" TEST_ACCOUNT;
    -105 LogInAgain Player No "the player's login could not be verified" "登录态校验失败" LOG_IN;
    -106 FixRequest (AskSupport) Registration No "the permission was never asked for" "未申请权限" GRANT;
    -107 AskSupport Player No "the QQ number is on a list of denied ones" "号码在黑名单中" ACCOUNT;
    -108 AskSupport Registration No "the address is on a list of denied ones" "IP 在黑名单中"
        Bilingual::new("ask the platform's support to take the address off the list", "联系平台支持，将该 IP 移出黑名单");
    -109 FixRequest Caller No "the packet is too big" "请求包过大"
        Bilingual::new("ask about less in one call", "减少单次请求的数据量");
    -110 FixRequest (AskSupport) Registration No "the permission of the open platform is missing" "缺少开放平台权限" GRANT;
    -111 AskSupport (FixRequest) Platform No "the packet could not be unpacked" "请求包解包失败" SUPPORT;
    -144 Ignore (AskSupport) Player No "the QQ number is frozen" "号码已被冻结" ACCOUNT_STATE;
    -143 Ignore (AskSupport) Player No "the account is a protected one of staff" "内部员工保护帐号" ACCOUNT_STATE;
    -141 Ignore (AskSupport) Player No "the account is under high protection" "号码处于高级保护" ACCOUNT_STATE;
    -55 Retry Platform No "the group server is under maintenance and can be read only" "群服务维护中，仅可读" LATER;
    -54 AskSupport Platform No "the packet is of no known type" "数据包类型未知" SUPPORT;
    -53 FixRequest Caller No "a field of the request is wrong, such as the group's number"
        "请求字段错误，例如群号越界" CHECK_PARAMETERS;
    -52 Ignore (FixRequest) Player No "the group was closed for security" "群已被安全中心关闭" NOTHING;
    -20 AskSupport Platform No "the backend cannot be reached, commonly for want of a route" "后端不可达，通常为命令未路由" SUPPORT;
    -5 AskSupport Player No "the QQ number is of class B" "号码为 B 类号码" ACCOUNT;
    -4 AskSupport Player No "the QQ number is of class BC" "号码为 BC 类号码" ACCOUNT;
    -51 SlowDown Caller No "the test environment is called too often" "测试环境调用过于频繁" SLOW_DOWN;
    -63 AskSupport Platform No "the command is not configured for protobuf" "命令未配置（非 protobuf 命令）" SUPPORT;
    5 AskSupport Platform No "the backend has no configuration of the command" "后端未配置该命令" SUPPORT;
    -6 AskSupport Registration No "the command is not for the test environment" "测试环境不允许该命令" SUPPORT;
    -7 AskSupport Platform No "the test environment has no route of its own for the command"
        "测试环境没有测试路由，不可转发到现网" SUPPORT;
    116 LogInAgain Player No "the access token has expired, or the openid is invalid" "accessToken 已过期或 openid 无效" LOG_IN;
};

pub(super) static OIDB_0X73A: &[Code] = codes! { Oidb
    16 LogInAgain Player No "the pay token is void, withdrawn or recycled" "payToken 已失效（授权取消或过期回收）" AUTHORISE;
    17 LogInAgain Player No "the pay token has expired" "payToken 已过期" LOG_IN;
    18 LogInAgain Player No "a newer pay token replaced this one" "payToken 已被新票据替换" LOG_IN;
    19 LogInAgain (FixRequest) Player No "app id and token do not belong together" "appid 与票据不匹配" LOG_IN;
    20 FixRequest Caller No "the openid has the wrong length" "openid 长度错误" CHECK_OPEN_ID;
    21 LogInAgain (FixRequest) Player No "the openid is invalid" "openid 无效" LOG_IN;
    22 LogInAgain Player No "the openid was recycled" "openid 已被回收" NEW_OPEN_ID;
    23 LogInAgain (AskSupport) Player No "the openid could not be checked" "openid 校验失败" LOG_IN;
    24 LogInAgain (FixRequest) Player No "openid and token do not belong together" "openid 与票据不匹配" LOG_IN;
    27 FixRequest Registration No "the app id is invalid" "appid 无效" CHECK_APP_ID;
    94 LogInAgain Player No "the pay token could not be decrypted" "payToken 无法解密" LOG_IN;
    101 LogInAgain Player No "the token is void since the player changed the password" "用户修改密码，票据已失效" LOG_IN;
};

pub(super) static OIDB_0X711: &[Code] = codes! { Oidb
    1 Retry Platform Maybe "internal error of the command" "命令内部错误" RETRY;
    16 FixRequest Registration No "the app id is invalid (0x10)" "appid 无效（0x10）" CHECK_APP_ID;
    17 FixRequest Registration No "the app id is invalid (0x11)" "appid 无效（0x11）" CHECK_APP_ID;
    18 Retry Platform Maybe "what is known of the app could not be read" "读取第三方应用信息失败" RETRY;
    19 Retry Platform Maybe "internal error (0x13)" "内部错误（0x13）" RETRY;
    20 Retry Platform Maybe "internal error (0x14)" "内部错误（0x14）" RETRY;
    32 LogInAgain (FixRequest) Player No "the openid is invalid (0x20)" "openid 无效（0x20）" LOG_IN;
    33 LogInAgain Player No "the openkey is invalid" "openkey 无效" LOG_IN;
    34 LogInAgain (FixRequest) Player No "openid and openkey do not belong together" "openid 与 openkey 不匹配" LOG_IN;
    35 LogInAgain Player No "the openkey has expired" "openkey 已过期" LOG_IN;
    36 Retry Platform Maybe "internal error (0x24)" "内部错误（0x24）" RETRY;
    37 Retry Platform Maybe "internal error (0x25)" "内部错误（0x25）" RETRY;
    38 FixRequest Caller No "a signature could not be verified" "签名校验失败" CHECK_KEYS;
    39 LogInAgain Player No "the openid was recycled (0x27)" "openid 已被回收（0x27）" NEW_OPEN_ID;
    42 LogInAgain (AskSupport) Player No "the player's data could not be read" "读取用户数据失败" LOG_IN;
    46 LogInAgain (FixRequest) Player No "the openid is invalid as an id of kaixin" "openid 无效（kaixin id）" LOG_IN;
    50 LogInAgain (FixRequest) Player No "the openid is invalid (type 127, 0x32)" "openid 无效（业务类型 127，0x32）" LOG_IN;
    51 LogInAgain (FixRequest) Player No "the openid is invalid (type 127, 0x33)" "openid 无效（业务类型 127，0x33）" LOG_IN;
    52 LogInAgain (FixRequest) Player No "the openid is invalid (type 127, 0x34)" "openid 无效（业务类型 127，0x34）" LOG_IN;
    53 LogInAgain (FixRequest) Player No "the openid is invalid (type 127, 0x35)" "openid 无效（业务类型 127，0x35）" LOG_IN;
    54 LogInAgain (FixRequest) Player No "the openid is invalid (type 127, 0x36)" "openid 无效（业务类型 127，0x36）" LOG_IN;
    55 LogInAgain Player No "the openid was recycled (type 127, 0x37)" "openid 已被回收（业务类型 127，0x37）" NEW_OPEN_ID;
    56 LogInAgain Player No "the openid was recycled (type 127, 0x38)" "openid 已被回收（业务类型 127，0x38）" NEW_OPEN_ID;
    64 LogInAgain Player No "the access token is invalid" "accessToken 无效" LOG_IN;
    65 LogInAgain Player No "the access token has expired" "accessToken 已过期" LOG_IN;
    66 LogInAgain Player No "the access token was thrown away" "accessToken 已废弃" LOG_IN;
    67 LogInAgain Player No "the session key is invalid" "session key 无效" LOG_IN;
    69 LogInAgain (FixRequest) Player No "access token and openid do not belong together" "accessToken 与 openid 不匹配" LOG_IN;
    70 FixRequest Caller No "the session key has the wrong length" "session key 长度错误" CHECK_PARAMETERS;
    71 LogInAgain Player No "the token is void since the player changed the password" "用户修改密码，票据已失效" LOG_IN;
    83 LogInAgain Player No "the openid was recycled (0x53)" "openid 已被回收（0x53）" NEW_OPEN_ID;
    84 FixRequest Caller No "too few or too many openids to convert" "待转换的 openid 数量错误" CHECK_PARAMETERS;
    85 FixRequest Caller No "an openid to convert is invalid" "待转换的 openid 无效" CHECK_OPEN_ID;
};
