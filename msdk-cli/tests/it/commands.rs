//! The command as a user runs it, on a gateway of its own.

use std::process::Command;

use serde_json::{Value, json};

use crate::support::{Gateway, KEY, OPENID, TOKEN, json_of, msdk, run, stderr, stdout};

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

#[test]
fn fields_are_set_as_the_description_has_them() {
    let set = |endpoint: &str, pairs: &[&str]| {
        let call = ["call", endpoint, "--openid", OPENID, "--token", TOKEN, "--dry-run"];
        let pairs: Vec<&str> = pairs.iter().flat_map(|pair| ["--set", pair]).collect();
        stdout(&run(&[&call[..], &pairs].concat()))
    };
    let score = set("qqscore", &["type=3", "data=7", "expires=1420041600", "bcover=1"]);
    assert!(score.contains(r#""type":3,"data":"7","expires":"1420041600","bcover":1}"#), "{score}");
    let group = set("get_groupopenid", &["opt=0", "unionid=1", "zoneid=2"]);
    assert!(group.contains(r#""opt":"0","unionid":"1","zoneid":"2"}"#), "{group}");
}

#[test]
fn a_mistake_on_the_command_line_is_json_too() {
    for arguments in [&["call", "--json"][..], &["describe", "qqprofil", "--json"], &["sign", "now", "--json"]] {
        let output = run(arguments);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{arguments:?}");
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["error"]["kind"], "usage", "{error}");
    }
    let near = stderr(&run(&["describe", "relation/qqprofil"]));
    assert!(near.contains("did you mean /relation/qqprofile/"), "{near}");
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}

#[test]
fn a_key_is_read_from_a_file_or_a_variable() {
    let signed = stdout(&run(&["sign", "1381288134"]));
    assert_eq!(signed.trim(), "a40e358132d0e9457e89bf30684b6e6b");
    let file = std::env::temp_dir().join(format!("msdk-cli-key-{}", std::process::id()));
    std::fs::write(&file, format!("{KEY}\n")).unwrap();
    let by_file =
        msdk(&["sign", "1381288134", "--key-file", file.to_str().unwrap()]).env_remove("MSDK_APP_KEY").output();
    assert_eq!(stdout(&by_file.unwrap()), signed);
    std::fs::remove_file(&file).unwrap();
    let by_variable = msdk(&["sign", "1381288134", "--app-key-from-env", "OTHER"]).env("OTHER", KEY).output();
    assert_eq!(stdout(&by_variable.unwrap()), signed);
    let none = run(&["sign", "1381288134", "--wechat"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(stderr(&none).contains("MSDK_WX_APP_KEY is not set"), "{}", stderr(&none));
    let missing = run(&["call", "qqprofile", "--openid", OPENID, "--key-file", "/nowhere"]);
    assert_eq!(missing.status.code(), Some(1));
}
