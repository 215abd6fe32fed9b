//! Settings and clocks that are wrong.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::{
    answers::{answer, ok},
    contestant::Settings,
    identity::signature,
    server::{
        Server,
        Step::{Closed, Read, Serve},
    },
    trial::Trial,
};

const HOUR: Duration = Duration::from_secs(3600);

/// Expects that a setting is refused, and that nothing is sent with it.
async fn refused(trial: &Trial, set: impl FnOnce(&mut Settings), named: &str) {
    let server = Server::always(vec![Serve(ok())]).await;
    let mut settings = trial.settings(server.url());
    set(&mut settings);
    trial.client(&settings).call().await.fails("config", false).says(named, "the setting");
    server.saw(trial, 0, 0).await;
}

pub(crate) async fn line_breaks_in_settings(trial: &Trial) {
    const ODD: &str = "x\r\nX-Forged: y";
    refused(trial, |settings| settings.base_url.push_str("\r\nX-Forged: y"), "URL").await;
    refused(trial, |settings| settings.content_type = Some(ODD.into()), "content type").await;
    refused(trial, |settings| settings.user_agent = Some(ODD.into()), "user agent").await;
}

pub(crate) async fn odd_app_keys(trial: &Trial) {
    for app_key in ["", "clé", "a key", "\n"] {
        refused(trial, |settings| settings.app_key = app_key.into(), "APP_KEY)").await;
    }
    let server = Server::always(vec![Serve(ok())]).await;
    let settings = trial.settings(server.url());
    // As a file leaves it there.
    let app_key = format!("{}\n", settings.app_key);
    trial.client(&Settings { app_key, ..settings.clone() }).call().await.succeeds();
    is_signed(trial, &server, &settings.app_key);
}

/// Expects that every request is signed with the time that it tells.
fn is_signed(trial: &Trial, server: &Server, app_key: &str) {
    for request in server.requests() {
        let signed = signature(app_key, request.parameter("timestamp"));
        trial.expect(request.parameter("sig") == signed, "signs another key or time than it should");
    }
}

pub(crate) async fn wrong_clock(trial: &Trial) {
    let far = SystemTime::UNIX_EPOCH + HOUR * 24 * 365 * 137;
    let date = format!("Date: {}\r\n", httpdate::fmt_http_date(SystemTime::now()));
    for now in [SystemTime::now() - HOUR, SystemTime::now() + HOUR, far] {
        let script = vec![Serve(answer("200 OK", &date, br#"{"ret":0}"#))];
        let server = Server::always(script).await;
        let settings = Settings { clock: Arc::new(move || now), ..trial.settings(server.url()) };
        trial.client(&settings).call().await.succeeds();
        is_signed(trial, &server, &settings.app_key);
    }
    trial.expect(trial.logged("clock"), "does not warn of a wrong clock");

    // No server takes such a time, so that nothing is sent.
    let server = Server::always(vec![Serve(answer("200 OK", "", br#"{"ret":0}"#))]).await;
    let early = Arc::new(|| SystemTime::UNIX_EPOCH - HOUR);
    let settings = Settings { clock: early, ..trial.settings(server.url()) };
    trial.client(&settings).call().await.fails("machine", false);
    trial.expect(server.requests().is_empty(), "signs a time before 1970");

    // Limits do not follow a clock that jumps back with every look at it.
    let looks = AtomicU64::new(0);
    let jumping = move || far - HOUR * u32::try_from(looks.fetch_add(1, Ordering::Relaxed)).unwrap_or_default();
    let server = Server::always(vec![Read, Closed]).await;
    let timeouts = Some((Duration::from_millis(200), Duration::from_millis(300)));
    let settings = Settings { clock: Arc::new(jumping), timeouts, ..trial.settings(server.url()) };
    trial.client(&settings).call().await.fails("transport", true).within(Duration::from_millis(1500));
    is_signed(trial, &server, &settings.app_key);
}
