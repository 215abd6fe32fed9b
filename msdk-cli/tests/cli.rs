//! The command as a user runs it, on a gateway of its own.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Output, Stdio},
};

use serde_json::{Value, json};

const KEY: &str = "0123456789abcdef0123456789abcdef";
const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";

/// The command with the app of the gateway's, and no other variable of ours.
fn msdk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_msdk"));
    for name in ["MSDK_BASE_URL", "MSDK_ENVIRONMENT", "MSDK_TOKEN", "MSDK_WX_APP_ID", "MSDK_WX_APP_KEY"] {
        command.env_remove(name);
    }
    command.args(arguments).env("MSDK_APP_ID", "100703379").env("MSDK_APP_KEY", KEY);
    command
}

fn run(arguments: &[&str]) -> Output {
    msdk(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stdout(output)))
}

/// A gateway that is killed in the end.
struct Gateway {
    child: Child,
    url: String,
}

impl Gateway {
    fn start() -> Self {
        let mut child = msdk(&["gateway"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { child, url }
    }

    fn call(&self, arguments: &[&str]) -> Output {
        msdk(arguments).env("MSDK_BASE_URL", &self.url).output().unwrap()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn calls_go_to_a_gateway_and_end_with_a_code() {
    let gateway = Gateway::start();
    let profile = gateway.call(&["call", "/relation/qqprofile/", "--openid", OPENID, "--token", TOKEN]);
    assert_eq!((profile.status.code(), &json_of(&profile)["nickName"]), (Some(0), &json!("憨特")));

    let refused = gateway.call(&["call", "qqprofile", "--openid", OPENID, "--token", "wrong", "--lang", "zh"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(stderr(&refused).contains("平台拒绝：ret") && !stderr(&refused).contains("wrong"), "{}", stderr(&refused));

    let friends = ["call", "qqfriends_vip", "--openid", OPENID, "--token", TOKEN, "--json"];
    let broken = gateway.call(&[&friends[..], &["--set", "fopenids=[]", "--set", "typo=1"]].concat());
    assert_eq!(broken.status.code(), Some(3));
    let error: Value = serde_json::from_slice(&broken.stderr).unwrap();
    let message = error["error"]["message"].as_str().unwrap();
    assert!(message.contains("`fopenids` must have 1 to 50 items, has 0"), "{message}");
    assert!(message.contains("`flags` is required") && message.contains("`typo` is none of"), "{message}");

    let nobody = msdk(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN]);
    let mut nobody = nobody;
    assert_eq!(nobody.env("MSDK_BASE_URL", "http://127.0.0.1:1").output().unwrap().status.code(), Some(5));
    assert_eq!(run(&["call", "nothing", "--openid", OPENID]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_gateway_ends_when_it_is_told_to() {
    let mut gateway = Gateway::start();
    let pid = gateway.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert_eq!(gateway.child.wait().unwrap().code(), Some(0));
    let open = run(&["gateway", "--listen", "0.0.0.0:0"]);
    assert_eq!(open.status.code(), Some(2));
    assert!(stderr(&open).contains("listens on this machine only"));
}

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

/// Requests in the shapes in which clients of other languages have them.
#[test]
fn verdicts_name_what_is_wrong() {
    let body = format!(r#"{{"appid":"100703379","openid":"{OPENID}","accessToken":"{TOKEN}"}}"#);
    let sign = |timestamp: &str| stdout(&run(&["sign", timestamp])).trim().to_owned();
    let sig = sign("1381288134");
    let good = format!("timestamp=1381288134&appid=100703379&sig={sig}&openid={OPENID}&encode=1");
    let path = "http://h/relation/qqprofile/";
    let milliseconds = good.replace("1381288134", "1381288134000").replace(&sig, &sign("1381288134000"));
    let cases = [
        (format!("{path}?{good}"), body.clone(), "right: nothing"),
        // Another order of the parameters.
        (
            format!("{path}?openid={OPENID}&sig={sig}&encode=1&appid=100703379&timestamp=1381288134"),
            body.clone(),
            "right",
        ),
        (format!("{path}?{}", good.replace(&sig, &"0".repeat(32))), body.clone(), "`sig`"),
        (format!("{path}?{}", good.replace("encode=1", "encode=2")), body.clone(), "encode"),
        (format!("{path}?{milliseconds}"), body.clone(), "timestamp"),
        (format!("http://h/relation/qqprofil/?{good}"), body.clone(), "qqprofil"),
        (format!("{path}?{good}"), body.replace('}', ",\"typo\":1}"), "`typo`"),
        (format!("{path}?{good}"), body.replace("accessToken", "token"), "`accessToken` is missing"),
        (format!("{path}?{good}"), String::new(), "body"),
    ];
    for (url, body, named) in cases {
        let verdict = run(&["verify", &url, "--body", &body]);
        let text = stdout(&verdict);
        assert_eq!(verdict.status.code(), Some(if named.starts_with("right") { 0 } else { 6 }), "{url} {body}: {text}");
        assert!(text.contains(named), "{url} {body}: {text}");
        assert!(!text.contains(TOKEN) && !text.contains(KEY) && !text.contains(&sig), "{text}");
    }
}

#[test]
fn endpoints_and_codes_are_explained() {
    let listed = json_of(&run(&["endpoints", "--json"]));
    assert_eq!(listed.as_array().unwrap().len(), 32);
    for entry in listed.as_array().unwrap() {
        let described = run(&["describe", entry["path"].as_str().unwrap(), "--json"]);
        assert_eq!(json_of(&described)["name"], entry["name"]);
    }
    let described = stdout(&run(&["describe", "relation/qqfriends_vip", "--lang", "zh"]));
    assert!(described.contains("  fopenids  数组，每项为字符串，必填，1 至 50 项\n"), "{described}");
    let described = json_of(&run(&["describe", "get_gift", "--json"]));
    assert_eq!(described["codes"][0]["table"], "blue-diamond gifts");
    let codes = described["codes"][0]["codes"].as_array().unwrap();
    let ended = codes.iter().find(|code| code["code"] == -5).unwrap();
    assert_eq!(
        (&ended["meaning"]["zh"], &ended["advice"], &ended["turn"]),
        (&json!("不在开放时间内"), &json!("ignore"), &json!("nobody"))
    );
    let all = json_of(&run(&["describe", "get_gift", "--json", "--all-codes"]));
    assert!(all["codes"].as_array().unwrap().len() > 10);
    let lookup = stdout(&run(&["describe", "get_groupopenid"]));
    assert_eq!(
        lookup.matches("  opt  string, optional, one of \"0\", \"1\"\n      What finds the group.\n").count(),
        1,
        "{lookup}"
    );
    let explained = stdout(&run(&["explain", "verify_login", "-10000", "100015,openkey is revoked", "--lang", "zh"]));
    assert!(explained.starts_with("accessToken 已被撤销\n"), "{explained}");
    let explained = json_of(&run(&["explain", "unbind_group", "-10000", "2001,x", "--json"]));
    assert_eq!(explained["platform_code"], json!(2001));
    assert!(stdout(&run(&["completions", "bash"])).contains("_msdk"));
}
