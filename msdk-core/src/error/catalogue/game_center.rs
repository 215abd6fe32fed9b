//! The game centre: codes in `ret`, or in `msg` where `ret` is -10000; the documentation does not say which.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static SCORES: &[Code] = codes! { GameCenter
    -4000 Retry Platform No "a handler could not be made" "创建处理器失败" RETRY;
    -4001 FixRequest Caller No "a parameter is missing (-4001)" "缺少参数（-4001）" SEND_FIELD;
    -4002 Retry Platform No "the session id could not be read" "会话 ID 解析失败" RETRY;
    -4003 Retry Platform Maybe "the time of the unread mark could not be written" "写入未读标记时间失败" RETRY;
    -4004 FixRequest Caller No "a parameter is missing (-4004)" "缺少参数（-4004）" SEND_FIELD;
    -4005 Retry Platform No "the service made no handler" "服务未创建处理器" RETRY;
    -4006 FixRequest Caller No "a required parameter is missing" "缺少必填参数" SEND_FIELD;
    -4007 Retry Platform Maybe "the friends in the app could not be read" "读取同玩好友列表失败" RETRY;
    -4008 LogInAgain (Retry) Player No "the access token could not be verified" "accessToken 校验失败"
        Bilingual::new("try once more, then have the player log in again", "重试一次，仍失败则让玩家重新登录");
    -4009 SlowDown Caller No "scores are reported too often" "上报过于频繁" SLOW_DOWN;
    -4010 LogInAgain (FixRequest) Player No "the player's number could not be resolved" "用户号码转换失败" LOG_IN;
    -4011 LogInAgain (FixRequest) Player No "the openid could not be resolved" "openid 转换失败" LOG_IN;
    -4012 Ignore (FixRequest) Nobody No "the report is stale, since only a higher value counts" "上报数据已失效，仅接受更高的值"
        Bilingual::new("report a higher value, or one that covers the old", "上报更高的值，或使用覆盖上报");
    -4013 LogInAgain Player No "the session key could not be verified" "skey 校验失败" LOG_IN;
    -4014 FixRequest (Retry) Registration No "no way to verify the player is set" "未设置用户身份校验方式" SETUP;
    -4015 FixRequest Caller No "no endpoint fits the address" "没有匹配的接口地址"
        Bilingual::new("check app id and path", "检查 appid 与接口路径");
    -4016 FixRequest (Retry) Caller No "the signature inside the platform is wrong" "平台内部 sig 校验失败" CHECK_PARAMETERS;
    -4017 LogInAgain (FixRequest) Player No "the openid does not exist" "openid 不存在" LOG_IN;
    -4018 Retry Platform Maybe "error of the game centre" "游戏中心服务错误" RETRY;
    -4019 Retry Platform Maybe "achievements could not be read" "读取成就失败" RETRY;
    -4020 Retry Platform Maybe "the feed could not be sent" "发送动态失败" RETRY;
    -4021 Retry Platform Maybe "the profile could not be read" "读取资料失败" RETRY;
    -4022 FixRequest (Retry) Caller No "a parameter is not valid" "参数不合法" CHECK_PARAMETERS;
    -4023 Retry Platform Maybe "the feed could not be read" "读取动态失败" RETRY;
    -4024 Ignore (Retry) Nobody No "no game was played of late" "没有最近玩过的游戏" NOTHING;
    -4025 Retry Platform Maybe "the game played last could not be read" "读取最近玩过的游戏失败" RETRY;
    -4026 FixRequest (Retry) Registration No "the app is not in the database" "数据库中没有该应用配置" SETUP;
    -4027 Retry Platform Maybe "feeds could not be pulled" "拉取动态列表失败" RETRY;
    -4028 FixRequest (Retry) Caller No "the JSON could not be read" "JSON 解析失败" CHECK_PARAMETERS;
    -4029 Retry Platform Maybe "the start of a member's challenge could not be reported" "会员挑战开始上报失败" RETRY;
    -4030 Retry Platform Maybe "the start of a game's challenge could not be reported" "游戏挑战开始上报失败" RETRY;
    -4031 FixRequest Caller No "the times are not valid" "时间戳不合法"
        Bilingual::new("send a start that is before the end", "开始时间须早于结束时间");
    -4032 FixRequest Registration No "the app id could not be verified" "appid 校验失败" CHECK_APP_ID;
    -4033 FixRequest (Retry) Caller No "`param` is missing in the URL or not valid" "URL 中 param 缺失或不合法" CHECK_PARAMETERS;
    -4034 FixRequest (Retry) Caller No "`list` is missing in the JSON or not valid" "JSON 中 list 缺失或不合法" CHECK_PARAMETERS;
    -4035 FixRequest Caller No "type or data are missing or not valid" "type 或 data 缺失或不合法"
        Bilingual::new("send a documented type, and data that are not empty", "使用文档中的 type，且 data 不可为空");
    -4036 LogInAgain (FixRequest) Player No "the player's number could not be verified" "用户号码校验失败" LOG_IN;
    -4037 FixRequest Caller No "expires is not valid" "expires 不合法"
        Bilingual::new("send the Unix time in seconds, not a duration", "发送秒级 Unix 时间戳，而非时长");
};
