//! MSDK's own logic: codes in `ret`.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static LOGIC: &[Code] = codes! { Logic
    1 Ignore Nobody No "the query worked and found nothing" "查询成功但没有数据" NOTHING;
    -101 Retry Platform Maybe "internal error of the framework" "逻辑层框架内部错误" RETRY;
    -102 Retry Platform Maybe "internal error, overload in the older list" "内部错误（旧版：过载）" RETRY;
    -103 Retry Platform Maybe "internal error, a failure of OIDB in the older list" "内部错误（旧版：OIDB 失败）" RETRY;
    -104 Retry Platform Maybe "internal error, storage in the older list" "内部错误（旧版：存储）" RETRY;
    -105 Retry Platform Maybe "internal error, encoding in the older list" "内部错误（旧版：编码）" RETRY;
    -106 Retry Platform Maybe "internal error, decoding in the older list" "内部错误（旧版：解码）" RETRY;
    -109 LogInAgain (FixRequest) Player No "the call for a guest failed" "游客模式调用失败" LOG_IN;
    -110 LogInAgain (FixRequest) Player No "the guest could not be verified" "游客身份校验失败" LOG_IN;
    -1011 FixRequest Caller No "a parameter is empty, or is a number for a string or the reverse"
        "参数为空，或整型与字符串类型混用"
        Bilingual::new("send each field in the type that the documentation gives it", "各字段类型须与文档一致");
    -2001 Retry Platform Maybe "a message between servers could not be unpacked" "内部消息解包失败" RETRY;
    -2002 Retry Platform No "a message between servers has the wrong protocol version" "内部协议版本错误" RETRY;
    -2003 AskSupport Platform No "the logic layer does not offer this endpoint" "逻辑层不提供本接口" SUPPORT;
    -2004 Retry Platform Maybe "the platform sent a broken packet" "平台回包异常" RETRY;
    -2005 Retry Platform Maybe "the platform answered with an empty body" "平台返回的 HTTP 包体为空" RETRY;
    -2006 Retry Platform Maybe "the platform's answer is not JSON" "平台返回的不是有效 JSON" RETRY;
    -2007 Retry Platform Maybe "the platform's answer has no return code" "平台返回中没有返回码" RETRY;
    -2008 Retry Platform No "an ST ticket could not be decoded" "ST 票据解码失败" RETRY;
    -2009 Retry Platform No "an A8 ticket could not be decoded" "A8 票据解码失败" RETRY;
    -2010 FixRequest (AskSupport) Registration No "the app's configuration is missing or wrong" "应用配置缺失或有误" REVIEW;
    -10001 FixRequest Caller No "the QQ number is invalid" "QQ 号无效" ABOVE_10000;
    -10002 LogInAgain (FixRequest) Player No "the openid is invalid" "openid 无效" LOG_IN;
    -10003 FixRequest Caller No "the type of login is wrong" "登录类型错误" NAME_LOGIN;
    -10005 Retry Platform Maybe "internal error of the business logic" "业务逻辑内部错误" RETRY;
    -10010 Ignore Nobody Done "the player already has a place" "用户已有资格"
        Bilingual::new("let the player in; the place stands", "直接放行，资格有效");
    -10011 Ignore Nobody No "all places are taken" "资格名额已满"
        Bilingual::new("tell the player to come back later", "提示玩家稍后再来");
    -10012 Ignore Player No "the player has no place yet" "用户尚无资格"
        Bilingual::new("tell the player to win a place first", "提示玩家先获取资格");
    -10013 FixRequest (AskSupport) Registration No "no permission is configured for the request" "没有匹配的权限配置" REVIEW;
    -10014 Ignore Player No "the player's place has expired" "用户资格已过期"
        Bilingual::new("tell the player to win a place again", "提示玩家重新获取资格");
    -20001 FixRequest Caller No "the QQ number is invalid (WeChat range)" "QQ 号无效（微信段）" ABOVE_10000;
    -20002 LogInAgain (FixRequest) Player No "the openid is invalid (WeChat range)" "openid 无效（微信段）" LOG_IN;
    -20003 FixRequest Caller No "the type of login is wrong (WeChat range)" "登录类型错误（微信段）" NAME_LOGIN;
    -20004 FixRequest Registration No "the app id is invalid (WeChat range)" "appid 无效（微信段）" CHECK_APP_ID;
    -20005 Retry Platform Maybe "internal error (WeChat range)" "内部错误（微信段）" RETRY;
    -30001 Retry Platform Maybe "the position could not be looked up" "定位查询失败" RETRY;
    -30005 Retry Platform Maybe "players nearby could not be looked up" "附近的人查询失败" RETRY;
};

/// The rows for every code of a range that is in no other table. Their number is the end of the range next to zero.
pub(super) static RANGES: &[Code] = codes! { Logic
    -100 Retry Platform Maybe "system error in MSDK (-100 to -999)" "MSDK 系统错误（-100 至 -999）" RETRY;
    -1000 FixRequest Caller Maybe "error on the calling side (-1000 to -1999)" "调用方错误（-1000 至 -1999）" CHECK_PARAMETERS;
    -2000 Retry Platform Maybe "error of a server behind MSDK (-2000 to -9999)" "MSDK 后端服务返回错误（-2000 至 -9999）" RETRY;
    -10000 AskSupport Platform Maybe "error of mobile QQ or its business logic (-10000 to -14999)"
        "手Q平台或业务错误（-10000 至 -14999）" SUPPORT;
    -15000 AskSupport Platform Maybe "error of OIDB (-15000 to -19999)" "OIDB 错误（-15000 至 -19999）" SUPPORT;
    -20000 AskSupport Platform Maybe "error of WeChat or its business logic (-20000 to -29999)"
        "微信平台或业务错误（-20000 至 -29999）" SUPPORT;
    -30000 Retry Platform Maybe "error of the location service (-30000 to -39999)" "位置服务错误（-30000 至 -39999）" RETRY;
};

/// Returns the number of the row in [`RANGES`] that stands for `ret`.
pub(super) const fn range_of(ret: i64) -> Option<i64> {
    Some(match ret {
        -999..=-100 => -100,
        -1999..=-1000 => -1000,
        -9999..=-2000 => -2000,
        -14999..=-10000 => -10000,
        -19999..=-15000 => -15000,
        -29999..=-20000 => -20000,
        -39999..=-30000 => -30000,
        _ => return None,
    })
}

/// The older list's client library. Newer servers may still pass these on.
pub(super) static LEGACY: &[Code] = codes! { Logic
    -1001 Retry Network Maybe "a message did not arrive whole" "消息未收完整" RETRY;
    -1002 Retry (AskSupport) Platform Maybe "an answer's header names the wrong command" "回包包头命令字错误" RETRY;
    -1003 Retry Platform Maybe "an answer has no body" "回包没有包体" RETRY;
    -1004 AskSupport Platform No "a message could not be encoded" "消息编码失败" SUPPORT;
    -1005 AskSupport Platform Maybe "a message could not be decoded" "消息解码失败" SUPPORT;
    -1006 FixRequest Caller Maybe "a buffer is too small" "缓冲区过小" CHECK_CLIENT;
    -1007 FixRequest Caller No "no address of a server is configured" "未配置服务器地址" CHECK_CLIENT;
    -1008 Retry Network Maybe "the TCP connection failed" "TCP 连接出错" RETRY;
    -1009 Retry Platform Maybe "sequence numbers differ" "序列号不一致" RETRY;
    -1010 FixRequest Caller No "a null pointer was passed" "传入空指针" CHECK_CLIENT;
};
