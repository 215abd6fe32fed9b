//! What is printed of secrets.

use msdk_mock::{WX_APP_ID, WX_APP_KEY, demo};
use serde_json::json;

use crate::support::{Gateway, KEY, OPENID, TOKEN, json_of, run, stdout};

#[test]
fn a_request_is_shown_without_secrets_unless_they_are_asked_for() {
    let shown = run(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN, "--dry-run"]);
    let line = stdout(&shown);
    assert!(line.starts_with("curl -X POST 'http://msdktest.qq.com/relation/qqprofile/?timestamp="), "{line}");
    assert!(line.contains("sig=***") && !line.contains(TOKEN) && !line.contains(KEY), "{line}");
    let whole = run(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN, "--dry-run", "--show-secrets"]);
    assert!(stdout(&whole).contains(TOKEN) && !stdout(&whole).contains("***"));
    let verdict = run(&["verify", stdout(&whole).trim()]);
    assert_eq!((verdict.status.code(), stdout(&verdict).trim()), (Some(0), "right: nothing in it breaks a rule"));
}

#[test]
fn secrets_are_masked_by_their_declarations() {
    let gateway = Gateway::start();
    let call = |arguments: &[&str]| {
        let mut command = gateway.command(arguments);
        command.env("MSDK_WX_APP_ID", WX_APP_ID).env("MSDK_WX_APP_KEY", WX_APP_KEY).output().unwrap()
    };
    let refreshed = format!("refreshToken={}", demo::WX_CALLER_REFRESH_TOKEN);
    let refresh = ["call", "refresh_token", "--openid", demo::WX_CALLER, "--set", &refreshed];
    let shown = stdout(&call(&[&refresh[..], &["--dry-run"]].concat()));
    assert!(shown.contains(r#""refreshToken":"***""#) && !shown.contains(demo::WX_CALLER_REFRESH_TOKEN), "{shown}");
    let answer = json_of(&call(&refresh));
    assert_eq!((&answer["accessToken"], &answer["refreshToken"]), (&json!("***"), &json!("***")), "{answer}");
    assert_eq!(answer["openid"], demo::WX_CALLER);

    // The app key stands in the body.
    let body = r#"{"filename":"a.jpg","content_type":"image/jpeg","filelength":1,"binary":"%FF"}"#;
    let upload = ["call", "upload_wx", "--openid", demo::WX_CALLER, "--body", body, "--dry-run"];
    let shown = stdout(&call(&upload));
    assert!(shown.contains(r#""secret":"***""#) && !shown.contains(WX_APP_KEY), "{shown}");
    assert!(stdout(&call(&[&upload[..], &["--show-secrets"]].concat())).contains(WX_APP_KEY));

    // In a spelling of its own in JSON and in the shell.
    let token = "it's \"so\"";
    let shown = stdout(&run(&["call", "qqprofile", "--openid", OPENID, "--token", token, "--dry-run"]));
    assert!(shown.contains(r#""accessToken":"***""#) && !shown.contains("so"), "{shown}");
}
