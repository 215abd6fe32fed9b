//! What goes wrong on purpose, and how the gateway behaves.

use std::str::FromStr;

use axum::{
    Form,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use msdk::Lang;
use msdk_mock::{ActiveFault, Fault, FaultRule, InProcess};
use serde::Deserialize;

use super::Page;
use crate::{
    gateway::{
        answer::{self, Given},
        control, site,
    },
    registry::entries,
    words::say,
};

type Answer = answer::Answer<Response>;

/// Kind, English, Chinese.
const KINDS: [(&str, &str, &str); 13] = [
    ("latency", "late answer", "应答延迟"),
    ("hang", "no answer at all", "始终不应答"),
    ("reset_unread", "reset before reading", "读取前重置连接"),
    ("reset_unanswered", "reset instead of an answer", "处理后重置连接"),
    ("half_answer", "half an answer", "只返回一半应答"),
    ("drip", "answer in drips", "应答逐字节缓慢到达"),
    ("html", "page of HTML", "返回 HTML 页面"),
    ("status", "HTTP status", "返回 HTTP 状态码"),
    ("refuse", "refusal", "返回错误码"),
    ("is_lost", "is_lost = 1", "is_lost 置 1（数据降级）"),
    ("gbk", "answer in GBK", "应答为 GBK 编码"),
    ("answer_behind", "answer of the call before", "返回上一次调用的应答"),
    ("clock_skew", "clock off", "网关时钟偏移"),
];

/// The fault in words.
pub(super) fn title(fault: &Fault, lang: Lang) -> String {
    let json = serde_json::to_value(fault).unwrap_or_default();
    let kind = json.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default();
    let name = KINDS.iter().find(|(known, _, _)| *known == kind).map_or(kind, |(_, en, zh)| say(lang, en, zh));
    let others = json.as_object().into_iter().flatten().filter(|(name, _)| *name != "kind");
    let details: Vec<String> = others.map(|(name, value)| format!("{name} {value}")).collect();
    if details.is_empty() { name.to_owned() } else { format!("{name} ({})", details.join(", ")) }
}

pub(super) async fn show(State(site): State<site::Shared>, headers: HeaderMap) -> Answer {
    render(&headers, &site, None)
}

fn render(headers: &HeaderMap, site: &site::Shared, result: Option<&Result<String, String>>) -> Answer {
    let page = Page::new(headers, "/_msdk/console/faults");
    let gateway = control::gateway(site)?;
    let body = html! {
        @if let Some(result) = result { (Page::notice(result)) }
        (active(&gateway.faults(), page.lang))
        h2 { (page.say("Add a fault", "添加故障")) }
        (form(page.lang))
        h2 { (page.say("Settings", "设置")) }
        (settings(&gateway, page.lang))
    };
    Ok(page.render(page.say("Faults and settings", "故障与设置"), &body))
}

fn active(faults: &[ActiveFault], lang: Lang) -> Markup {
    html! {
        @if faults.is_empty() { p.soft { (say(lang, "Nothing goes wrong on purpose.", "当前没有注入故障。")) } }
        @else {
            div.scroll { table {
                thead { tr {
                    th scope="col" { (say(lang, "Fault", "故障")) }
                    th scope="col" { (say(lang, "Calls", "适用的调用")) }
                    th scope="col" { (say(lang, "Struck", "已触发")) }
                    th scope="col" {}
                } }
                tbody { @for fault in faults { tr {
                    td { (title(&fault.rule.fault, lang)) }
                    td { (calls(&fault.rule, lang)) }
                    td { (fault.struck) " / " (fault.met) }
                    td { form method="post" action=(format!("/_msdk/console/faults/{}/remove", fault.id)) {
                        button { (say(lang, "Remove", "移除")) }
                    } }
                } } }
            } }
        }
    }
}

fn calls(rule: &FaultRule, lang: Lang) -> String {
    let mut parts = vec![rule.path.clone().unwrap_or_else(|| say(lang, "every endpoint", "全部接口").to_owned())];
    parts.extend(rule.openid.clone());
    if rule.first > 1 {
        parts.push(format!("{} {}", say(lang, "from call", "从第几次起："), rule.first));
    }
    if let Some(times) = rule.times {
        parts.push(format!("{} {times}", say(lang, "so many times:", "次数：")));
    }
    if rule.share < 1.0 {
        parts.push(format!("{} {} (seed {})", say(lang, "share", "比例"), rule.share, rule.seed));
    }
    parts.join(" · ")
}

fn form(lang: Lang) -> Markup {
    let number = |name: &str, en: &str, zh: &str, hint: (&str, &str)| {
        html! { label { (say(lang, en, zh)) input name=(name) inputmode="numeric"; small { (say(lang, hint.0, hint.1)) } } }
    };
    html! {
        form method="post" {
            div.fields {
                label { (say(lang, "Fault", "故障")) select name="kind" {
                    @for (kind, en, zh) in KINDS { option value=(kind) { (say(lang, en, zh)) } }
                } }
                label { (say(lang, "Endpoint", "接口")) select name="path" {
                    option value="" { (say(lang, "every endpoint", "全部接口")) }
                    @for entry in entries() { option value=(entry.metadata.path) { (entry.metadata.path) } }
                } }
                label { "openid" input.mono name="openid"; small { (say(lang, "empty: every player", "留空：全部玩家")) } }
                (number("first", "First call", "从第几次调用起", ("1 if empty", "留空为 1")))
                (number("times", "How often", "触发次数", ("empty: always", "留空：一直")))
                label { (say(lang, "Share of calls", "触发比例")) input name="share" inputmode="decimal"; small { "0–1" } }
                (number("seed", "Seed of the chance", "随机种子", ("the same seed strikes the same calls", "相同种子触发相同的调用")))
                (number("ms", "Milliseconds", "毫秒", ("late answer, drips", "用于延迟、缓慢到达")))
                (number("jitter_ms", "Jitter in milliseconds", "抖动（毫秒）", ("late answer", "用于延迟")))
                (number("bytes", "Bytes of a drip", "每次字节数", ("drips", "用于缓慢到达")))
                (number("status", "HTTP status", "HTTP 状态码", ("page, status", "用于 HTML 页面、状态码")))
                (number("retry_after", "Retry-After in seconds", "Retry-After（秒）", ("status", "用于状态码")))
                (number("ret", "ret", "ret", ("refusal", "用于错误码")))
                label { "msg" input name="msg"; small { (say(lang, "refusal, such as 100014,expired", "用于错误码，如 100014,expired")) } }
                (number("seconds", "Seconds", "秒", ("clock off", "用于时钟偏移，可为负")))
            }
            button.main { (say(lang, "Add", "添加")) }
        }
    }
}

fn settings(gateway: &InProcess, lang: Lang) -> Markup {
    html! {
        form method="post" action="/_msdk/console/settings" {
            div.bar { label {
                input type="checkbox" name="lenient" value="yes" checked[gateway.is_lenient()]; " "
                (say(lang, "Lenient: let pass what the platform passes over, and note it",
                    "宽松模式：平台会忽略的问题予以放行，并在记录中注明"))
            } }
            div.bar { label {
                input type="checkbox" name="one_call_a_second" value="yes" checked[gateway.has_one_call_a_second()]; " "
                (say(lang, "One call a second for each player and endpoint (-503)", "每位玩家每个接口每秒一次（-503）"))
            } }
            div.fields { label {
                (say(lang, "Move the clock by seconds", "时钟偏移（秒）"))
                input name="clock_offset" value=(gateway.clock_offset()) inputmode="numeric";
            } }
            button { (say(lang, "Apply", "应用")) }
        }
    }
}

/// The form of a fault, whose empty fields are not there.
#[derive(Deserialize)]
pub(super) struct FaultForm {
    kind: String,
    path: String,
    openid: String,
    first: String,
    times: String,
    share: String,
    seed: String,
    ms: String,
    jitter_ms: String,
    bytes: String,
    status: String,
    retry_after: String,
    ret: String,
    msg: String,
    seconds: String,
}

fn number<T: FromStr>(name: &str, text: &str) -> Result<Option<T>, String> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| format!("`{name}`: {text:?}")),
    }
}

