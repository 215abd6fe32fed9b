//! The endpoints: what they take and give, and a form that calls them.

use std::collections::BTreeMap;

use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::{Markup, html};
use msdk::{
    Account, Client, Lang, Platform, Session,
    metadata::{Field, Metadata, Part, Shape},
};
use msdk_mock::{InProcess, Player};
use serde_json::{Map, Value};

use super::{Page, call};
use crate::{
    call::put,
    describe::own_tables,
    gateway::{
        answer::{self, Given},
        calls::Masks,
        control, site,
    },
    registry::{self, Entry, entries},
    texts,
    words::say,
};

type Answer = answer::Answer<Response>;

const PATH: &str = "/_msdk/console/endpoints";

pub(super) async fn list(headers: HeaderMap) -> Response {
    let page = Page::new(&headers, PATH);
    let mut tags: Vec<String> = entries().map(|entry| entry.tag()).collect();
    tags.dedup();
    let body = html! {
        @for tag in tags {
            h2 { (tag) }
            div.scroll { table { tbody { @for entry in entries().filter(|entry| entry.tag() == tag) { tr {
                td { a href=(format!("{PATH}/{}", entry.metadata.name)) { code { (entry.metadata.path) } } }
                td { (texts::summary_of(page.lang, entry.metadata)) }
            } } } } }
        }
    };
    page.render(page.say("Endpoints", "接口与调试"), &body)
}

pub(super) async fn show(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Path(name)): Given<Path<String>>,
) -> Answer {
    render(&headers, &site, &name, &BTreeMap::new(), None)
}

/// What became of a call from the form.
struct Outcome {
    result: Result<String, String>,
    answer: String,
    /// The call in the record, if it was sent.
    id: Option<u64>,
}

fn render(
    headers: &HeaderMap,
    site: &site::Shared,
    name: &str,
    given: &BTreeMap<String, String>,
    outcome: Option<&Outcome>,
) -> Answer {
    let page = Page::new(headers, PATH);
    let Ok(entry) = registry::find(name) else {
        let mut response = page.render(page.say("No such endpoint", "没有该接口"), &html! {});
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    let gateway = control::gateway(site)?;
    let endpoint = entry.metadata;
    let body = html! {
        p { code { (endpoint.method.as_str()) " " (endpoint.path) } }
        p.lines { (texts::of_endpoint(page.lang, endpoint)) }
        h2 { (page.say("Call it", "发起调用")) }
        @if let Some(outcome) = outcome { (result(outcome, page.lang)) }
        (form(&gateway, endpoint, given, page.lang))
        h2 { (page.say("Request", "请求字段")) }
        (fields(endpoint, Shape::Object(endpoint.fields), page.lang))
        h2 { (page.say("Reply", "应答字段")) }
        (fields(endpoint, endpoint.reply, page.lang))
        (codes(&entry, page.lang))
    };
    Ok(page.render(endpoint.name, &body))
}

fn result(outcome: &Outcome, lang: Lang) -> Markup {
    html! {
        div #result {
            (Page::notice(&outcome.result))
            @if !outcome.answer.is_empty() { pre { (outcome.answer) } }
            @if let Some(id) = outcome.id {
                p { a href=(format!("/_msdk/console/calls/{id}")) { (say(lang, "The call and its verdict", "查看这次调用")) } }
            }
        }
    }
}

/// Whether a player may be the caller of an endpoint.
fn may_call(player: &Player, endpoint: &Metadata) -> bool {
    let is_guest = player.openid.starts_with("G_");
    match endpoint.platform {
        Some(Platform::WeChat) => player.wechat.is_some(),
        Some(Platform::Guest) => is_guest,
        _ => player.wechat.is_none() && !is_guest,
    }
}

fn form(gateway: &InProcess, endpoint: &'static Metadata, given: &BTreeMap<String, String>, lang: Lang) -> Markup {
    let players: Vec<(String, String)> = gateway.with_world(|world| {
        let callers = world.players.values().filter(|player| may_call(player, endpoint));
        callers.map(|player| (player.openid.clone(), player.nickname.clone())).collect()
    });
    let chosen = given.get("player");
    html! {
        form method="post" {
            div.fields {
                label.wide { (say(lang, "Player", "玩家")) select name="player" {
                    @for (openid, name) in &players {
                        option value=(openid) selected[chosen == Some(openid)] { (name) " " (openid) }
                    }
                } }
                @for input in inputs(endpoint, lang) { (input.render(given, lang)) }
            }
            button.main { (say(lang, "Send", "发送")) }
        }
    }
}

