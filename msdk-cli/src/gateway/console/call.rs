//! One call: what came, what was expected, and what is to be done.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::{Markup, html};
use msdk::{
    ErrorKind, Lang,
    errors::ErrorSample,
    metadata::{Field, FixedValue, Metadata, Part, Shape},
};
use msdk_mock::{Received, Refusal};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{Page, calls as list};
use crate::{
    gateway::{
        answer::{Answer, Given},
        calls::Masks,
        control, site,
    },
    secrets::MASK,
    words::{self, say},
};

pub(super) async fn show(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Path(id)): Given<Path<u64>>,
) -> Answer<Response> {
    let page = Page::new(&headers, "/");
    let gateway = control::gateway(&site)?;
    let Some(call) = gateway.received_by_id(id) else {
        let text = page.say("This call is not kept any more.", "该调用已不在记录中。");
        let mut response = page.render(text, &html! {});
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    let masks = Masks::of(&call, &gateway, &site);
    let body = html! {
        p { (list::verdict(&call, &masks, page.lang)) }
        (on_the_wire(&call, &masks, page.lang))
        p.soft { (list::time_of(call.at)) " UTC · " code { (call.method.as_str()) " " (masks.text(&call.path)) } }
        @if let Some(refusal) = call.verdict.as_ref().and_then(|verdict| verdict.refusal.as_ref()) {
            (explanation(&call, refusal, page.lang))
        }
        (compared(&call, &masks, page.lang))
        h2 { (page.say("As curl", "curl 命令")) }
        div.bar {
            button type="button" data-copy="curl" data-copied=(page.say("Copied", "已复制")) { (page.say("Copy", "复制")) }
            span.soft { (page.say("Secrets are masked.", "密钥、签名与票据已隐去。")) }
        }
        pre #curl { (curl(&call, &masks, &host(&headers))) }
        h2 { (page.say("Answer", "应答")) }
        pre { (pretty(&masks.body(&call.answer))) }
    };
    let title = call.endpoint.map_or_else(|| masks.text(&call.path), |endpoint| endpoint.name.to_owned());
    Ok(page.render(&format!("{title} · {}", call.id), &body))
}

fn host(headers: &HeaderMap) -> String {
    headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1").to_owned()
}

pub(super) fn pretty(json: &Value) -> String {
    match json {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        json => format!("{json:#}"),
    }
}

/// What the verdict says in another language than the page, as it says it.
fn on_the_wire(call: &Received, masks: &Masks, lang: Lang) -> Markup {
    let refusal = call.verdict.iter().filter_map(|verdict| Some(&verdict.refusal.as_ref()?.msg));
    let notes = call.verdict.iter().flat_map(|verdict| &verdict.passed_over);
    html! {
        @for wire in refusal.chain(notes).filter_map(|text| list::said(text, masks, lang).1) {
            p.soft { small lang="en" { (wire) } }
        }
    }
}

/// What the refusal means and what to do, as the catalogue has it.
fn explanation(call: &Received, refusal: &Refusal, lang: Lang) -> Markup {
    let sections = words::of_sections(&refusal.sections(call.endpoint), lang);
    let error = call.endpoint.map(|endpoint| error_of(endpoint, refusal));
    html! {
        div.notice.failed {
            @if let Some(error) = error {
                @if let Some(meaning) = error.meaning() { strong { (meaning.in_lang(lang)) } br; }
                (error.advice().in_words().in_lang(lang)) (say(lang, ": ", "：")) (error.remedy().in_lang(lang)) br;
                (error.turn().in_words().in_lang(lang)) br;
            }
            @if !sections.is_empty() {
                span.soft { (say(lang, "The vendor's document: ", "官方文档：")) (sections) }
            }
        }
    }
}

fn error_of(endpoint: &'static Metadata, refusal: &Refusal) -> msdk::Error {
    let sample = ErrorSample::described(endpoint, ErrorKind::Refused).ret(refusal.ret).msg(refusal.msg.clone());
    let sample = refusal.plat_code.into_iter().fold(sample, ErrorSample::plat_code);
    refusal.err_type.into_iter().fold(sample, ErrorSample::err_type).build()
}

/// Name, what is expected, and what was seen.
struct Row {
    name: String,
    expected: String,
    seen: Option<String>,
}

/// What was expected beside what was seen; the rows that the verdict speaks of stand out.
fn compared(call: &Received, masks: &Masks, lang: Lang) -> Markup {
    let verdict = call.verdict.as_ref();
    let blamed = verdict.and_then(|verdict| name_in(&verdict.refusal.as_ref()?.msg)).unwrap_or_default();
    let noted: Vec<&str> =
        verdict.map_or(&[][..], |verdict| &verdict.passed_over).iter().filter_map(|note| name_in(note)).collect();
    let class = |row: &Row| {
        let is = |name: &str| name == row.name || name.split(['.', '[']).next() == Some(&row.name);
        if is(blamed) { Some("wrong") } else { noted.iter().any(|name| is(name)).then_some("noted") }
    };
    let parts = [
        (say(lang, "Query", "查询串"), of_query(call, masks, lang)),
        (say(lang, "Body", "请求体"), of_body(call, masks, lang)),
    ];
    html! {
        @for (title, rows) in parts {
            h2 { (title) }
            div.scroll { table {
                thead { tr {
                    th scope="col" { (say(lang, "Name", "名称")) }
                    th scope="col" { (say(lang, "Expected", "应为")) }
                    th scope="col" { (say(lang, "Seen", "实际")) }
                } }
                tbody { @for row in rows {
                    tr class=[class(&row)] {
                        td { code { (row.name) } }
                        td { (row.expected) }
                        td.seen { @match &row.seen { Some(seen) => code { (seen) }, None => span.soft { "—" } } }
                    }
                } }
            } }
        }
        @if !call.body.is_empty() && masks.body(&call.body).is_string() {
            p.soft { (say(lang, "The body is no JSON:", "请求体不是 JSON：")) }
            pre { (pretty(&masks.body(&call.body))) }
        }
    }
}

/// The name that a rule is about, which stands in backticks, or comes first, behind the code of a platform. Where there is no
/// such name, it is a word that no row has.
fn name_in(rule: &str) -> Option<&str> {
    let is_code = |text: &str| text.parse::<i64>().is_ok();
    let text = rule.split_once(',').filter(|(code, _)| is_code(code)).map_or(rule, |(_, text)| text);
    text.split('`').nth(1).or_else(|| text.split_whitespace().next())
}

const QUERY: [(&str, &str, &str); 5] = [
    ("timestamp", "seconds since 1970, at most 10 minutes off", "Unix 秒，与网关时钟相差不超过 10 分钟"),
    ("appid", "the app id", "应用的 app id"),
    (
        "sig",
        "MD5 of the app key followed by the timestamp, 32 digits in lower case",
        "MD5（app key 与 timestamp 直接拼接），32 位小写",
    ),
    ("openid", "the player's openid", "玩家的 openid"),
    ("encode", "1", "1"),
];

fn of_query(call: &Received, masks: &Masks, lang: Lang) -> Vec<Row> {
    let seen = masks.query(call);
    let is_known = |name: &str| QUERY.iter().any(|(known, _, _)| *known == name);
    let required = QUERY.iter().map(|(name, en, zh)| {
        let seen = seen.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Row { name: (*name).to_owned(), expected: say(lang, en, zh).to_owned(), seen }
    });
    let others = seen.iter().filter(|(name, _)| !is_known(name)).map(|(name, value)| {
        let expected = match name.as_str() {
            "conn" => "1".to_owned(),
            "msdkExtInfo" => say(lang, "letters, digits and underscores", "字母、数字与下划线").to_owned(),
            _ => String::new(),
        };
        Row { name: name.clone(), expected, seen: Some(value.clone()) }
    });
    required.chain(others).collect()
}

fn of_body(call: &Received, masks: &Masks, lang: Lang) -> Vec<Row> {
    let Some(endpoint) = call.endpoint else { return Vec::new() };
    let body = masks.body(&call.body);
    let seen = |name: &str| {
        body.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), |text| format!("\"{text}\"")))
    };
    let row = |name: &str, expected: String| Row { name: name.to_owned(), expected, seen: seen(name) };
    let identity = &endpoint.identity;
    let mut rows = Vec::new();
    let of_query = say(lang, "as in the query", "与查询串一致");
    for name in identity.appid {
        rows.push(row(name, format!("{}, {of_query}", words::type_of(identity.appid_shape, lang))));
    }
    for name in identity.openid {
        rows.push(row(name, format!("{}, {of_query}", words::type_of(Shape::Text, lang))));
    }
    for name in identity.token {
        rows.push(row(name, say(lang, "the player's token", "玩家的票据").to_owned()));
    }
    for name in identity.app_key {
        rows.push(row(name, say(lang, "the app key", "app key").to_owned()));
    }
    for fixed in endpoint.fixed {
        let value = match fixed.value {
            FixedValue::Int(value) => value.to_string(),
            FixedValue::Text(value) => format!("\"{value}\""),
        };
        rows.push(row(fixed.name, value));
    }
    of_fields(endpoint.fields, lang, &mut |name, expected| rows.push(row(name, expected)));
    let unknown = body.as_object().into_iter().flatten().filter(|(name, _)| rows.iter().all(|row| row.name != **name));
    let unknown: Vec<Row> = unknown
        .map(|(name, _)| row(name, say(lang, "not a field of this endpoint", "不是该接口的字段").to_owned()))
        .collect();
    rows.into_iter().chain(unknown).collect()
}

