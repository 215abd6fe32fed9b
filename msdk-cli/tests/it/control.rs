//! The control interface and the pages: what they do, and who may use them.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpStream,
};

use serde_json::{Value, json};

use crate::support::{Gateway, KEY, OPENID, TOKEN, json_of, msdk, refused, stderr};

#[test]
fn players_are_added_changed_and_taken_away() {
    let gateway = Gateway::start();
    let player = |openid: &str| format!("/_msdk/world/players/{openid}");
    gateway.control("PUT", &player("N"), &json!({"token": "token-of-n", "nickname": "新"}));
    gateway.control("PATCH", &player("N"), &json!({"wifi": true, "nickname": null}));
    let read = gateway.control("GET", &player("N"), &Value::Null);
    assert_eq!((&read["nickname"], &read["wifi"]), (&json!(""), &json!(true)));
    let profile = gateway.call(&["call", "get_wifi", "--openid", "N", "--token", "token-of-n"]);
    assert_eq!(json_of(&profile)["wifiVip"], 1);
    gateway.control("DELETE", &player("N"), &Value::Null);
    let refused = |method: &str, path: &str, body: &str| {
        let (status, answer) = gateway.http(method, path, &[], body);
        (status, serde_json::from_str::<Value>(&answer).unwrap()["error"].as_str().unwrap().to_owned())
    };
    assert_eq!(refused("GET", &player("N"), ""), (404, "no player has the openid \"N\"".into()));
    assert_eq!(refused("PATCH", &player("N"), "{}").0, 404);
    let (status, text) = refused("PUT", &player("N"), r#"{"token": 7}"#);
    assert_eq!((status, text.as_str()), (400, "token: invalid type: integer `7`, expected a string"));
    assert_eq!(
        refused("PUT", &player("N"), r#"{"token":"t","openid":"M"}"#),
        (400, "`openid` must be that of the path".into())
    );
    assert_eq!(refused("PUT", "/_msdk/world", r#"{"players":[{"openid":"A","token":"t","friends":["B"]}]}"#).0, 400);
    assert_eq!(refused("GET", "/_msdk/moon", "").0, 404);
    assert_eq!(refused("POST", "/_msdk/world", "").0, 405);
    for path in ["/_msdk/calls?since=abc", "/_msdk/calls/abc", "/_msdk/world/players/%ff"] {
        assert_eq!(refused("GET", path, "").0, 400, "{path}");
    }
    let (status, text) = refused("PATCH", &player(OPENID), r#"{"friends":["NOBODY"]}"#);
    assert_eq!((status, text.contains("\"NOBODY\" is no player")), (400, true), "{text}");
    assert_eq!(refused("PUT", &player("N"), "{}"), (400, "missing field `token`".into()));
    assert_eq!(gateway.http("PUT", "/_msdk/world", &[], &" ".repeat(2 << 20)).0, 400, "a large world is read");
}

#[test]
fn faults_and_settings_are_set_over_http() {
    let gateway = Gateway::start();
    let call = |arguments: &[&str]| {
        gateway.call(&[&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN], arguments].concat())
    };
    let rule = json!({"fault": {"kind": "refuse", "ret": -10000, "msg": "-73,changed"}, "path": "/relation/qqprofile/", "times": 1});
    let id = gateway.control("POST", "/_msdk/faults", &rule)["id"].clone();
    assert!(stderr(&call(&[])).contains("-73"), "{}", stderr(&call(&[])));
    assert_eq!(json_of(&call(&[]))["ret"], 0);
    let faults = gateway.control("GET", "/_msdk/faults", &Value::Null);
    assert_eq!((&faults["faults"][0]["id"], &faults["faults"][0]["struck"]), (&id, &json!(1)));
    gateway.control("DELETE", &format!("/_msdk/faults/{id}"), &Value::Null);
    assert_eq!(gateway.http("DELETE", &format!("/_msdk/faults/{id}"), &[], "").0, 404);
    let misspelt = json!({"fault": {"kind": "hang"}, "path": "/relation/qqprofil/"}).to_string();
    assert_eq!(gateway.http("POST", "/_msdk/faults", &[], &misspelt).0, 400);
    let (status, text) = gateway.http("POST", "/_msdk/faults", &[], r#"{"fault":{"kind":"latency","ms":"soon"}}"#);
    assert_eq!(status, 400);
    assert!(text.contains("fault: invalid type"), "{text}");

    gateway.control("PATCH", "/_msdk/settings", &json!({"clock_offset": 3600}));
    assert!(stderr(&call(&[])).contains("3600 seconds off") || call(&[]).status.success());
    gateway.control(
        "PATCH",
        "/_msdk/settings",
        &json!({"clock_offset": 0, "one_call_a_second": true, "lenient": true}),
    );
    let settings = gateway.control("GET", "/_msdk/settings", &Value::Null);
    assert_eq!(settings, json!({"lenient": true, "one_call_a_second": true, "clock_offset": 0}));
}

#[test]
fn calls_are_recorded_without_secrets_and_streamed() {
    let gateway = Gateway::start();
    let mut stream = TcpStream::connect(gateway.address()).unwrap();
    write!(stream, "GET /_msdk/calls/stream HTTP/1.1\r\nHost: {}\r\n\r\n", gateway.address()).unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("content-type: text/event-stream")));

    gateway.call(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN]);
    let wrong = gateway.http(
        "POST",
        "/relation/qqprofile/?sig=SIG-OF-NOBODY&openid=A",
        &[],
        r#"{"accessToken":"WRONG-TOKEN"}"#,
    );
    assert_eq!(wrong.0, 200);
    let text = gateway.http("GET", "/_msdk/calls", &[], "").1;
    for secret in [TOKEN, KEY, "WRONG-TOKEN", "SIG-OF-NOBODY"] {
        assert!(!text.contains(secret), "{text}");
    }
    let calls: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(calls["count"], 2);
    assert_eq!(
        (&calls["calls"][0]["endpoint"], &calls["calls"][0]["verdict"]["accepted"]),
        (&json!("qqprofile"), &json!(true))
    );
    let verdict = &calls["calls"][1]["verdict"];
    assert_eq!((&verdict["ret"], &verdict["sections"]), (&json!(-506), &json!(["1.2"])));
    let id = &calls["calls"][1]["id"];
    assert_eq!(gateway.control("GET", &format!("/_msdk/calls/{id}"), &Value::Null), calls["calls"][1]);

    let events: Vec<String> = lines.filter_map(|line| Some(line.strip_prefix("data: ")?.to_owned())).take(2).collect();
    let events: Vec<Value> = events.iter().map(|event| serde_json::from_str(event).unwrap()).collect();
    assert_eq!(Value::from(events), calls["calls"]);
    // A reader that comes back says what it has, and one that knows an earlier process gets all.
    for (had, first) in [("Last-Event-ID: 1", 2), ("Last-Event-ID: 57", 1)] {
        let mut stream = TcpStream::connect(gateway.address()).unwrap();
        write!(stream, "GET /_msdk/calls/stream HTTP/1.1\r\nHost: {}\r\n{had}\r\n\r\n", gateway.address()).unwrap();
        let mut ids = BufReader::new(stream).lines().map_while(Result::ok).filter(|line| line.starts_with("id: "));
        assert_eq!(ids.next().unwrap(), format!("id: {first}"));
    }

    // Neither a form nor a path has secrets in the record.
    let form = "openid=A&accessToken=FORM-TOKEN&sig=FORM-SIG";
    gateway.http("POST", "/relation/qqprofile/&Sig=PATH-SIG?openid=A", &[], form);
    let text = gateway.http("GET", "/_msdk/calls", &[], "").1;
    let page = gateway.http("GET", "/_msdk/console/calls/3", &[], "").1;
    for secret in ["FORM-TOKEN", "FORM-SIG", "PATH-SIG"] {
        assert!(!text.contains(secret) && !page.contains(secret), "{secret}: {text}");
    }
    gateway.control("DELETE", "/_msdk/calls", &Value::Null);
    assert_eq!(gateway.control("GET", "/_msdk/calls", &Value::Null), json!({"count": 0, "calls": []}));
}

#[test]
fn pages_of_other_origins_and_other_names_are_refused() {
    let gateway = Gateway::with(&["--host", "gateway.team"]);
    let status = |method: &str, headers: &[&str]| gateway.http(method, "/_msdk/calls", headers, "").0;
    assert_eq!(status("GET", &[]), 200);
    assert_eq!(status("GET", &["Host: localhost:1"]), 200);
    assert_eq!(status("GET", &["Host: gateway.team"]), 200);
    assert_eq!(status("GET", &["Host: evil.test"]), 403);
    assert_eq!(status("DELETE", &["Origin: http://evil.test"]), 403);
    assert_eq!(status("DELETE", &["Origin: null"]), 403);
    assert_eq!(status("GET", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"]), 403);
    let own = format!("Origin: http://{}", gateway.address());
    assert_eq!(status("DELETE", &[&own]), 204);
    // The endpoints are for everybody who can sign.
    let answer = gateway.http("POST", "/relation/qqprofile/", &["Host: evil.test", "Origin: http://evil.test"], "{}");
    assert_eq!(answer.0, 200);
}

#[test]
fn an_access_token_opens_the_gateway_to_others() {
    let mut command = msdk(&["gateway", "--listen", "0.0.0.0:0"]);
    command.env("MSDK_GATEWAY_TOKEN", "open-sesame");
    let gateway = Gateway::of(command);
    let status = |method: &str, path: &str, headers: &[&str], body: &str| gateway.http(method, path, headers, body).0;
    assert_eq!(status("GET", "/_msdk/calls", &[], ""), 401);
    assert_eq!(status("GET", "/_msdk/calls", &["Authorization: Bearer wrong"], ""), 401);
    assert_eq!(status("GET", "/_msdk/calls", &["Authorization: Bearer open-sesame"], ""), 200);
    assert_eq!(status("GET", "/_msdk/health", &[], ""), 200);
    let (head, _) = gateway.exchange("GET", "/", &[], "");
    assert!(head.starts_with("HTTP/1.1 303 ") && head.contains("location: /_msdk/login"), "{head}");
    let form = ["Content-Type: application/x-www-form-urlencoded"];
    assert_eq!(status("POST", "/_msdk/login", &form, "token=wrong"), 401);
    let (head, _) = gateway.exchange("POST", "/_msdk/login", &form, "token=open-sesame");
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    let cookie = format!("Cookie: {}", cookie.split(';').next().unwrap());
    assert_eq!(status("GET", "/", &[&cookie], ""), 200);
    // Without it nobody but this machine may come.
    let refused = refused(&["--listen", "0.0.0.0:0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("--access-token-file"), "{}", stderr(&refused));
}

#[test]
fn the_control_interface_answers_as_its_document_says() {
    let gateway = Gateway::start();
    gateway.call(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN]);
    gateway.control("POST", "/_msdk/faults", &json!({"fault": {"kind": "is_lost"}}));
    let document = gateway.control("GET", "/_msdk/openapi.json", &Value::Null);
    for path in ["/_msdk/health", "/_msdk/world", "/_msdk/calls", "/_msdk/faults", "/_msdk/settings"] {
        let mut schema =
            document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"].clone();
        schema["components"] = document["components"].clone();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let answer = gateway.control("GET", path, &Value::Null);
        let errors: Vec<String> = validator.iter_errors(&answer).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:?}");
    }
}

/// The pages in both languages, without a browser.
#[test]
fn pages_are_in_two_languages_and_have_no_secrets() {
    let gateway = Gateway::start();
    gateway.call(&["call", "qqprofile", "--openid", OPENID, "--token", "WRONG-TOKEN"]);
    let pages = [
        ("/", "调用记录"),
        ("/_msdk/console/calls/1", "应为"),
        ("/_msdk/console/world", "玩家与群"),
        (&format!("/_msdk/console/players/{OPENID}"), "票据状态"),
        ("/_msdk/console/faults", "添加故障"),
        ("/_msdk/console/endpoints", "查询玩家的同玩好友的资料"),
        ("/_msdk/console/endpoints/qqfriends_vip", "发起调用"),
        ("/_msdk/console/reference", "接口文档"),
    ];
    for (path, chinese) in pages {
        let (status, page) = gateway.http("GET", path, &["Accept-Language: zh-CN,zh;q=0.9"], "");
        assert!(status == 200 && page.contains(chinese) && page.contains("lang=\"zh-CN\""), "{path}: {page}");
        let english = gateway.http("GET", path, &["Accept-Language: en"], "").1;
        assert!(!english.contains(chinese), "{path}: {english}");
        for secret in [TOKEN, KEY, "WRONG-TOKEN"] {
            assert!(!page.contains(secret), "{path}: {page}");
        }
    }
    let (english, chinese) =
        ("100013,accessToken is not the token of this player", "-10000 100013,accessToken 不是该玩家的票据");
    let blamed = gateway.http("GET", "/_msdk/console/calls/1", &["Accept-Language: zh"], "").1;
    let badge = format!("<span class=\"badge bad\" title=\"{english}\">{chinese}</span>");
    assert!(blamed.contains(&badge) && blamed.contains(&format!("<small lang=\"en\">{english}</small>")), "{blamed}");
    assert!(blamed.contains("<tr class=\"wrong\"><td><code>accessToken</code>"), "{blamed}");
    let listed = gateway.http("GET", "/", &["Accept-Language: zh"], "").1;
    assert!(listed.contains(&badge), "{listed}");
    let listed = gateway.http("GET", "/", &["Accept-Language: en"], "").1;
    assert!(listed.contains(&format!("<span class=\"badge bad\">-10000 {english}</span>")), "{listed}");
    for path in ["/_msdk/console/calls/99", "/_msdk/console/players/nobody", "/_msdk/console/endpoints/nothing"] {
        assert_eq!(gateway.http("GET", path, &[], "").0, 404, "{path}");
    }
}
