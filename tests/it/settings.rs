//! A client's settings, right and wrong.

use std::time::Duration;

use msdk::{
    Client, ClientBuilder, ClientConfig, Environment, ErrorKind, Platform,
    errors::SettingsError,
    policy::{CircuitBreaker, RetryPolicy},
    qq::profile::GetGift,
    transport::HyperTransport,
};

use crate::support::{session, settings};

fn refusal(settings: ClientBuilder) -> String {
    let error = settings.build().unwrap_err();
    assert_eq!((error.kind(), error.endpoint()), (ErrorKind::Config, None));
    error.to_string()
}

#[test]
fn a_wrong_setting_is_named() {
    let right = || settings("http://127.0.0.1:1");
    let cases = [
        (Client::builder().app_key("k").base_url("http://h"), "the app id is missing (MSDK_APP_ID)"),
        (right().app_id("1 2"), "the app id must be ASCII letters, digits and underscores (MSDK_APP_ID)"),
        (Client::builder().app_id("1").base_url("http://h"), "the app key is missing (MSDK_APP_KEY)"),
        (right().app_key(""), "the app key is empty (MSDK_APP_KEY)"),
        (
            right().app_key("key\n\n"),
            "the app key has a space, a line break or a character outside of ASCII (MSDK_APP_KEY)",
        ),
        (right().app_key("\r\n"), "the app key is empty (MSDK_APP_KEY)"),
        (Client::builder().app_id("1").app_key("k"), "neither an environment nor a base URL is set (MSDK_BASE_URL)"),
        (right().base_url("msdk.qq.com"), "the base URL must start with `http://` or `https://`"),
        (
            right().base_url("http://127.0.0.1:1/\r\nX: y"),
            "the base URL is not a URL; write one such as `http://msdktest.qq.com`",
        ),
        (right().content_type("a\r\nX: y"), "the content type is not a header's value"),
        (right().user_agent("a\r\nX: y"), "the user agent is not a header's value"),
        (right().attempt_timeout(Duration::ZERO), "`attempt_timeout`: a timeout of zero leaves no time for a call"),
        (right().timeout(Duration::ZERO), "`timeout`: a timeout of zero leaves no time for a call"),
        (
            right().connections(HyperTransport::builder().connect_timeout(Duration::ZERO)),
            "`connect_timeout`: a timeout of zero leaves no time to connect",
        ),
        (
            right().connections(HyperTransport::builder().max_answer_bytes(0)),
            "`max_answer_bytes`: a size of zero leaves no room for an answer",
        ),
        (right().max_requests(0), "`max_requests`: a client that may have no request under way can call nothing"),
        (
            right().retry_policy(RetryPolicy::new().max_attempts(0)),
            "`max_attempts`: a call that may make no attempt does nothing; 1 tries once",
        ),
        (
            right().circuit_breaker(CircuitBreaker::new().failures(0)),
            "a circuit breaker that opens after no failure would stop every call (`failures`)",
        ),
    ];
    for (settings, message) in cases {
        assert_eq!(refusal(settings), message);
    }
}

fn is_told_to_keep(settings: ClientBuilder) -> bool {
    let client = settings.build().unwrap();
    client.prepare(&session(), GetGift).unwrap().uri().query().unwrap().contains("&conn=1")
}

#[test]
fn no_setting_is_without_effect_beside_a_transport() {
    let beside = || settings("http://127.0.0.1:1").transport(HyperTransport::builder().build().unwrap());
    let message = "`connections` does nothing beside `transport`, which has settings of its own";
    assert_eq!(refusal(beside().connections(HyperTransport::builder())), message);
    assert!(is_told_to_keep(beside()));
}

#[test]
fn the_platform_is_asked_to_keep_the_connections_that_the_transport_keeps() {
    let builder = HyperTransport::builder;
    for keeps_none in [
        builder().keep_alive(false),
        builder().idle_timeout(Duration::ZERO),
        builder().max_connection_lifetime(Duration::ZERO),
        builder().max_idle_connections(0),
    ] {
        assert!(!is_told_to_keep(settings("http://127.0.0.1:1").transport(keeps_none.clone().build().unwrap())));
        assert!(!is_told_to_keep(settings("http://127.0.0.1:1").connections(keeps_none)));
    }
    assert!(is_told_to_keep(settings("http://127.0.0.1:1")));
}

#[test]
fn a_program_can_tell_what_is_wrong_with_a_setting() {
    let cases = [
        (Client::builder().app_id("1").base_url("http://h"), "missing app_key"),
        (settings("ftp://h"), "invalid base_url"),
        (settings("http://h").timeout(Duration::ZERO), "invalid timeout"),
        (
            settings("http://h")
                .transport(HyperTransport::builder().build().unwrap())
                .connections(HyperTransport::builder()),
            "without effect connections",
        ),
    ];
    for (settings, expected) in cases {
        let error = settings.build().unwrap_err();
        let wrong = error.settings().unwrap();
        let how = match wrong {
            SettingsError::Missing { .. } => "missing",
            SettingsError::Invalid { .. } => "invalid",
            SettingsError::WithoutEffect { .. } => "without effect",
            _ => "something else",
        };
        assert_eq!(format!("{how} {}", wrong.setting()), expected);
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), error.to_string());
    }
}

