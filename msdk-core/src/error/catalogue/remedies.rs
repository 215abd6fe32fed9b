//! What to do, where many codes ask for the same.

use super::{Advice, Bilingual};

macro_rules! remedies {
    ($($name:ident $en:literal $zh:literal;)*) => {
        $(pub(super) const $name: Bilingual = Bilingual::new($en, $zh);)*
    };
}

// One for each advice, said of any code.
remedies! {
    RETRY "try once more where that does no harm, then ask the platform's support"
        "若重复调用无害则重试一次，仍失败请联系平台支持";
    LOG_IN "have the player log in again" "让玩家重新登录";
    REFRESH "refresh the access token; have the player log in again if that fails"
        "用 refreshToken 续期，失败则让玩家重新登录";
    FIX "mend the request or the settings before calling again" "先修正请求或配置再调用";
    SLOW_DOWN "wait, and call less often" "稍候再试并降低调用频率";
    NOTHING "nothing to do" "无需处理";
    SETUP "correct the app's registration, key or grants at the platform" "修正应用在平台的注册、密钥或权限配置";
    SUPPORT "ask the platform's support, with ret, msg and the time of the call"
        "联系平台支持，并附上 ret、msg 与调用时间";
}

/// Returns what is said to everybody who gets this advice.
pub(super) const fn usual_remedy(advice: Advice) -> Bilingual {
    match advice {
        Advice::Retry => RETRY,
        Advice::LogInAgain => LOG_IN,
        Advice::RefreshToken => REFRESH,
        Advice::FixRequest => FIX,
        Advice::SlowDown => SLOW_DOWN,
        Advice::Ignore => NOTHING,
        Advice::AskSupport => SUPPORT,
        Advice::Verify => VERIFY,
    }
}

// No code asks for it.
remedies! {
    VERIFY "find out whether it was done before you repeat it; done twice, it would do harm"
        "先确认是否已生效再决定是否重发，重复执行会造成损害";
}

// Retry.
remedies! {
    LATER "try again in a while, and ask the platform's support if it stays" "过一段时间再试，持续出现请联系平台支持";
}

// Log in again.
remedies! {
    AUTHORISE "have the player log in again and agree to what the app asks for" "让玩家重新登录并同意应用所需授权";
    NEW_CODE "have the player log in again and exchange the new code once" "让玩家重新登录，新的 code 只换取一次";
    NEW_OPEN_ID "have the player log in again and store the new openid" "让玩家重新登录并保存新的 openid";
}

// Mend the request.
remedies! {
    CHECK_PARAMETERS "check the parameters against the documentation of the endpoint" "对照接口文档检查参数";
    CHECK_APP_ID "check the app id in the settings" "检查配置中的 appid";
    CHECK_APP_KEY "check that the app key belongs to the app id" "检查 appkey 与 appid 是否对应";
    CHECK_KEYS "check that app id, app key and openkey belong together" "检查 appid、appkey 与 openkey 是否匹配";
    CHECK_OPEN_ID "check that the openid was issued for this app id" "检查 openid 是否由该 appid 产生";
    CHECK_CLIENT "mend the client library's call or its settings" "修正客户端库的调用或配置";
    NAME_LOGIN "send 1 for mobile QQ, 2 for WeChat or 5 for a guest" "手Q 填 1，微信填 2，游客填 5";
    ABOVE_10000 "send a QQ number above 10000" "QQ 号须大于 10000";
    SEND_FIELD "send the field that is missing" "补上缺少的字段";
    USE_HTTPS "call over https" "改用 https 调用";
    SHORTEN "shorten the texts of the message" "缩短消息文本";
    TEST_ACCOUNT "have the account put on the list of test numbers" "将该帐号加入测试号码名单";
    UNBOUND "clear the stored binding and have the group bound again" "清除已存的绑定关系并重新绑定群";
    BIND_CHECK "clear the stored binding, and check union id and zone id" "清除已存的绑定关系，并检查公会 ID 与分区 ID";
    NOT_JOINED "show the player as not in the group, and offer to join it" "按未入群处理，并引导玩家加群";
    DISSOLVED "clear the stored binding; the group is gone" "清除已存的绑定关系，该群已不存在";
    OTHER_APP "check which app the group was bound with, then bind it again" "确认群由哪个应用绑定，再重新绑定";
}

// Ask the platform's support.
remedies! {
    GRANT "have the permission granted to the app" "为应用申请相应权限";
    REVIEW "check that the app's registration passed review, then ask the platform's support"
        "确认应用注册已通过审核，仍失败请联系平台支持";
    ALLOW_ADDRESS "have the server's address put on the app's list of allowed ones" "将服务器 IP 加入应用白名单";
    ACCOUNT_STATE "tell the player that the account cannot be used here" "告知玩家该帐号暂不可用";
    ACCOUNT "tell the player that the account cannot be used here, and ask the platform's support"
        "告知玩家该帐号受限，并联系平台支持";
}
