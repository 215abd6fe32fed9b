//! What operators who read Chinese are told.

use msdk::{Error, ErrorKind, Lang, declare::Endpoint, errors::ErrorSample, msdk_endpoint};

use crate::support::{Ping, Script, http, session, settings};

/// Gives coins.
#[msdk_endpoint(path = "/game/coins/", method = POST, reply = ())]
struct Give {
    /// How many.
    #[msdk(range = 1..=100)]
    coins: u32,
    /// What for.
    #[msdk(bytes = ..=6)]
    reason: String,
    /// To whom.
    #[msdk(items = 1..=2)]
    to: Vec<String>,
    /// In which currency.
    #[msdk(one_of = ["gold", "silver"])]
    kind: String,
}

fn line(error: &Error) -> String {
    error.display(Lang::Zh).to_string()
}

#[test]
fn broken_rules_are_said_in_chinese() {
    let client = settings("http://127.0.0.1:1").build().unwrap();
    let request = Give { coins: 500, reason: "太多了".into(), to: vec![], kind: "iron".into() };
    let error = client.prepare(&session(), request).unwrap_err();
    assert_eq!(
        line(&error),
        "give：请求不合法，未发送：coins 只能是 1 至 100，现为 500；reason 的 UTF-8 编码最多 6 字节，现为 9；\
         to 须为 1 至 2 项，现为 0；kind 只能取 \"gold\"、\"silver\""
    );
    assert_eq!(error.display(Lang::En).to_string(), error.to_string());
    let nobody = client.prepare(&msdk::Session::new("", "token"), Ping::default()).unwrap_err();
    assert_eq!(line(&nobody), "ping：请求不合法，未发送：openid 不能为空；建议重新登录：让玩家重新登录（需玩家处理）");
}

#[tokio::test]
async fn a_refusal_is_said_in_chinese() {
    let script = Script::raw([http("200 OK", r#"{"ret":-10000,"msg":"100015,openkey is revoked"}"#)]).await;
    let client = settings(&script.base_url).build().unwrap();
    let error = client.call(&session(), Ping::default()).await.unwrap_err();
    let line = line(&error);
    let (course, elapsed) = line.split_once("耗时 ").unwrap();
    assert!(
        course.starts_with("ping：平台拒绝：ret -10000, platform code 100015, msg \"100015,openkey is revoked\"："),
        "{line}"
    );
    assert!(course.ends_with("；按错误码判断，平台未执行；1 次尝试，"), "{line}");
    assert!(elapsed.contains(" ms；建议重新登录：") && elapsed.ends_with("（需玩家处理）"), "{line}");
}

/// No kind is left in English: the line of each has a Chinese sentence before its texts from outside.
#[test]
fn every_kind_is_said_in_chinese() {
    assert!(!Ping::META.idempotent);
    for kind in ErrorKind::ALL {
        let error = ErrorSample::of::<Ping>(*kind).build();
        let line = line(&error);
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(line.chars().filter(|c| is_chinese(*c)).count() >= 4, "{kind}: {line}");
        for english in [" attempt", "turn", "nothing was sent: invalid", "may have acted", "invalid request"] {
            assert!(!line.contains(english), "{kind}: {line}");
        }
    }
}
