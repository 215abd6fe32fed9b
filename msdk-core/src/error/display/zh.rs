//! An error in one line of Chinese.

use std::fmt;

use super::Short;
use crate::{
    client::retry::Stop,
    error::{Cause, Error, ErrorKind, SettingsError, Turn, escaped},
};

/// Writes the line. What came from outside, and rules that an endpoint's author wrote, stand as they are.
pub(super) fn write(error: &Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(endpoint) = error.endpoint() {
        write!(f, "{endpoint}：")?;
    }
    cause(error, f)?;
    match error.kind() {
        ErrorKind::InvalidRequest if error.turn() == Turn::Player => {}
        ErrorKind::Config | ErrorKind::InvalidRequest => return Ok(()),
        _ => course(error, f)?,
    }
    write!(f, "；建议{}：{}（{}）", error.advice().in_words().zh, error.remedy().zh, error.turn().in_words().zh)
}

fn cause(error: &Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match &error.0.cause {
        Cause::Config(wrong) => {
            let what = match wrong {
                SettingsError::Missing { .. } => "缺失",
                SettingsError::Invalid { .. } => "的值不合法",
                SettingsError::WithoutEffect { .. } => "不起作用",
            };
            write!(f, "配置项 {} {what}（{wrong}）", wrong.setting())
        }
        Cause::Invalid(violations) => {
            f.write_str("请求不合法，未发送：")?;
            for (index, violation) in violations.iter().take(super::SHOWN).enumerate() {
                let rule = violation.rule_zh().unwrap_or(violation.rule());
                write!(f, "{}{} {rule}", if index > 0 { "；" } else { "" }, violation.field())?;
            }
            match violations.len().saturating_sub(super::SHOWN) {
                0 => Ok(()),
                more => write!(f, "；另有 {more} 处"),
            }
        }
        Cause::Paced { wait } => write!(f, "已按玩家限速拦下，{} 后可再次调用", Short(*wait)),
        Cause::Overloaded => f.write_str("未发送，排队的调用过多"),
        Cause::OutOfTime => f.write_str("未发送，剩余时间不足以等到应答"),
        Cause::CircuitOpen(stopped) => {
            let (kind, ago) = stopped.last;
            write!(
                f,
                "已熔断，未发送：最近 {} 次请求均无应答，最后一次在 {} 前（{kind}）",
                stopped.failures,
                Short(ago)
            )
        }
        Cause::Transport(broken) => {
            let what = match error.kind() {
                ErrorKind::Dns => "主机名无法解析",
                ErrorKind::NotSent => "连接失败，未发送",
                ErrorKind::Tls => "无法建立可信的加密连接",
                ErrorKind::Proxy => "代理拒绝转发",
                ErrorKind::Machine => "本机无法发送",
                ErrorKind::TooLarge => "应答超出大小上限",
                _ if broken.is_timeout() => "等待应答超时",
                _ => "交互中断，没有完整应答",
            };
            write!(f, "{what}（{broken}）")
        }
        Cause::Status { status, retry_after, location, body } => {
            write!(f, "HTTP 状态码 {status}")?;
            if let Some(wait) = retry_after {
                write!(f, "，要求等待 {}", Short(*wait))?;
            }
            if let Some(location) = location {
                write!(f, "，指向 {}", escaped(location))?;
            }
            write!(f, "，应答体 \"{}\"", body.excerpt)
        }
        Cause::Malformed { reason, body, cut, .. } => {
            let what = if *cut { "连接关闭前没有收到完整应答" } else { "应答无法解析" };
            write!(f, "{what}：{reason}，应答体 \"{}\"", body.excerpt)
        }
        Cause::Mismatched { sent, received, .. } => match received {
            Some(received) => {
                write!(f, "收到的是另一次调用的应答：msdkExtInfo 为 \"{}\"，发送的是 \"{sent}\"", escaped(received))
            }
            None => write!(f, "应答缺少 msdkExtInfo，无法确认属于本次调用；发送的是 \"{sent}\""),
        },
        Cause::Refused { envelope, diagnosis } => {
            f.write_str("平台拒绝：")?;
            envelope.fmt_codes(f)?;
            write!(f, "：{}", diagnosis.meaning().zh)
        }
    }
}

fn course(error: &Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let course = &error.0.course;
    f.write_str(match (error.0.cause.may_have_acted(), course.may_have_acted) {
        (false, false) if error.0.cause.is_done() => "；此前已执行过",
        (false, false) if error.0.cause.is_verdict() => "；按错误码判断，平台未执行",
        (false, false) => "；平台未执行",
        _ if course.repeatable => "；平台可能已执行，重复调用无害",
        (true, _) => "；平台可能已执行",
        (false, true) => "；之前的尝试可能已执行",
    })?;
    write!(f, "；{} 次尝试，耗时 {}", course.attempts, Short(course.elapsed))?;
    f.write_str(match course.stop {
        Some(Stop::Time) => "，时间已用完",
        Some(Stop::Budget) => "，客户端的重试预算已用完",
        Some(Stop::Closed) => "，客户端不再放行",
        Some(Stop::Attempts | Stop::NotRepeatable) | None => "",
    })
}
