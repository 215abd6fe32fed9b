//! The console: pages for people, rendered here. Without scripts they work too, but for the list of calls that grows by itself.

mod assets;
mod call;
mod calls;
mod endpoints;
mod faults;
mod page;
mod world;

use axum::{
    Form, Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::html;
use serde::Deserialize;

use self::page::Page;
use super::{guard, site};

/// What the paths of its pages begin with.
pub(super) const PAGES: &str = "/_msdk/console/";

/// What the paths of style sheets and scripts begin with.
pub(super) const ASSETS: &str = "/_msdk/console/assets/";

pub(super) fn routes() -> Router<site::Shared> {
    Router::new()
        .route("/", get(calls::list))
        .route("/_msdk/console/calls/stream", get(calls::stream))
        .route("/_msdk/console/calls/clear", post(calls::clear))
        .route("/_msdk/console/calls/{id}", get(call::show))
        .route("/_msdk/console/world", get(world::show).post(world::add))
        .route("/_msdk/console/world/reset", post(world::reset))
        .route("/_msdk/console/world/groups", post(world::save_groups))
        .route("/_msdk/console/players/{openid}", get(world::player).post(world::save))
        .route("/_msdk/console/players/{openid}/remove", post(world::remove))
        .route("/_msdk/console/faults", get(faults::show).post(faults::add))
        .route("/_msdk/console/faults/{id}/remove", post(faults::remove))
        .route("/_msdk/console/settings", post(faults::change_settings))
        .route("/_msdk/console/endpoints", get(endpoints::list))
        .route("/_msdk/console/endpoints/{name}", get(endpoints::show).post(endpoints::send))
        .route("/_msdk/console/reference", get(reference))
        .route("/_msdk/console/language/{language}", get(page::choose_language))
        .route("/_msdk/console/assets/{name}", get(assets::asset))
        .route(site::LOGIN, get(login).post(log_in))
}

/// The interfaces in a viewer of OpenAPI documents.
async fn reference(headers: HeaderMap) -> Response {
    let page = Page::new(&headers, "/_msdk/console/reference");
    let mut response = page
        .render(
            page.say("Reference", "接口文档"),
            &html! {
                rapi-doc spec-url="/_msdk/openapi.json" render-style="view" show-header="false" allow-try="false"
                    allow-authentication="false" allow-server-selection="false" load-fonts="false" style="height: 80vh" {}
                script src={ (ASSETS) (assets::VIEWER) } defer {}
            },
        )
        .into_response();
    // The viewer styles its parts by itself.
    page::allow_inline_styles(&mut response);
    response
}

async fn login(headers: HeaderMap) -> Response {
    ask_for_token(&headers, false)
}

fn ask_for_token(headers: &HeaderMap, is_wrong: bool) -> Response {
    let page = Page::new(headers, site::LOGIN);
    let body = html! {
        @if is_wrong { p.notice.failed role="alert" { (page.say("The access token is wrong.", "访问口令不正确。")) } }
        form method="post" {
            div.fields { label {
                (page.say("Access token", "访问口令"))
                input type="password" name="token" autocomplete="current-password" required autofocus;
            } }
            button.main { (page.say("Enter", "进入")) }
        }
    };
    let response = page.render(page.say("Access token", "访问口令"), &body);
    let status = if is_wrong { StatusCode::UNAUTHORIZED } else { StatusCode::OK };
    (status, response).into_response()
}

#[derive(Deserialize)]
struct Token {
    token: String,
}

async fn log_in(State(site): State<site::Shared>, headers: HeaderMap, Form(given): Form<Token>) -> Response {
    let is_right = site.access_token.as_ref().is_none_or(|token| guard::is_token(&given.token, token));
    if !is_right {
        return ask_for_token(&headers, true);
    }
    let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", guard::COOKIE, given.token);
    match cookie.parse::<header::HeaderValue>() {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response(),
        Err(_) => ask_for_token(&headers, true),
    }
}
