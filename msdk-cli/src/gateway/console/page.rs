//! What all pages have.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use maud::{DOCTYPE, Markup, html};
use msdk::Lang;

use super::{ASSETS, assets};
use crate::words::say;

/// The cookie that has the language.
const COOKIE: &str = "msdk_lang";

/// Scripts and styles come from here alone, and no other page may frame this one.
const POLICY: &str =
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

/// A page in the language of its reader.
pub(super) struct Page {
    pub(super) lang: Lang,
    path: &'static str,
}

/// The pages that are always in reach: path, English, Chinese.
const NAVIGATION: [(&str, &str, &str); 5] = [
    ("/", "Calls", "调用记录"),
    ("/_msdk/console/world", "World", "玩家与群"),
    ("/_msdk/console/faults", "Faults", "故障与设置"),
    ("/_msdk/console/endpoints", "Endpoints", "接口与调试"),
    ("/_msdk/console/reference", "Reference", "接口文档"),
];

impl Page {
    /// A page in the language that was chosen, or else in the one that the browser prefers.
    pub(super) fn new(headers: &HeaderMap, path: &'static str) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let cookies = text(header::COOKIE).split("; ").filter_map(|cookie| cookie.split_once('='));
        let chosen = cookies.filter(|(name, _)| *name == COOKIE).map(|(_, value)| value).last();
        let language = chosen.unwrap_or_else(|| text(header::ACCEPT_LANGUAGE));
        let lang = if language.starts_with("zh") { Lang::Zh } else { Lang::En };
        Self { lang, path }
    }

    pub(super) const fn say<'t>(&self, en: &'t str, zh: &'t str) -> &'t str {
        say(self.lang, en, zh)
    }

    pub(super) fn render(&self, title: &str, body: &Markup) -> Response {
        let markup = html! {
            (DOCTYPE)
            html lang=(self.say("en", "zh-CN")) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="htmx-config" content=r#"{"includeIndicatorCSS":false}"#;
                    title { (title) " · msdk gateway" }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href={ (ASSETS) (assets::STYLE) };
                    script src={ (ASSETS) (assets::HTMX) } defer {}
                    script src={ (ASSETS) (assets::EVENTS) } defer {}
                    script src={ (ASSETS) (assets::SCRIPT) } defer {}
                }
                body {
                    a.skip href="#main" { (self.say("Skip to content", "跳到正文")) }
                    header { (self.navigation()) }
                    main #main { h1 { (title) } (body) }
                }
            }
        };
        let mut response = Html(markup.into_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn navigation(&self) -> Markup {
        html! {
            nav aria-label=(self.say("Pages", "页面")) {
                strong { (self.say("MSDK test gateway", "MSDK 测试网关")) }
                @for (path, en, zh) in NAVIGATION {
                    a href=(path) aria-current=[(path == self.path).then_some("page")] { (self.say(en, zh)) }
                }
                span.languages {
                    a href="/_msdk/console/language/en" lang="en" { "English" } " · "
                    a href="/_msdk/console/language/zh" lang="zh-CN" { "中文" }
                }
            }
        }
    }

    /// Says how something went.
    pub(super) fn notice(result: &Result<String, String>) -> Markup {
        match result {
            Ok(text) => html! { p.notice role="status" { (text) } },
            Err(text) => html! { p.notice.failed role="alert" { (text) } },
        }
    }
}

/// Lets a page have styles of its own.
pub(super) fn allow_inline_styles(response: &mut Response) {
    let policy = format!("{POLICY}; style-src 'self' 'unsafe-inline'");
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Keeps the language and goes back to where it was chosen.
pub(super) async fn choose_language(Path(language): Path<String>, headers: HeaderMap) -> Response {
    let language = if language == "zh" { "zh" } else { "en" };
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok()?.parse::<Uri>().ok());
    let path = referer.map(|referer| referer.path().to_owned());
    // Two slashes at the beginning would be another host.
    let back = path.filter(|path| !path.starts_with("//")).unwrap_or_else(|| "/".to_owned());
    let cookie = format!("{COOKIE}={language}; Path=/; SameSite=Lax; Max-Age=31536000");
    ([(header::SET_COOKIE, cookie)], Redirect::to(&back)).into_response()
}
