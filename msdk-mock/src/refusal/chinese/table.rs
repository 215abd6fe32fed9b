//! The messages, and what they are in Chinese. Where several rows fit, the first one counts.
//!
//! English rows are what the sources have, with kinds in the place of values; a test holds them against each other.

/// Pairs of a pattern and a text, where `{0}` is what stood at the first placeholder.
pub(super) type Table = &'static [(&'static str, &'static str)];

/// The table of a kind that is one.
pub(super) fn of_kind(kind: &str) -> Option<Table> {
    Some(match kind {
        "body" => BODIES,
        "calls" => CALLS,
        "hint" => HINTS,
        "json" => JSON,
        "noun" => NOUNS,
        "one" => ONE_TYPE,
        "reason" => REASONS,
        "type" => TYPES,
        _ => return None,
    })
}

/// Whole messages.
pub(super) const MESSAGES: Table = &[
    // The exchange.
    ("the HTTP body took more than {number} ms to arrive", "HTTP 请求体在 {0} ms 内没有收完"),
    ("the HTTP body broke off or is larger than 1 MiB", "HTTP 请求体中断，或大于 1 MiB"),
    ("no endpoint at {word}{hint}", "没有路径为 {0} 的接口{1}"),
    ("{word} is called with {word}, not with {word}", "{0} 须用 {1} 调用，不能用 {2}"),
    // The query.
    ("the name of a parameter is not valid percent-encoding", "有参数名不是合法的百分号编码"),
    ("`{name}` is not valid percent-encoding", "`{0}` 不是合法的百分号编码"),
    ("`{name}` is missing from the query", "查询串缺少 `{0}`"),
    ("`{name}` is empty", "`{0}` 为空"),
    ("`{name}` comes twice in the query", "`{0}` 在查询串中出现两次"),
    ("`{name}` is not a parameter of {word}", "`{0}` 不是 {1} 的参数"),
    ("`{name}` must be 1", "`{0}` 必须为 1"),
    ("`timestamp` must be seconds since 1970 in decimal digits", "`timestamp` 必须是十进制的 Unix 秒"),
    ("the {noun} `{name}` must be {text}", "{0} `{1}` 必须为 {2}"),
    // The caller.
    ("guests may not call this endpoint", "游客不可调用该接口"),
    ("`appid` is a guest's (G_), and `openid` is not", "`appid` 是游客的（以 G_ 开头），`openid` 却不是"),
    ("`openid` is a guest's (G_), and `appid` is not", "`openid` 是游客的（以 G_ 开头），`appid` 却不是"),
    (
        "the endpoint is for guests, whose `appid` and `openid` start with G_",
        "该接口供游客调用，游客的 `appid` 与 `openid` 均以 G_ 开头",
    ),
    ("`appid` is not an app of this gateway", "`appid` 不是本网关的应用"),
    ("`appid` is that of WeChat; the endpoint is for players of mobile QQ", "`appid` 是微信的，而该接口供手Q玩家使用"),
    ("`appid` is that of mobile QQ; the endpoint is for players of WeChat", "`appid` 是手Q的，而该接口供微信玩家使用"),
    ("`sig` must be 32 lower-case hexadecimal digits", "`sig` 必须是 32 位小写十六进制数"),
    ("`sig` is not the MD5 of the {noun} followed by `timestamp`", "`sig` 不是 {0} 与 `timestamp` 直接拼接后的 MD5"),
    (
        "timestamp is in milliseconds (13 digits); it must be in seconds (10)",
        "timestamp 是毫秒（13 位），必须是秒（10 位）",
    ),
    ("timestamp has {number} digits; seconds since 1970 have {number}", "timestamp 有 {0} 位，Unix 秒应为 {1} 位"),
    (
        "timestamp is {number} seconds off the gateway's clock, more than {number}",
        "timestamp 与网关时钟相差 {0} 秒，超过 {1} 秒",
    ),
    ("the player called {word} less than a second ago", "该玩家在不到一秒前调用过 {0}"),
    // The body.
    ("the body is empty", "请求体为空"),
    ("the body is {body}", "请求体{0}"),
    ("`{name}` {rule}", "`{0}` {1}"),
    // The player.
    (
        "openid is invalid: no player of the gateway's world has it (World::with_player adds one)",
        "openid 无效：网关的世界中没有这位玩家（可用 World::with_player 添加）",
    ),
    ("openid is invalid: the player logged in with WeChat", "openid 无效：该玩家是微信登录的"),
    ("openid is invalid: the player did not log in with WeChat", "openid 无效：该玩家不是微信登录的"),
    ("invalid openid", "openid 无效"),
    ("{word} is not the token of this player", "{0} 不是该玩家的票据"),
    ("{word} is expired", "{0} 已过期"),
    ("{word} is revoked", "{0} 已被撤销"),
    ("the user changed the password", "用户修改了密码"),
    ("{word} does not hold any more", "{0} 已失效"),
    ("{word} has expired, two hours after it was given", "{0} 已过期，有效期为发放后两小时"),
    ("refreshToken is not the last one that this player was given", "refreshToken 不是最近一次发给该玩家的"),
    ("refreshToken has expired, 30 days after it was given", "refreshToken 已过期，有效期为发放后 30 天"),
    // Messages to friends.
    ("fopenids must name exactly one friend", "fopenids 必须恰好有一位好友"),
    ("fopenids[0].type must be 0", "fopenids[0].type 必须为 0"),
    ("is_friend is 0", "is_friend 为 0，对方不是好友"),
    ("friend relation required", "对方不是好友"),
    ("the text has forbidden words", "文本含敏感词"),
    ("null ServiceError: :workid=0 APIException: \t30,response errorCode error 30", "该好友当天收到的游戏消息已达上限"),
    ("a player sends at most {number} messages a day", "每位玩家每天最多发送 {0} 条消息"),
    ("filelength must be {number}, the bytes of the file", "filelength 必须为 {0}，即文件的字节数"),
    ("invalid media_id", "media_id 无效"),
    // Groups.
    ("no binding record of this groupOpenid", "该 groupOpenid 没有绑定记录"),
    ("no binding record", "没有绑定记录"),
    ("groupOpenid and unionid do not belong together", "groupOpenid 与 unionid 不对应"),
    ("opt \"{text}\" needs {word}", "opt 为 \"{0}\" 时必须有 {1}"),
    ("openid is not a member of the group", "openid 不是群成员"),
    // Scores and memberships.
    ("flags must name qq_vip", "flags 必须包含 qq_vip"),
    ("expires must be seconds since 1970, or 0", "expires 必须是 Unix 秒，或 0"),
    ("type and data must be there, and data must not be blank", "type 与 data 均不可缺少，data 也不能只有空白"),
    ("each report of a batch needs baseinfo.openid", "批量上报的每一项都必须有 baseinfo.openid"),
    // The test.
    ("no expectation takes this call of {word}", "{0} 的这次调用不符合任何预期"),
    ("{word}: {calls} expected, and {text} made another", "{0}：预期 {1}，{2} 又多调用一次"),
    ("{word}: no such call expected, and {text} made one{hint}", "{0}：预期之外的调用，来自 {1}{2}"),
    ("the world could not be stored: {text}", "世界未能存盘：{0}"),
    ("what answers {word} panicked: {text}", "应答 {0} 的代码发生 panic：{1}"),
    ("the handler of {word} gave no JSON object", "{0} 的处理函数没有返回 JSON 对象"),
];