fn needed<T: FromStr>(name: &str, text: &str) -> Result<T, String> {
    number(name, text)?.ok_or_else(|| format!("`{name}`: \"\""))
}

impl FaultForm {
    fn rule(self) -> Result<FaultRule, String> {
        let mut rule = FaultRule::new(self.fault()?);
        rule.path = Some(self.path).filter(|path| !path.is_empty());
        rule.openid = Some(self.openid.trim().to_owned()).filter(|openid| !openid.is_empty());
        rule.first = number("first", &self.first)?.unwrap_or(1);
        rule.times = number("times", &self.times)?;
        rule.share = number("share", &self.share)?.unwrap_or(1.0);
        rule.seed = number("seed", &self.seed)?.unwrap_or(0);
        Ok(rule)
    }

    fn fault(&self) -> Result<Fault, String> {
        Ok(match self.kind.as_str() {
            "latency" => Fault::Latency {
                ms: needed("ms", &self.ms)?,
                jitter_ms: number("jitter_ms", &self.jitter_ms)?.unwrap_or(0),
            },
            "hang" => Fault::Hang,
            "reset_unread" => Fault::ResetUnread,
            "reset_unanswered" => Fault::ResetUnanswered,
            "half_answer" => Fault::HalfAnswer,
            "drip" => Fault::Drip { bytes: number("bytes", &self.bytes)?.unwrap_or(1), ms: needed("ms", &self.ms)? },
            "html" => Fault::Html { status: number("status", &self.status)?.unwrap_or(502) },
            "status" => Fault::Status {
                status: needed("status", &self.status)?,
                retry_after: number("retry_after", &self.retry_after)?,
            },
            "refuse" => Fault::Refuse { ret: needed("ret", &self.ret)?, msg: self.msg.clone() },
            "is_lost" => Fault::IsLost,
            "gbk" => Fault::Gbk,
            "answer_behind" => Fault::AnswerBehind,
            "clock_skew" => Fault::ClockSkew { seconds: needed("seconds", &self.seconds)? },
            kind => return Err(format!("`kind`: {kind:?}")),
        })
    }
}

