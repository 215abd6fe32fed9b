//! The players and groups of the gateway, shown and edited.

use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use msdk::Lang;
use msdk_mock::{Gender, Player, TokenState, World};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;
use crate::{
    gateway::{
        App,
        answer::{self, Given},
        control, site,
    },
    secrets::MASK,
    words::say,
};

type Answer = answer::Answer<Response>;

const PATH: &str = "/_msdk/console/world";
/// Before the openid of a player.
const PLAYERS: &str = "/_msdk/console/players";

pub(super) async fn show(State(site): State<site::Shared>, headers: HeaderMap) -> Answer {
    render(&headers, &site, None)
}

fn render(headers: &HeaderMap, site: &site::Shared, result: Option<&Result<String, String>>) -> Answer {
    let page = Page::new(headers, PATH);
    let world = control::gateway(site)?.with_world(|world| world.clone());
    let groups = serde_json::to_value(&world.groups).unwrap_or_default();
    let body = html! {
        @if let Some(result) = result { (Page::notice(result)) }
        (apps(&site.apps, page.lang))
        h2 { (page.say("Players", "玩家")) }
        (players(&world, page.lang))
        h2 { (page.say("Add a player", "添加玩家")) }
        form method="post" {
            div.fields {
                label { "openid" input.mono name="openid" required; }
                label { (page.say("Token", "票据")) input.mono name="token" required autocomplete="off"; }
                label { (page.say("Name", "昵称")) input name="nickname"; }
            }
            button.main { (page.say("Add", "添加")) }
        }
        h2 { (page.say("QQ groups", "QQ 群")) }
        form method="post" action="/_msdk/console/world/groups" {
            label for="groups" { (page.say("As JSON", "JSON 格式")) }
            textarea #groups name="groups" rows="14" spellcheck="false" { (super::call::pretty(&groups)) }
            div.bar { button { (page.say("Save the groups", "保存群")) } }
        }
        h2 { (page.say("What calls left behind", "调用留下的数据")) }
        p { (page.say("Messages: ", "消息：")) (world.messages.len()) " · " (page.say("scores: ", "分数：")) (world.scores.len())
            " · " (page.say("chests: ", "宝箱：")) (world.chests.len()) }
        form method="post" action="/_msdk/console/world/reset" {
            button { (page.say("Reset the world to its start", "恢复到启动时的数据")) }
        }
    };
    Ok(page.render(page.say("World", "玩家与群"), &body))
}

fn apps(apps: &[App], lang: Lang) -> Markup {
    html! {
        p { (say(lang, "Accounts: ", "应用账号："))
            @for app in apps { code { (app.id) } " " span.soft { (if app.is_wechat { say(lang, "WeChat", "微信") } else { say(lang, "QQ, guests", "手机 QQ、游客") }) } " " }
        }
    }
}

fn platform(player: &Player, lang: Lang) -> &'static str {
    match player {
        Player { wechat: Some(_), .. } => say(lang, "WeChat", "微信"),
        Player { openid, .. } if openid.starts_with("G_") => say(lang, "guest", "游客"),
        _ => say(lang, "QQ", "手机 QQ"),
    }
}

/// The states of a token: the value in JSON, English, Chinese.
const STATES: [(TokenState, &str, &str, &str); 4] = [
    (TokenState::Valid, "valid", "valid", "有效"),
    (TokenState::Expired, "expired", "expired", "已过期"),
    (TokenState::Revoked, "revoked", "revoked", "已取消授权"),
    (TokenState::PasswordChanged, "password_changed", "password changed", "已改密"),
];

fn state(player: &Player, lang: Lang) -> &'static str {
    let known = STATES.iter().find(|(state, ..)| *state == player.token_state);
    known.map_or("", |(_, _, en, zh)| say(lang, en, zh))
}

fn players(world: &World, lang: Lang) -> Markup {
    html! {
        div.scroll { table {
            thead { tr {
                th scope="col" { "openid" }
                th scope="col" { (say(lang, "Name", "昵称")) }
                th scope="col" { (say(lang, "Login", "登录方式")) }
                th scope="col" { (say(lang, "Token", "票据")) }
                th scope="col" { (say(lang, "Friends", "好友")) }
            } }
            tbody { @for player in world.players.values() { tr {
                td { a.mono href=(address(&player.openid)) { (player.openid) } }
                td { (player.nickname) }
                td { (platform(player, lang)) }
                td { (state(player, lang)) }
                td { (player.friends.len()) }
            } } }
        } }
    }
}