fn of_fields(fields: &[Field], lang: Lang, add: &mut dyn FnMut(&str, String)) {
    for field in fields {
        if let (Part::Flattened, Shape::Object(inner)) = (field.part, field.shape.resolved()) {
            of_fields(inner, lang, add);
            continue;
        }
        add(field.name, expected(field, lang));
    }
}

/// The type of a field, whether it must be there, and its limits.
pub(super) fn expected(field: &Field, lang: Lang) -> String {
    let required = if field.required { say(lang, "required", "必填") } else { say(lang, "optional", "可选") };
    let mut facts = vec![words::type_of(field.shape, lang), required.to_owned()];
    facts.extend(words::limits_of(&field.limits, lang));
    facts.join(say(lang, ", ", "，"))
}

/// The call as a curl line without its secrets.
fn curl(call: &Received, masks: &Masks, host: &str) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string().replace("%2A%2A%2A", MASK);
    let pairs = masks.query(call).into_iter();
    let query: Vec<String> = pairs.map(|(name, value)| format!("{}={}", encoded(&name), encoded(&value))).collect();
    let body = match masks.body(&call.body) {
        Value::Null => String::new(),
        Value::String(text) => text,
        json => json.to_string(),
    };
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let url = format!("http://{host}{}?{}", masks.text(&call.path), query.join("&"));
    // A method may have signs that a shell would take for its own.
    let method = call.method.as_str();
    let is_plain = method.bytes().all(|byte| byte.is_ascii_alphabetic());
    let method = if is_plain { method.to_owned() } else { quoted(method) };
    let mut line = format!("curl -X {method} {}", quoted(&url));
    if !body.is_empty() {
        line.push_str(" --data-raw ");
        line.push_str(&quoted(&body));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn a_rule_has_the_name_that_it_is_about() {
        for (rule, name) in [
            ("`title` must have at most 45 bytes of UTF-8, has 48", "title"),
            ("100013,accessToken is not the token of this player", "accessToken"),
            ("-25,timestamp has 14 digits; seconds since 1970 have 10", "timestamp"),
            ("100001,fopenids[0].type must be 0", "fopenids[0].type"),
            ("the body is not valid JSON: key `appid` comes twice at line 1 column 8", "appid"),
            ("accessToken is expired", "accessToken"),
        ] {
            assert_eq!(name_in(rule), Some(name), "{rule}");
        }
        assert_eq!(name_in(""), None);
    }
}