/// One input of the form.
struct Input {
    name: &'static str,
    docs: String,
    expected: String,
    required: bool,
    example: String,
    is_long: bool,
}

impl Input {
    fn render(&self, given: &BTreeMap<String, String>, lang: Lang) -> Markup {
        let value = given.get(&format!("f.{}", self.name)).unwrap_or(&self.example);
        let name = format!("f.{}", self.name);
        html! {
            label.wide[self.is_long] {
                code { (self.name) }
                @if self.required { span.soft { " " (say(lang, "required", "必填")) } }
                @if self.is_long { textarea name=(name) spellcheck="false" { (value) } }
                @else { input name=(name) value=(value); }
                small { (self.docs) " " span { "(" (self.expected) ")" } }
            }
        }
    }
}

/// The fields that a caller fills in, with an example where one is required.
fn inputs(endpoint: &'static Metadata, lang: Lang) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    gather(endpoint, endpoint.fields, lang, &mut inputs);
    inputs
}

fn gather(endpoint: &'static Metadata, fields: &'static [Field], lang: Lang, inputs: &mut Vec<Input>) {
    for field in fields {
        match (field.part, field.shape.resolved()) {
            (Part::Flattened, Shape::Object(inner)) => gather(endpoint, inner, lang, inputs),
            (Part::Body, shape) if inputs.iter().all(|input| input.name != field.name) => inputs.push(Input {
                name: field.name,
                docs: texts::of_field(lang, endpoint, field.name, field.docs).into_owned(),
                expected: call::expected(field, lang),
                required: field.required,
                example: if field.required { example(endpoint, field.name) } else { String::new() },
                is_long: matches!(
                    shape,
                    Shape::List(_) | Shape::Object(_) | Shape::Map(_) | Shape::AnyOf(_) | Shape::Any
                ),
            }),
            _ => {}
        }
    }
}

/// An example of a field, as the OpenAPI document has it.
fn example(endpoint: &Metadata, name: &str) -> String {
    match crate::openapi::example_of(endpoint).and_then(|example| example.get(name)) {
        Some(Value::String(text)) => text.clone(),
        Some(json) => json.to_string(),
        None => String::new(),
    }
}

fn fields(endpoint: &'static Metadata, shape: Shape, lang: Lang) -> Markup {
    let mut rows = Vec::new();
    rows_of(shape, "", 8, &mut rows);
    html! {
        @if rows.is_empty() { p.soft { (say(lang, "none", "无")) } } @else {
            div.scroll { table {
                thead { tr {
                    th scope="col" { (say(lang, "Field", "字段")) }
                    th scope="col" { (say(lang, "Type and limits", "类型与限制")) }
                    th scope="col" { (say(lang, "Meaning", "含义")) }
                } }
                tbody { @for (path, field) in rows { tr {
                    td { code { (path) } }
                    td { (call::expected(field, lang)) }
                    td { (texts::of_field(lang, endpoint, &path, field.docs)) }
                } } }
            } }
        }
    }
}

