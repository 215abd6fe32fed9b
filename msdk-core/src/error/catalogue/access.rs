//! The access layer: codes in `ret`.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static ACCESS: &[Code] = codes! { Access
    -303 FixRequest Registration No "the app may not use MSDK or this endpoint" "应用无权使用 MSDK 或本接口"
        Bilingual::new(
            "check the app id, the app's review, and that this endpoint was granted",
            "检查 appid、应用审核状态以及本接口权限",
        );
    -304 FixRequest Caller No "the body is not JSON" "请求包体不是 JSON"
        Bilingual::new("send a JSON object", "包体须为 JSON 对象");
    -306 Retry Platform Maybe "the platform behind MSDK timed out or hung up" "后端平台超时或断开连接" RETRY;
    -307 Retry Platform Maybe "internal error of the access layer" "接入层内部错误" RETRY;
    -308 Retry Platform Maybe "the access layer failed, or a time-out behind it" "接入层出错或其后端超时" RETRY;
    -309 Retry Platform Maybe "the access layer failed, or a time-out behind it" "接入层出错或其后端超时" RETRY;
    -310 Retry Platform Maybe "internal error of the access layer" "接入层内部错误" RETRY;
    -311 AskSupport Platform No "MSDK's logic has no command for the endpoint" "逻辑层没有本接口对应的命令" SUPPORT;
    -312 Retry Platform Maybe "internal error of the access layer" "接入层内部错误" RETRY;
    -402 FixRequest Caller No "a call of user feedback lacks a parameter" "用户反馈请求缺少参数" SEND_FIELD;
    -501 FixRequest Caller No "the body is empty" "请求包体为空"
        Bilingual::new("send the body of the endpoint", "按接口要求发送包体");
    -502 FixRequest Caller No "the signature in the URL is wrong" "URL 签名错误"
        Bilingual::new(
            "check that the app key belongs to the app id, and that the signed time is the one sent",
            "检查 appkey 与 appid 是否对应，以及签名所用时间戳与所发是否一致",
        );
    -503 SlowDown Caller No "this player is called for too often" "同一用户调用过于频繁" SLOW_DOWN;
    -504 FixRequest (AskSupport) Registration No "the app id in the URL is empty, unknown or not allowed here" "URL 中 appid 为空、不存在或无权限"
        Bilingual::new(
            "check the app id in the settings, then ask the platform's support",
            "先检查配置中的 appid，再联系平台支持",
        );
    -505 FixRequest Caller No "no endpoint has this path" "接口路径不存在"
        Bilingual::new("check path and base URL against the documentation", "对照文档检查路径与域名");
    -506 FixRequest Caller No "the URL lacks a parameter" "URL 缺少必填参数"
        Bilingual::new("check that nothing between here and MSDK cuts the query", "检查请求参数是否被中间环节截断");
    -507 Ignore Nobody Maybe "internal state that the platform calls normal" "平台认定为正常的内部状态" NOTHING;
    -601 Retry Platform Maybe "internal error, kind 601" "内部错误（601）" RETRY;
    -701 Retry Platform Maybe "internal error, kind 701" "内部错误（701）" RETRY;
    -702 Retry Platform Maybe "internal error, kind 702" "内部错误（702）" RETRY;
    -801 Retry Platform Maybe "user feedback failed, which does not touch the game" "用户反馈出错，不影响游戏" RETRY;
    -901 FixRequest Caller No "guests may not call this endpoint" "游客身份不可调用本接口"
        Bilingual::new("call it for players of mobile QQ or WeChat only", "仅对手Q或微信登录的玩家调用");
    -107 FixRequest (AskSupport) Registration No "the server's address may not call payment" "服务器 IP 不在支付白名单中"
        Bilingual::new("have the server's address put on the list for payment", "将服务器 IP 加入支付白名单");
    -101 Retry Platform Maybe "the HTTP exchange could not be read, or a time-out behind it" "HTTP 请求解析失败或后端超时" RETRY;
};
