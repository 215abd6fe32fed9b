//! The services that deliver shared messages: codes in `msg`, where `ret` is -10000.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static SHARE_QQ: &[Code] = codes! { Share
    100000 LogInAgain Player No "the QQ number or its session key could not be verified" "uin 或 skey 校验失败" LOG_IN;
    100001 FixRequest Caller No "a parameter is missing or has the wrong type" "参数缺失或类型错误" CHECK_PARAMETERS;
    100003 Retry (AskSupport) Platform Maybe "error of the sharing service" "分享服务出错" RETRY;
    100004 FixRequest Caller No "a text has forbidden words" "文本含有违禁词"
        Bilingual::new("change the wording of the message", "修改消息文案");
    100100 FixRequest Caller No "only POST is accepted" "仅接受 POST" Bilingual::new("send a POST", "改用 POST 发送");
    100101 FixRequest Caller No "the Referer is not allowed" "Referer 受限" Bilingual::new("send no Referer", "不要携带 Referer");
    100012 Retry (AskSupport) Platform Maybe "the sharing service timed out" "分享服务超时" RETRY;
    111111 Retry (AskSupport) Platform Maybe "unknown error of the sharing service" "分享服务未知错误" RETRY;
    99999 SlowDown Caller No "messages are shared too often" "分享过于频繁" SLOW_DOWN;
    100021 Retry Platform No "the hash against forged requests is wrong" "防 CSRF 校验失败" RETRY;
    100030 Ignore (FixRequest) Nobody No "the receiver is not the player's friend" "接收者不是好友"
        Bilingual::new("let the player pick a friend", "让玩家选择好友作为接收者");
    103 FixRequest Caller No "a parameter is too long, such as a title above 45 bytes" "参数过长，例如标题超过 45 字节" SHORTEN;
    2 FixRequest (Retry) Caller No "the service was given a wrong parameter" "服务收到的参数错误" CHECK_PARAMETERS;
    7 Retry Platform Maybe "internal error of the message service" "消息服务内部错误" RETRY;
    13 AskSupport (Retry) Platform No "wrong command inside the message service" "消息服务命令字错误" SUPPORT;
    16 AskSupport (Retry) Platform No "bad packet inside the message service" "消息服务请求包错误" SUPPORT;
    21 Retry Platform No "the message could not be serialised" "消息序列化失败" RETRY;
    22 Retry Platform Maybe "error behind the message service" "消息服务后端错误" RETRY;
    23 Retry Platform Maybe "storage error of the message service" "消息服务存储错误" RETRY;
    24 Retry Platform Maybe "time-out behind the message service" "消息服务后端超时" RETRY;
    25 Retry Platform Maybe "the sender failed inside, at a socket or a queue" "发送方内部错误（套接字或队列）" RETRY;
    26 Retry Platform No "no session could be allotted for sending" "会话分配失败" RETRY;
    27 FixRequest Caller No "the message is too big, above about 700 bytes" "消息过大（约超过 700 字节）" SHORTEN;
    28 FixRequest Caller No "the message could not be put together" "消息组装失败"
        Bilingual::new("check the texts and addresses of the message", "检查消息的文本与地址");
    29 Ignore Nobody No "the receiver refuses messages" "接收者拒收消息"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    30 Ignore (SlowDown) Nobody No "the receiver's messages of this game are used up for today" "接收者当日可收的本游戏消息已达上限"
        Bilingual::new("try tomorrow, or let the player pick another friend", "明天再试，或让玩家选择其他好友");
    31 Ignore Player No "the account cannot be used" "帐号不可用"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    32 Ignore Nobody No "the receiver is no friend or does not follow the game" "接收者不是好友或未关注游戏公众号"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    33 FixRequest (Retry) Registration No "the message may not be sent" "没有发送权限" SETUP;
    34 Ignore Nobody Done "the broadcast was sent before" "重复的群发消息" NOTHING;
    35 Retry Platform Maybe "the message agent answered with an error" "消息代理返回错误" RETRY;
    36 Retry Platform No "the broadcast could not be queued" "添加群发任务失败" RETRY;
    37 Ignore Nobody No "nobody follows the group of the broadcast" "群发分组没有粉丝" NOTHING;
    38 Retry Platform Maybe "error of the sending platform" "发送平台错误" RETRY;
    * AskSupport Platform Maybe "error passed on from behind the sharing service" "分享服务后端透传的错误" SUPPORT;
};

pub(super) static SHARE_QZONE: &[Code] = codes! { Share
    1000 FixRequest Caller No "a parameter is invalid" "参数无效" CHECK_PARAMETERS;
    1001 Retry Platform Maybe "the server is busy" "服务器繁忙" LATER;
    1002 LogInAgain Player No "the player has to log in" "需要登录" LOG_IN;
    1005 FixRequest Caller No "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    1024 FixRequest Registration No "the app does not exist" "应用不存在" CHECK_APP_ID;
    1025 LogInAgain Player No "the player has to log in once more" "需要重新登录" LOG_IN;
    1026 Retry Platform No "the service could not start the share" "分享初始化失败" RETRY;
    1027 FixRequest Caller No "a parameter of the share's configuration is wrong" "分享配置参数错误" CHECK_PARAMETERS;
    1028 FixRequest Caller No "a parameter of the share is wrong" "分享参数错误" CHECK_PARAMETERS;
    1031 SlowDown Player No "the shares of today are used up" "当日分享次数已达上限" Bilingual::new("try tomorrow", "明天再试");
};