/// The fields of a value and of what is inside of it, each once.
fn rows_of(shape: Shape, before: &str, levels: usize, rows: &mut Vec<(String, &'static Field)>) {
    let Some(levels) = levels.checked_sub(1) else { return };
    match shape.resolved() {
        Shape::List(inner) | Shape::Map(inner) => rows_of(*inner, before, levels, rows),
        Shape::AnyOf(kinds) => kinds.iter().for_each(|kind| rows_of(kind.shape, before, levels, rows)),
        Shape::Object(fields) => {
            for field in fields {
                let path = format!("{before}{}", field.name);
                if field.part == Part::Flattened {
                    rows_of(field.shape, before, levels, rows);
                } else if field.part == Part::Body && rows.iter().all(|(known, _)| *known != path) {
                    rows.push((path.clone(), field));
                    rows_of(field.shape, &format!("{path}."), levels, rows);
                }
            }
        }
        _ => {}
    }
}

fn codes(entry: &Entry, lang: Lang) -> Markup {
    let tables = own_tables(entry.metadata);
    html! {
        @if !tables.is_empty() {
            h2 { (say(lang, "Codes", "错误码")) }
            div.scroll { table { tbody { @for code in tables.iter().flat_map(|table| table.codes) { tr {
                td { code { (code.code.map_or_else(|| say(lang, "others", "其他").to_owned(), |code| code.to_string())) } }
                td { (code.meaning.in_lang(lang)) }
                td { (code.advice.in_words().in_lang(lang)) (say(lang, ": ", "：")) (code.remedy.in_lang(lang)) }
            } } } } }
        }
    }
}

pub(super) async fn send(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Path(name)): Given<Path<String>>,
    Form(given): Form<BTreeMap<String, String>>,
) -> Answer {
    let Ok(entry) = registry::find(&name) else { return render(&headers, &site, &name, &given, None) };
    let lang = Page::new(&headers, PATH).lang;
    let outcome = sent(&site, entry.metadata, &given, lang).await?;
    render(&headers, &site, &name, &given, Some(&outcome))
}

/// Sends a call without a socket: it is checked, answered and recorded like any other.
async fn sent(
    site: &site::Shared,
    endpoint: &'static Metadata,
    given: &BTreeMap<String, String>,
    lang: Lang,
) -> answer::Answer<Outcome> {
    let gateway = control::gateway(site)?;
    let failed = |text: String| Ok(Outcome { result: Err(text), answer: String::new(), id: None });
    let openid = given.get("player").map(String::as_str).unwrap_or_default();
    let Some(player) = gateway.with_world(|world| world.players.get(openid).cloned()) else {
        return failed(say(lang, "No player was chosen.", "没有选择玩家。").to_owned());
    };
    let mut values = Map::new();
    for (name, text) in given.iter().filter(|(_, text)| !text.is_empty()) {
        let Some(field) = name.strip_prefix("f.") else { continue };
        if let Err(failure) = put(&mut values, endpoint.fields, field, text) {
            return failed(failure.text(lang));
        }
    }
    let client = match client(site, &gateway) {
        Ok(client) => client,
        Err(error) => return failed(error.display(lang).to_string()),
    };
    let before = gateway.received_since(0, 1).last().map_or(0, |call| call.id);
    let answer = client.call_described(&session(&player), endpoint, &values).await;
    let masks = Masks::of_player(Some(openid), &gateway, site);
    let is_it =
        |call: &msdk_mock::Received| call.path == endpoint.path && crate::gateway::calls::openid(call) == Some(openid);
    let id = gateway.received_since(before, usize::MAX).iter().rev().find(|call| is_it(call)).map(|call| call.id);
    Ok(match answer {
        Ok(answer) => {
            let answer = call::pretty(&masks.body(answer.to_string().as_bytes()));
            Outcome { result: Ok(say(lang, "Answered.", "调用成功。").to_owned()), answer, id }
        }
        Err(error) => Outcome { result: Err(masks.text(&error.display(lang).to_string())), answer: String::new(), id },
    })
}

/// A client with the first account of each platform.
fn client(site: &site::State, gateway: &InProcess) -> Result<Client, msdk::Error> {
    let mut settings = Client::builder().base_url("http://gateway.console").transport(gateway.clone());
    let first = |is_wechat| site.apps.iter().find(|app| app.is_wechat == is_wechat);
    if let Some(app) = first(false) {
        settings = settings.app_id(&app.id).app_key(app.key.clone());
    }
    if let Some(app) = first(true) {
        settings = settings.wechat(Account::new(&app.id, app.key.clone()));
    }
    settings.build()
}

fn session(player: &Player) -> Session {
    let token = player.token.clone();
    match player {
        Player { wechat: Some(_), openid, .. } => Session::wechat(openid.as_str(), token),
        Player { openid, .. } if openid.starts_with("G_") => Session::guest(openid, token),
        Player { openid, .. } => Session::new(openid.as_str(), token),
    }
}
