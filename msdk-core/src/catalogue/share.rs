//! The services that deliver shared messages: codes in `msg`, where `ret` is -10000.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static SHARE_QQ: &[Code] = codes! { Share
    100000 LogInAgain "the QQ number or its session key could not be verified" "uin 或 skey 校验失败" LOG_IN;
    100001 FixRequest "a parameter is missing or has the wrong type" "参数缺失或类型错误" CHECK_PARAMETERS;
    100003 Retry "error of the sharing service" "分享服务出错" RETRY;
    100004 FixRequest "a text has forbidden words" "文本含有违禁词"
        Bilingual::new("change the wording of the message", "修改消息文案");
    100100 FixRequest "only POST is accepted" "仅接受 POST" Bilingual::new("send a POST", "改用 POST 发送");
    100101 FixRequest "the Referer is not allowed" "Referer 受限" Bilingual::new("send no Referer", "不要携带 Referer");
    100012 Retry "the sharing service timed out" "分享服务超时" RETRY;
    111111 Retry "unknown error of the sharing service" "分享服务未知错误" RETRY;
    99999 SlowDown "messages are shared too often" "分享过于频繁" SLOW_DOWN;
    100021 Retry "the hash against forged requests is wrong" "防 CSRF 校验失败" RETRY;
    100030 FixRequest "the receiver is not the player's friend" "接收者不是好友"
        Bilingual::new("let the player pick a friend", "让玩家选择好友作为接收者");
    103 FixRequest "a parameter is too long, such as a title above 45 bytes" "参数过长，例如标题超过 45 字节" SHORTEN;
    2 Retry "the service was given a wrong parameter" "服务收到的参数错误" RETRY;
    7 Retry "internal error of the message service" "消息服务内部错误" RETRY;
    13 Retry "wrong command inside the message service" "消息服务命令字错误" RETRY;
    16 Retry "bad packet inside the message service" "消息服务请求包错误" RETRY;
    21 Retry "the message could not be serialised" "消息序列化失败" RETRY;
    22 Retry "error behind the message service" "消息服务后端错误" RETRY;
    23 Retry "storage error of the message service" "消息服务存储错误" RETRY;
    24 Retry "time-out behind the message service" "消息服务后端超时" RETRY;
    25 Retry "the sender failed inside, at a socket or a queue" "发送方内部错误（套接字或队列）" RETRY;
    26 Retry "no session could be allotted for sending" "会话分配失败" RETRY;
    27 FixRequest "the message is too big, above about 700 bytes" "消息过大（约超过 700 字节）" SHORTEN;
    28 FixRequest "the message could not be put together" "消息组装失败"
        Bilingual::new("check the texts and addresses of the message", "检查消息的文本与地址");
    29 Ignore "the receiver refuses messages" "接收者拒收消息"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    30 SlowDown "the receiver's messages of this game are used up for today" "接收者当日可收的本游戏消息已达上限"
        Bilingual::new("try tomorrow, or let the player pick another friend", "明天再试，或让玩家选择其他好友");
    31 Ignore "the account cannot be used" "帐号不可用"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    32 Ignore "the receiver is no friend or does not follow the game" "接收者不是好友或未关注游戏公众号"
        Bilingual::new("let the player pick another friend", "让玩家选择其他好友");
    33 Retry "the message may not be sent" "没有发送权限" RETRY;
    34 Ignore "the broadcast was sent before" "重复的群发消息" NOTHING;
    35 Retry "the message agent answered with an error" "消息代理返回错误" RETRY;
    36 Retry "the broadcast could not be queued" "添加群发任务失败" RETRY;
    37 Ignore "nobody follows the group of the broadcast" "群发分组没有粉丝" NOTHING;
    38 Retry "error of the sending platform" "发送平台错误" RETRY;
    * AskSupport "error passed on from behind the sharing service" "分享服务后端透传的错误" SUPPORT;
};

pub(super) static SHARE_QZONE: &[Code] = codes! { Share
    1000 FixRequest "a parameter is invalid" "参数无效" CHECK_PARAMETERS;
    1001 Retry "the server is busy" "服务器繁忙" LATER;
    1002 LogInAgain "the player has to log in" "需要登录" LOG_IN;
    1005 FixRequest "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    1024 FixRequest "the app does not exist" "应用不存在" CHECK_APP_ID;
    1025 LogInAgain "the player has to log in once more" "需要重新登录" LOG_IN;
    1026 Retry "the service could not start the share" "分享初始化失败" RETRY;
    1027 FixRequest "a parameter of the share's configuration is wrong" "分享配置参数错误" CHECK_PARAMETERS;
    1028 FixRequest "a parameter of the share is wrong" "分享参数错误" CHECK_PARAMETERS;
    1031 SlowDown "the shares of today are used up" "当日分享次数已达上限" Bilingual::new("try tomorrow", "明天再试");
};