/// Rules of values, besides those that the client has too.
pub(super) const RULES: Table = &[
    ("is missing", "缺失"),
    ("is not a field of this endpoint", "不是该接口的字段"),
    ("expected {type}, found {type}", "应为{0}，实为{1}"),
    ("must be the app key", "必须是 app key"),
    ("must be the {noun} {text}", "必须是{0} {1}"),
    ("must equal the `{name}` of the query", "必须与查询串的 `{0}` 一致"),
    ("is a string that is no JSON: {json}", "是字符串，内容却不是 JSON：{0}"),
    ("must be an IP address", "必须是 IP 地址"),
    ("must be openmobile, or openmobile_ and a system", "必须是 openmobile，或 openmobile_ 加系统名"),
];

/// What bodies are.
const BODIES: Table = &[
    ("JSON, but not an object", "是 JSON，但不是对象"),
    ("not valid JSON: {json}", "不是合法的 JSON：{0}"),
    ("compressed (gzip); it must be sent as it is", "经过压缩（gzip），必须原样发送"),
    ("UTF-16; it must be UTF-8", "是 UTF-16，必须是 UTF-8"),
    ("not UTF-8: the byte at {number} is {word}{hint}", "不是 UTF-8：偏移 {0} 处的字节为 {1}{2}"),
    (
        "JSON behind a byte order mark (EF BB BF); it must start with `{`",
        "的 JSON 前有字节顺序标记（EF BB BF），必须以 `{` 开头",
    ),
    ("XML or HTML; it must be JSON", "是 XML 或 HTML，必须是 JSON"),
    (
        "form data (`name=value`); it must be JSON, whatever the Content-Type says",
        "是表单数据（`name=value`），无论 Content-Type 为何，都必须是 JSON",
    ),
];