pub(super) async fn add(State(site): State<site::Shared>, headers: HeaderMap, Form(given): Form<FaultForm>) -> Answer {
    let gateway = control::gateway(&site)?;
    match given.rule().and_then(|rule| control::strike(&gateway, rule)) {
        Ok(_) => Ok(Redirect::to("/_msdk/console/faults").into_response()),
        Err(text) => render(&headers, &site, Some(&Err(text))),
    }
}

pub(super) async fn remove(State(site): State<site::Shared>, Given(Path(id)): Given<Path<u64>>) -> Answer {
    control::gateway(&site)?.remove_fault(id);
    Ok(Redirect::to("/_msdk/console/faults").into_response())
}

#[derive(Deserialize)]
pub(super) struct Settings {
    lenient: Option<String>,
    one_call_a_second: Option<String>,
    clock_offset: String,
}

pub(super) async fn change_settings(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Form(settings): Form<Settings>,
) -> Answer {
    let gateway = control::gateway(&site)?;
    match number("clock_offset", &settings.clock_offset) {
        Ok(offset) => gateway.set_clock_offset(offset.unwrap_or(0)),
        Err(text) => return render(&headers, &site, Some(&Err(text))),
    }
    gateway.set_lenient(settings.lenient.is_some());
    gateway.set_one_call_a_second(settings.one_call_a_second.is_some());
    Ok(Redirect::to("/_msdk/console/faults").into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_form_makes_a_fault_with_a_name() {
        for (kind, en, _) in KINDS {
            let text = |number: &str| number.to_owned();
            let given = FaultForm {
                kind: text(kind),
                path: text(""),
                openid: text(" A "),
                first: text("2"),
                times: text(""),
                share: text("0.5"),
                seed: text("7"),
                ms: text("10"),
                jitter_ms: text(""),
                bytes: text(""),
                status: text("503"),
                retry_after: text(""),
                ret: text("-503"),
                msg: text("x"),
                seconds: text("-60"),
            };
            let rule = given.rule().unwrap();
            assert!(title(&rule.fault, Lang::En).starts_with(en), "{kind}");
            assert_eq!((&rule.path, rule.openid.as_deref(), rule.first, rule.check()), (&None, Some("A"), 2, Ok(())));
        }
    }
}
