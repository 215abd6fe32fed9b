//! The platform of WeChat: codes in `msg`, where `ret` is -20000.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static WECHAT: &[Code] = codes! { WeChat
    -1 Retry Platform Maybe "system error of WeChat" "微信系统错误" RETRY;
    40001 RefreshToken (LogInAgain) Player No "the credential is invalid, as two hours after a login" "凭证无效，登录两小时后属正常" REFRESH;
    40002 FixRequest (LogInAgain) Caller No "grant_type is invalid" "grant_type 无效" CHECK_PARAMETERS;
    40003 LogInAgain Player No "the openid is invalid" "openid 无效" LOG_IN;
    40007 FixRequest Caller No "the picture's media_id is invalid" "图片 media_id 无效"
        Bilingual::new("upload the picture again", "重新上传图片");
    40008 FixRequest Caller No "the type of message is invalid" "消息类型无效" CHECK_PARAMETERS;
    40013 FixRequest Registration No "the app id is invalid" "appid 无效" CHECK_APP_ID;
    40029 LogInAgain Player No "the code is invalid" "code 无效" NEW_CODE;
    40031 FixRequest (LogInAgain) Caller No "the list of openids is invalid" "openid 列表无效" CHECK_PARAMETERS;
    40032 LogInAgain Player No "the refresh token is invalid" "refreshToken 无效" LOG_IN;
    40036 FixRequest Caller No "template_id has the wrong length" "template_id 长度无效" CHECK_PARAMETERS;
    40037 FixRequest Registration No "template_id is invalid" "template_id 无效" CHECK_PARAMETERS;
    41001 FixRequest (LogInAgain) Caller No "the access token is missing" "缺少 accessToken" CHECK_PARAMETERS;
    41002 FixRequest Caller No "the app id is missing" "缺少 appid" SEND_FIELD;
    41003 FixRequest Caller No "the refresh token is missing" "缺少 refreshToken" SEND_FIELD;
    41004 FixRequest Caller No "the app secret is missing" "缺少 appsecret" SEND_FIELD;
    41008 FixRequest Caller No "code is missing" "缺少 code" SEND_FIELD;
    41009 FixRequest Caller No "the openid is missing" "缺少 openid" SEND_FIELD;
    42001 RefreshToken Player No "the access token has expired" "accessToken 已过期" REFRESH;
    42003 LogInAgain Player No "the code has expired" "code 已过期" NEW_CODE;
    42004 LogInAgain Player No "the refresh token has expired" "refreshToken 已过期" LOG_IN;
    43003 FixRequest Caller No "https is required" "必须使用 https" USE_HTTPS;
    43004 Ignore (FixRequest) Player No "the player does not follow the account" "用户尚未关注"
        Bilingual::new("have the player follow the account first", "先引导玩家关注");
    43005 Ignore (FixRequest) Nobody No "the players are not friends" "需要好友关系"
        Bilingual::new("let the player pick a friend", "让玩家选择好友作为接收者");
    44002 FixRequest Caller No "the data of the POST are empty" "POST 数据为空" SEND_FIELD;
    45009 SlowDown Caller No "the endpoint is called too often" "接口调用频率超限" SLOW_DOWN;
    45011 SlowDown Caller No "the calls of the endpoint are used up" "接口调用次数超限" SLOW_DOWN;
    45013 FixRequest Caller No "the template has too many arguments" "模板参数过多"
        Bilingual::new("leave arguments out", "减少模板参数");
    45014 FixRequest Caller No "the message from the template is too big" "模板消息过大" SHORTEN;
    47001 FixRequest Caller No "the data have the wrong format" "数据格式错误" CHECK_PARAMETERS;
    48001 FixRequest (LogInAgain) Registration No "the endpoint was not authorised" "接口未获授权" GRANT;
};

pub(super) static WECHAT_GROUP: &[Code] = codes! { WeChat
    -1 Retry Platform Maybe "system error of WeChat" "微信系统错误" RETRY;
    -10000 Retry Platform Maybe "internal error of WeChat groups" "微信群内部错误" RETRY;
    -10001 FixRequest (AskSupport) Registration No "the game may not make groups" "游戏没有建群权限" GRANT;
    -10002 FixRequest Caller No "parameters failed the check" "参数校验失败" CHECK_PARAMETERS;
    -10003 Ignore Nobody Maybe "a link does not exist, which does not touch the group" "链接不存在，与群无关" NOTHING;
    -10004 Ignore Nobody Maybe "a link could not be read, which does not touch the group" "获取跳转链接失败，与群无关" NOTHING;
    -10005 Ignore (FixRequest) Nobody Done "the group's id is taken" "群 ID 已存在"
        Bilingual::new("use the group that exists", "使用已有的群，不要重复创建");
    -10006 Ignore (FixRequest) Player No "the player has made too many groups" "建群数量超限"
        Bilingual::new("have another player make the group", "换其他用户建群");
    -10007 FixRequest Caller No "the group's id does not exist" "群 ID 不存在"
        Bilingual::new("send the id of a group that exists", "改用存在的群 ID");
};
