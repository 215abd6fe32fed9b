//! The codes that are inside of texts.

/// The `ret` of a refusal by the platform of mobile QQ.
pub(super) const OF_MOBILE_QQ: i64 = -10000;
/// The `ret` of a refusal by the platform of WeChat.
pub(super) const OF_WECHAT: i64 = -20000;

/// Returns the integer that `msg` starts with, where `ret` says that there is one.
pub(crate) fn platform_code(ret: i64, msg: &str) -> Option<i64> {
    if !matches!(ret, OF_MOBILE_QQ | OF_WECHAT) {
        return None;
    }
    integer(msg, |c| matches!(c, ',' | '，') || c.is_whitespace())
}

/// Returns the integer after `ret:` in `msg`, where `ret` says that there may be one.
pub(super) fn oidb_code(ret: i64, msg: &str) -> Option<i64> {
    if !matches!(ret, -19999..=-15000 | -103) {
        return None;
    }
    msg.split("ret:").skip(1).find_map(|rest| integer(rest, |c| !matches!(c, '0'..='9' | '+' | '-')))
}

fn integer(text: &str, ends: impl Fn(char) -> bool) -> Option<i64> {
    text.trim_start().split(ends).next()?.parse().ok()
}