#[test]
fn a_configuration_makes_a_client() {
    let config = |json: &str| serde_json::from_str::<ClientConfig>(json);
    let whole = r#"{"app_id":"1","app_key":"key","wx_app_id":"wx1","wx_app_key":"other","environment":"idc_test","timeout_ms":1,
        "attempt_timeout_ms":2,"connect_timeout_ms":3,"max_requests":4,"max_waiting":5,"max_attempts":6,
        "requests_per_player":7,"user_agent":"game"}"#;
    let client = config(whole).unwrap().builder().unwrap().build().unwrap();
    assert_eq!(client.base_url(), "http://msdktest.tencent-cloud.net");
    assert_eq!(client.app_id_of(Platform::WeChat), Some("wx1"));
    assert_eq!(client.prepare(&session(), GetGift).unwrap().headers()["user-agent"], "game");
    let shown = format!("{:?}", config(whole).unwrap());
    assert!(!shown.contains("key") && !shown.contains("other"), "{shown}");
    assert!(config(r#"{"app_idd":"1"}"#).unwrap_err().to_string().contains("unknown field `app_idd`"));
    assert!(config(r#"{"app_id":"1","app_id":"2"}"#).unwrap_err().to_string().contains("duplicate field `app_id`"));
    let both = config(r#"{"environment":"test","base_url":"http://h"}"#).unwrap().builder().unwrap_err();
    assert_eq!(both.to_string(), "`environment` does nothing beside `base_url`: set one of them");
    for (json, setting) in
        [("max_requests", "max_requests"), ("timeout_ms", "timeout"), ("max_attempts", "max_attempts")]
    {
        let json = format!(r#"{{"app_id":"1","app_key":"k","base_url":"http://h","{json}":0}}"#);
        let error = config(&json).unwrap().builder().unwrap().build().unwrap_err();
        assert_eq!(error.settings().unwrap().setting(), setting);
    }
}

#[test]
fn environments_have_their_hosts() {
    let cases = [
        (Environment::Test, "msdktest.qq.com"),
        (Environment::Production, "msdk.qq.com"),
        (Environment::Idc, "msdk.tencent-cloud.net"),
        (Environment::IdcTest, "msdktest.tencent-cloud.net"),
    ];
    for (environment, host) in cases {
        let client = settings("http://unused").environment(environment).build().unwrap();
        let request = client.prepare(&session(), GetGift).unwrap();
        assert_eq!((request.uri().scheme_str(), request.uri().host()), (Some("http"), Some(host)));
    }
}

/// The environment belongs to the process, so another one is started for each case.
#[test]
fn the_environment_makes_a_client() {
    const CASE: &str = "MSDK_TEST_FROM_ENV";
    if std::env::var_os(CASE).is_some() {
        println!(
            "made: {:?}",
            Client::from_env().and_then(|client| Ok(client.prepare(&session(), GetGift)?.uri().to_string()))
        );
        return;
    }
    let run = |variables: &[(&str, &str)]| {
        let mut command = std::process::Command::new(std::env::current_exe().unwrap());
        for name in ["MSDK_APP_ID", "MSDK_APP_KEY", "MSDK_WX_APP_ID", "MSDK_WX_APP_KEY", "MSDK_BASE_URL"] {
            command.env_remove(name);
        }
        let output = command
            .args(["--exact", "settings::the_environment_makes_a_client", "--nocapture"])
            .env(CASE, "1")
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let id = ("MSDK_APP_ID", "100703379");
    let key = ("MSDK_APP_KEY", "key\r\n");
    let url = ("MSDK_BASE_URL", "http://127.0.0.1:9");
    assert!(run(&[id, key, url]).contains("made: Ok(\"http://127.0.0.1:9/profile/get_gift/?timestamp="));
    let (wx_id, wx_key) = (("MSDK_WX_APP_ID", "wx1"), ("MSDK_WX_APP_KEY", "key"));
    assert!(run(&[id, key, wx_id, wx_key, url]).contains("&appid=100703379&"));
    let of_wechat = run(&[wx_id, wx_key, url]);
    assert!(of_wechat.contains("made: Err(") && of_wechat.contains("`app id` is WeChat's"), "{of_wechat}");
    for (variables, missing) in [([id, wx_id, url], "MSDK_WX_APP_KEY"), ([wx_id, wx_key, id], "MSDK_BASE_URL")] {
        let output = run(&variables);
        assert!(output.contains("made: Err(") && output.contains(missing), "{output}");
    }
    for (variables, missing) in [([id, key], "MSDK_BASE_URL"), ([id, url], "MSDK_APP_KEY"), ([key, url], "MSDK_APP_ID")]
    {
        let output = run(&variables);
        assert!(output.contains("made: Err(") && output.contains(missing), "{output}");
    }
}

#[test]
fn nothing_printed_has_a_secret() {
    let client = settings("http://127.0.0.1:1").build().unwrap();
    let printed = format!("{client:?} {:?}", session());
    assert_eq!(
        printed,
        "Client { app_id: \"100703379\", base_url: \"http://127.0.0.1:1\", timeout: 5s, attempt_timeout: 3.5s, .. } \
         Session { openid: OpenId(A328…), token: Some(Secret(…)), ext_info: None, opua: None }"
    );
}

#[test]
fn a_client_is_shared_between_threads() {
    fn is_shared<T: Clone + Send + Sync + 'static>() {}
    fn is_sent<T: Send + 'static>(_: &T) {}
    is_shared::<Client>();
    let client = settings("http://127.0.0.1:1").build().unwrap();
    is_sent(&client.call(&session(), GetGift));
    is_sent(&IntoFuture::into_future(client.call(&session(), GetGift)));
}
