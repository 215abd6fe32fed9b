//! The list of calls, which grows as they come.

use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::{
        IntoResponse, Redirect, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::StreamExt as _;
use maud::{Markup, html};
use msdk::{Lang, UnixTime};
use msdk_mock::{InProcess, Received};
use serde::Deserialize;

use super::Page;
use crate::{
    gateway::{
        answer::{self, Given},
        calls::{self, Masks},
        control, feed, site,
    },
    words::{self, say},
};

/// How many calls are shown at first.
const SHOWN: usize = 200;

type Answer = answer::Answer<Response>;

pub(super) async fn list(State(site): State<site::Shared>, headers: HeaderMap) -> Answer {
    let page = Page::new(&headers, "/");
    let gateway = control::gateway(&site)?;
    let received = gateway.received_since(0, SHOWN);
    let decided = || received.iter().rev().filter(|call| calls::is_decided(call));
    let latest = received.last().map_or(0, |call| call.id);
    let body = html! {
        div.bar {
            span.soft { (page.say("Newest first; new calls appear by themselves.", "最新的在最前，新调用自动出现。")) }
            form.inline method="post" action="/_msdk/console/calls/clear" { button { (page.say("Clear", "清空")) } }
        }
        ol.calls #calls aria-live="polite" hx-swap="afterbegin"
            hx-sse:connect=(format!("/_msdk/console/calls/stream?since={latest}&lang={}", page.say("en", "zh"))) {
            @for call in decided() { (row(call, &gateway, &Masks::of(call, &gateway, &site), page.lang)) }
        }
        p.soft.none {
            (page.say("No calls yet. The pages of the world and of the endpoints have players and forms to call with.",
                "还没有调用。“玩家与群”列出应用账号与玩家，“接口与调试”可直接发起调用。"))
        }
    };
    Ok(page.render(page.say("Calls", "调用记录"), &body))
}

fn row(call: &Received, gateway: &InProcess, masks: &Masks, lang: Lang) -> Markup {
    let openid = calls::openid(call).unwrap_or("-");
    let nickname = gateway.with_world(|world| world.players.get(openid).map(|player| player.nickname.clone()));
    let name = nickname.filter(|name| !name.is_empty());
    html! {
        li { a href=(format!("/_msdk/console/calls/{}", call.id)) {
            time.mono { (time_of(call.at)) }
            strong { (call.endpoint.map_or_else(|| masks.text(&call.path), |endpoint| endpoint.name.to_owned())) }
            span.soft title=(openid) { (name.as_deref().unwrap_or(openid)) }
            span { (verdict(call, masks, lang)) }
        } }
    }
}

/// The verdict, and what went wrong on purpose.
pub(super) fn verdict(call: &Received, masks: &Masks, lang: Lang) -> Markup {
    let refusal = call.verdict.as_ref().map(|verdict| verdict.refusal.as_ref());
    let passed_over = call.verdict.as_ref().map_or(&[][..], |verdict| &verdict.passed_over);
    html! {
        @match refusal {
            Some(Some(refusal)) => {
                @let (said, wire) = said(&refusal.msg, masks, lang);
                span.badge.bad title=[wire] { (refusal.ret) " " (said) }
            },
            Some(None) => span.badge.good { (say(lang, "accepted", "通过")) },
            None => {}
        }
        @for note in passed_over {
            @let (said, wire) = said(note, masks, lang);
            " " span.badge.warn title=[wire] { (say(lang, "passed over: ", "已放过：")) (said) }
        }
        @for fault in &call.faults { " " span.badge.warn { (say(lang, "fault: ", "故障：")) (super::faults::title(fault, lang)) } }
    }
}

/// What the gateway says in the language of the page, and how it says it on the wire where that is another text.
pub(super) fn said(text: &str, masks: &Masks, lang: Lang) -> (String, Option<String>) {
    let wire = masks.text(text);
    let said = masks.text(&words::of_gateway(text, lang));
    let is_other = said != wire;
    (said, is_other.then_some(wire))
}

/// The time of day in UTC.
pub(super) fn time_of(time: UnixTime) -> String {
    let seconds = time.as_secs().rem_euclid(24 * 60 * 60);
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[derive(Deserialize)]
pub(super) struct Since {
    since: u64,
    #[serde(default)]
    lang: String,
}

pub(super) async fn stream(
    State(site): State<site::Shared>,
    headers: HeaderMap,
    Given(Query(Since { since, lang })): Given<Query<Since>>,
) -> Answer {
    let lang = if lang == "zh" { Lang::Zh } else { Lang::En };
    let calls = feed::decided(&site, Some(feed::seen_before(&headers).unwrap_or(since)))?;
    let events = calls.filter_map(move |call| {
        let site = std::sync::Arc::clone(&site);
        async move {
            let gateway = site.gateway()?;
            let row = row(&call, &gateway, &Masks::of(&call, &gateway, &site), lang).into_string();
            Some(Ok::<_, std::convert::Infallible>(Event::default().id(call.id.to_string()).data(row)))
        }
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
}

pub(super) async fn clear(State(site): State<site::Shared>) -> Answer {
    control::gateway(&site)?.clear_received();
    Ok(Redirect::to("/").into_response())
}