/// The page of a player.
fn address(openid: &str) -> String {
    format!("{PLAYERS}/{}", percent_encoding::utf8_percent_encode(openid, percent_encoding::NON_ALPHANUMERIC))
}

#[derive(Deserialize)]
pub(super) struct NewPlayer {
    openid: String,
    token: String,
    nickname: String,
}

pub(super) async fn add(State(site): State<site::Shared>, headers: HeaderMap, Form(new): Form<NewPlayer>) -> Answer {
    let NewPlayer { openid, token, nickname } = new;
    let openid = openid.trim().to_owned();
    let gateway = control::gateway(&site)?;
    if openid.is_empty() || gateway.with_world(|world| world.players.contains_key(&openid)) {
        let page = Page::new(&headers, PATH);
        let text = page.say("There is a player with this openid, or it is empty.", "openid 为空，或已有玩家使用。");
        return render(&headers, &site, Some(&Err(text.to_owned())));
    }
    let player = Player::new(openid.clone(), token).with_nickname(nickname);
    control::change(&gateway, |world| drop(world.players.insert(openid.clone(), player))).await?;
    Ok(Redirect::to(&address(&openid)).into_response())
}

pub(super) async fn reset(State(site): State<site::Shared>) -> Answer {
    let start = site.start.clone();
    control::change(&control::gateway(&site)?, |world| *world = start).await?;
    Ok(Redirect::to(PATH).into_response())
}

#[derive(Deserialize)]
pub(super) struct Groups {
    groups: String,
}

pub(super) async fn save_groups(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Form(Groups { groups }): Form<Groups>,
) -> Answer {
    let gateway = control::gateway(&site)?;
    let groups = match serde_json::from_str(&groups) {
        Ok(groups) => groups,
        Err(error) => return render(&headers, &site, Some(&Err(error.to_string()))),
    };
    let mut changed = gateway.with_world(|world| world.clone());
    changed.groups = groups;
    if let Some(problem) = changed.problems().first() {
        return render(&headers, &site, Some(&Err(problem.to_string())));
    }
    control::change(&gateway, |world| world.groups = changed.groups).await?;
    Ok(Redirect::to(PATH).into_response())
}

pub(super) async fn player(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Path(openid)): Given<Path<String>>,
) -> Answer {
    render_player(&headers, &site, &openid, None)
}

fn render_player(
    headers: &HeaderMap,
    site: &site::Shared,
    openid: &str,
    result: Option<&Result<String, String>>,
) -> Answer {
    let page = Page::new(headers, PATH);
    let Some(player) = control::gateway(site)?.with_world(|world| world.players.get(openid).cloned()) else {
        let mut response = page.render(page.say("No such player", "没有这位玩家"), &html! {});
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    let gender = gender(&player);
    let body = html! {
        @if let Some(result) = result { (Page::notice(result)) }
        p.soft { (platform(&player, page.lang)) " · " code { (player.openid) } }
        form method="post" {
            div.fields {
                label { (page.say("Name", "昵称")) input name="nickname" value=(player.nickname); }
                label { (page.say("Gender", "性别")) select name="gender" {
                    @for (value, en, zh) in [("male", "male", "男"), ("female", "female", "女"), ("", "unknown", "未知")] {
                        option value=(value) selected[value == gender] { (page.say(en, zh)) }
                    }
                } }
                label { (page.say("Token state", "票据状态")) select name="token_state" {
                    @for (value, name, en, zh) in STATES {
                        option value=(name) selected[value == player.token_state] { (page.say(en, zh)) }
                    }
                } }
                label { (page.say("New token", "新票据")) input.mono name="token" placeholder=(MASK) autocomplete="off";
                    small { (page.say("empty: it stays", "留空则不变")) } }
                label { (page.say("QQ level", "QQ 等级")) input name="qq_level" value=(player.qq_level) inputmode="numeric"; }
                label.wide { (page.say("The other fields, as JSON", "其他字段（JSON）"))
                    textarea name="others" rows="14" spellcheck="false" { (super::call::pretty(&others(&player))) }
                }
            }
            div.bar { button.main { (page.say("Save", "保存")) } }
        }
        form method="post" action=(format!("{}/remove", address(openid))) {
            button { (page.say("Remove the player", "删除玩家")) }
        }
    };
    let title = if player.nickname.is_empty() { openid } else { &player.nickname };
    Ok(page.render(title, &body))
}

/// The word for it in JSON.
fn gender(player: &Player) -> &'static str {
    match player.gender {
        Gender::Male => "male",
        Gender::Female => "female",
        _ => "",
    }
}

