//! What is wrong with requests of other clients.

use msdk_mock::{WX_APP_ID, WX_APP_KEY, demo};

use crate::support::{KEY, OPENID, TOKEN, json_of, msdk, run, stdout};

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
fn one_mistake_does_not_hide_the_next() {
    let body = format!(r#"{{"appid":100703379,"openid":"{OPENID}","accessToken":"{TOKEN}"}}"#);
    let line = format!(
        "curl -XPOST 'http://h/auth/verify_login/?timestamp=1381288134000&appid=100703379&sig={}&openid={OPENID}&encode=1' \\\n \
         --data-binary='{body}'",
        "0".repeat(32)
    );
    let verdict = run(&["verify", &line, "--json", "--lang", "zh"]);
    assert_eq!(verdict.status.code(), Some(6));
    let verdict = json_of(&verdict);
    let rets: Vec<i64> =
        verdict["problems"].as_array().unwrap().iter().map(|one| one["ret"].as_i64().unwrap()).collect();
    assert_eq!((verdict["endpoint"].as_str(), rets), (Some("verify_login"), vec![-502, -10000, -1011]), "{verdict}");
    assert!(verdict["problems"][0]["remedy"].as_str().unwrap().contains("签名"), "{verdict}");
    assert!(verdict["problems"][1]["msg"].as_str().unwrap().contains("milliseconds"), "{verdict}");
    assert_eq!(verdict["problems"][1]["text"], "-25,timestamp 是毫秒（13 位），必须是秒（10 位）");
    let text = stdout(&run(&["verify", &line, "--lang", "zh"]));
    let lines: Vec<&str> = text.lines().collect();
    let expected = [
        "有误：`sig` 不是 app key 与 `timestamp` 直接拼接后的 MD5（ret -502）",
        "      msg: `sig` is not the MD5 of the app key followed by `timestamp`",
        "      官方文档：第 1.2 节",
        "有误：-25,timestamp 是毫秒（13 位），必须是秒（10 位）（ret -10000）",
        "      msg: -25,timestamp is in milliseconds (13 digits); it must be in seconds (10)",
        "      官方文档：第 1.2 节",
        "有误：`openkey` 缺失（ret -1011）",
        "      msg: `openkey` is missing",
        "      官方文档：第 1.5 节、第 2.1.1 节",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_request_is_judged_without_a_key_and_without_a_body() {
    let query = format!("timestamp=1381288134&appid=100703379&sig={}&openid={OPENID}&encode=1", "0".repeat(32));
    let url = format!("http://h/relation/qqprofile/?{query}");
    let verdict = msdk(&["verify", &url]).env_remove("MSDK_APP_ID").env_remove("MSDK_APP_KEY").output().unwrap();
    let text = stdout(&verdict);
    assert_eq!(verdict.status.code(), Some(0), "{text}");
    assert!(text.contains("signature was not checked") && text.contains("body was not judged"), "{text}");
    let mut chinese = msdk(&["verify", &url, "--lang", "zh"]);
    let text = stdout(&chinese.env_remove("MSDK_APP_ID").env_remove("MSDK_APP_KEY").output().unwrap());
    assert_eq!(
        text,
        "正确：没有违反任何规则\n说明：没有检查签名，因为既没有设置 MSDK_APP_KEY，也没有给出 --key-file\n\
         说明：没有检查请求体，因为没有给出：--body\n"
    );
}

#[test]
fn a_request_for_a_player_of_wechat_is_judged_by_that_account() {
    let wechat = |arguments: &[&str]| {
        let mut command = msdk(arguments);
        command.env("MSDK_WX_APP_ID", WX_APP_ID).env("MSDK_WX_APP_KEY", WX_APP_KEY).output().unwrap()
    };
    let call = ["call", "wxuserinfo", "--openid", demo::WX_CALLER, "--token", "any", "--dry-run", "--show-secrets"];
    let line = stdout(&wechat(&call));
    let verdict = wechat(&["verify", line.trim()]);
    assert_eq!(
        (verdict.status.code(), stdout(&verdict).trim()),
        (Some(0), "right: nothing in it breaks a rule"),
        "{line}"
    );
    let verdict = wechat(&["verify", &line.replace("wxuserinfo/", "wxuserinfo")]);
    assert!(stdout(&verdict).contains("did you mean /relation/wxuserinfo/?"), "{}", stdout(&verdict));
}