/// A JSON type, as it is expected or found.
const ONE_TYPE: Table = &[
    ("a string", "字符串"),
    ("an integer", "整数"),
    ("an integer without a sign", "非负整数"),
    ("a number", "数字"),
    ("an integer in quotes", "带引号的整数"),
    ("a number in quotes", "带引号的数字"),
    ("true or false", "布尔值"),
    ("an array", "数组"),
    ("an object", "对象"),
    ("something else", "其他类型"),
    ("null", "空值 null"),
    ("a boolean", "布尔值"),
    ("a floating-point number", "浮点数"),
];

/// One type, or several.
pub(super) const TYPES: Table = &[("{one}", "{0}"), ("{one} or {type}", "{0}或{1}")];

/// Words in other messages.
const NOUNS: Table = &[
    ("app key", "app key"),
    ("msdkkey", "msdkkey"),
    ("parameter", "参数"),
    ("header", "请求头"),
    ("integer", "整数"),
    ("string", "字符串"),
];

/// What may stand at the end of a message, or not.
const HINTS: Table = &[
    ("", ""),
    ("; did you mean {word}?", "，是否应为 {0}？"),
    ("; it looks like GBK", "，看起来是 GBK"),
    ("; expected: {text}", "；预期的接口：{0}"),
];

/// Numbers of calls.
const CALLS: Table = &[("1 call", "1 次调用"), ("{number} calls", "{0} 次调用")];

/// What serde_json says.
pub(super) const JSON: Table =
    &[("{reason} at line {number} column {number}", "{0}（第 {1} 行第 {2} 列）"), ("{text}", "{0}")];

/// What is wrong with JSON. All but the first are serde_json's; what is not here stays as it is.
pub(super) const REASONS: Table = &[
    ("key `{name}` comes twice", "键 `{0}` 出现两次"),
    ("EOF while parsing a list", "数组没有结束"),
    ("EOF while parsing an object", "对象没有结束"),
    ("EOF while parsing a string", "字符串没有结束"),
    ("EOF while parsing a value", "应有值处已到结尾"),
    ("expected `:`", "应为 `:`"),
    ("expected `,` or `]`", "应为 `,` 或 `]`"),
    ("expected `,` or `}`", "应为 `,` 或 `}`"),
    ("expected ident", "应为 true、false 或 null"),
    ("expected value", "应为值"),
    ("invalid escape", "转义不合法"),
    ("invalid number", "数字不合法"),
    ("number out of range", "数字超出范围"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "字符串中有未转义的控制字符"),
    ("key must be a string", "键必须是字符串"),
    ("lone leading surrogate in hex escape", "转义中的代理对不完整"),
    ("unexpected end of hex escape", "转义中的代理对不完整"),
    ("trailing comma", "末尾多了逗号"),
    ("trailing characters", "JSON 之后还有内容"),
    ("recursion limit exceeded", "嵌套过深"),
    ("{text}", "{0}"),
];

/// Every table.
#[cfg(test)]
pub(super) const ALL: [Table; 10] = [MESSAGES, RULES, BODIES, ONE_TYPE, TYPES, NOUNS, HINTS, CALLS, JSON, REASONS];