fn masked(player: &Player) -> Value {
    let mut json = serde_json::to_value(player).unwrap_or_default();
    if let Some(token) = json.get_mut("token") {
        *token = MASK.into();
    }
    if let Some(token) = json.pointer_mut("/wechat/refresh_token") {
        *token = MASK.into();
    }
    json
}

/// What has an input of its own, or cannot be changed.
const OF_THE_FORM: [&str; 6] = ["openid", "token", "token_state", "nickname", "gender", "qq_level"];

fn others(player: &Player) -> Value {
    let mut json = masked(player);
    if let Value::Object(fields) = &mut json {
        fields.retain(|name, _| !OF_THE_FORM.contains(&name.as_str()));
    }
    json
}

#[derive(Deserialize)]
pub(super) struct Changed {
    nickname: String,
    gender: String,
    token_state: String,
    token: String,
    qq_level: String,
    others: String,
}

impl Changed {
    /// The player with the changes.
    fn apply(&self, player: &Player) -> Result<Player, String> {
        let mut json = serde_json::to_value(player).map_err(|error| error.to_string())?;
        let refresh_token = json.pointer("/wechat/refresh_token").cloned();
        let level: i64 = self.qq_level.trim().parse().map_err(|_| format!("`qq_level`: {:?}", self.qq_level))?;
        let others: serde_json::Map<String, Value> =
            serde_json::from_str(&self.others).map_err(|error| format!("JSON: {error}"))?;
        let Value::Object(fields) = &mut json else { return Err(String::new()) };
        // What was deleted from the text is deleted from the player.
        fields.retain(|name, _| OF_THE_FORM.contains(&name.as_str()));
        fields.extend(others.into_iter().filter(|(name, _)| !OF_THE_FORM.contains(&name.as_str())));
        fields.insert("nickname".into(), json!(self.nickname));
        fields.insert("gender".into(), json!(self.gender));
        fields.insert("token_state".into(), json!(self.token_state));
        fields.insert("qq_level".into(), json!(level));
        if !self.token.trim().is_empty() {
            fields.insert("token".into(), json!(self.token.trim()));
        }
        if let (Some(now), Some(before)) = (json.pointer_mut("/wechat/refresh_token"), refresh_token)
            && now == MASK
        {
            *now = before;
        }
        serde_json::from_value(json).map_err(|error| error.to_string())
    }
}

pub(super) async fn save(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Path(openid)): Given<Path<String>>,
    Form(changed): Form<Changed>,
) -> Answer {
    let gateway = control::gateway(&site)?;
    let Some(player) = gateway.with_world(|world| world.players.get(&openid).cloned()) else {
        return render_player(&headers, &site, &openid, None);
    };
    let player = match changed.apply(&player) {
        Ok(player) => player,
        Err(text) => return render_player(&headers, &site, &openid, Some(&Err(text))),
    };
    if let Err(refused) = control::put(&gateway, player).await {
        return render_player(&headers, &site, &openid, Some(&Err(refused.text)));
    }
    let page = Page::new(&headers, PATH);
    render_player(&headers, &site, &openid, Some(&Ok(page.say("Saved.", "已保存。").to_owned())))
}

pub(super) async fn remove(State(site): State<site::Shared>, Given(Path(openid)): Given<Path<String>>) -> Answer {
    control::remove(&control::gateway(&site)?, &openid).await?;
    Ok(Redirect::to(PATH).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(others: &str) -> Changed {
        let text = |text: &str| text.to_owned();
        Changed {
            nickname: text("新名"),
            gender: text("female"),
            token_state: text("expired"),
            token: text(""),
            qq_level: text("3"),
            others: text(others),
        }
    }

    #[test]
    fn a_player_keeps_what_the_form_does_not_show() {
        let player = Player::wechat("o", "token-of-o", "refresh-token-of-o").with_nickname("旧名");
        let text = others(&player).to_string();
        assert!(!text.contains("token-of-o"), "{text}");
        let saved = changed(&text).apply(&player).unwrap();
        assert_eq!((saved.nickname.as_str(), saved.token_state), ("新名", TokenState::Expired));
        assert_eq!(saved.token, player.token);
        assert_eq!(saved.wechat, player.wechat);
    }

    #[test]
    fn what_cannot_be_is_said() {
        let player = Player::new("A", "token-of-a");
        assert!(changed("{").apply(&player).unwrap_err().starts_with("JSON: "));
        assert!(changed(r#"{"wifi":1}"#).apply(&player).unwrap_err().starts_with("invalid type: integer `1`"));
        assert!(changed(r#"{"wify":true}"#).apply(&player).unwrap_err().starts_with("unknown field `wify`"));
    }
}
