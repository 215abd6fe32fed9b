//! What comes back, good and bad, over a real socket.

use std::time::Duration;

use msdk::{Advice, Error, ErrorKind};

use crate::support::{Ping, PingReply, Script, http, ping, ping_answered, session, settings, what_happened};

#[tokio::test]
async fn a_success_is_its_reply() {
    for body in [
        r#"{"ret":0,"msg":"success","pong":7}"#,
        r#"{"pong":"7","extra":[{"deep":[]}],"ret":"0"}"#,
        "\u{feff} {\"ret\": 0, \"msg\": null, \"pong\": 7} \r\n",
        r#"{"ret":-0,"pong":7}"#,
    ] {
        assert_eq!(ping_answered(body).await.unwrap(), PingReply { pong: 7 }, "{body}");
    }
}

#[tokio::test]
async fn the_envelope_comes_beside_the_reply() {
    let script = Script::bodies([r#"{"ret":0,"msg":"user is logged in","pong":1,"msdkExtInfo":"call_7"}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let answer = client.call(&session().with_ext_info("call_7"), Ping::default()).answer().await.unwrap();
    assert_eq!((answer.reply, answer.msg.as_str()), (PingReply { pong: 1 }, "user is logged in"));
    assert_eq!(answer.ext_info.as_deref(), Some("call_7"));
    assert!(script.requests()[0].contains("&msdkExtInfo=call_7 HTTP/1.1"));
}

#[tokio::test]
async fn what_is_no_answer_is_no_success() {
    let cases = [
        ("", "expected JSON, found an empty body"),
        ("<html>502</html>", "expected JSON, found a page of HTML or XML"),
        (r#"{"ret":0,"pong"#, "expected JSON, found JSON that breaks off"),
        ("ok", "expected JSON, found something else"),
        ("null", "expected an object, found null"),
        ("[]", "expected an object, found an array"),
        (r#"[0,"ok"]"#, "expected an object, found an array"),
        ("0", "expected an object, found a number"),
        (r#""ok""#, "expected an object, found a string"),
        ("{}", "`ret`: expected a value, found no such field"),
        (r#"{"msg":"success","pong":1}"#, "`ret`: expected a value, found no such field"),
        (r#"{"ret":null,"pong":1}"#, "`ret`: expected an integer, found null"),
        (r#"{"ret":true,"pong":1}"#, "`ret`: expected an integer, found a boolean"),
        (r#"{"ret":0.0,"pong":1}"#, "`ret`: expected an integer, found a fraction"),
        (r#"{"ret":" 0","pong":1}"#, "`ret`: expected an integer, found a string"),
        (r#"{"ret":"+0","pong":1}"#, "`ret`: expected an integer, found a string"),
        (r#"{"ret":"","pong":1}"#, "`ret`: expected an integer, found an empty string"),
        (r#"{"ret":18446744073709551616,"pong":1}"#, "`ret`: expected an integer of 64 bits, found a number"),
        (r#"{"ret":1e400,"pong":1}"#, "`ret`: expected an integer, found a number with an exponent"),
        (r#"{"ret":0,"ret":1,"pong":1}"#, "`ret`: expected a key that comes once, found it twice"),
        (r#"{"ret":0,"pong":1} x"#, "expected JSON, found something after the answer"),
        (r#"{"ret":0,"pong":1}{"ret":0,"pong":1}"#, "expected JSON, found two documents"),
        (r#"{"ret":0}"#, "`pong`: expected a value, found no such field"),
        (r#"{"ret":0,"pong":-1}"#, "`pong`: expected an unsigned integer of 32 bits, found a number"),
    ];
    for (body, reason) in cases {
        let error = ping_answered(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MalformedAnswer, "{body}");
        let excerpt = error.excerpt().unwrap();
        assert_eq!(what_happened(&error), format!("ping: malformed answer: {reason}, body \"{excerpt}\""));
    }
    let error = ping_answered(r#"{"ret":0,"pong":[]}"#).await.unwrap_err();
    assert_eq!(error.path(), Some("pong"));
}

#[tokio::test]
async fn bytes_that_are_no_text_are_placed() {
    let script = Script::raw([b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"ret\":\"\xc4\xe3\"} ".to_vec()]).await;
    let client = settings(&script.base_url).build().unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MalformedAnswer);
    assert!(error.to_string().contains("not UTF-8 from byte 8 on"), "{error}");
}

#[tokio::test]
async fn a_refusal_has_its_codes() {
    let error =
        ping_answered(r#"{"ret":-10000,"msg":"100030,is_friend is 0, no","platCode":"2002","err_type":2}"#).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert_eq!(error.endpoint(), Some("ping"));
    assert_eq!((error.ret(), error.platform_code()), (Some(-10000), Some(100_030)));
    assert_eq!((error.plat_code(), error.err_type()), (Some(2002), Some(2)));
    assert_eq!(error.msg(), Some("100030,is_friend is 0, no"));
    assert_eq!(
        what_happened(&error),
        "ping: refused by the platform: ret -10000, platform code 100030, platCode 2002, err_type 2, \
         msg \"100030,is_friend is 0, no\": the player has not agreed to this permission"
    );
}

#[tokio::test]
async fn a_platform_code_is_read_leniently() {
    let cases = [
        (r#"{"ret":-10000,"msg":"-73,the user modify password wrong"}"#, Some(-73)),
        (r#"{"ret":-20000,"msg":" 40001 , invalid credential"}"#, Some(40001)),
        (r#"{"ret":-10000,"msg":"30，服务错误"}"#, Some(30)),
        (r#"{"ret":-10000,"msg":"30"}"#, Some(30)),
        (r#"{"ret":-10000,"msg":"oops, 30"}"#, None),
        (r#"{"ret":-10000,"msg":"","platCode":""}"#, None),
        (r#"{"ret":-10000}"#, None),
        (r#"{"ret":"-502","msg":"30,not the platform's"}"#, None),
    ];
    for (body, code) in cases {
        let error = ping_answered(body).await.unwrap_err();
        assert_eq!((error.kind(), error.platform_code()), (ErrorKind::Refused, code), "{body}");
    }
}

#[tokio::test]
async fn raw_control_characters_in_a_text_are_read() {
    let body = "{\"ret\":-10000,\"msg\":\"30,null APIException: \t30,response \\\"error\\\" \u{1}30\"}";
    let error = ping_answered(body).await.unwrap_err();
    assert_eq!((error.kind(), error.platform_code()), (ErrorKind::Refused, Some(30)));
    assert_eq!(error.msg(), Some("30,null APIException: \t30,response \"error\" \u{1}30"));
    assert_eq!(ping_answered("{\t\"ret\":0,\"x\":\"\t\",\"pong\":3}").await.unwrap(), PingReply { pong: 3 });
}

#[tokio::test]
async fn what_the_access_layer_turned_away_was_not_done() {
    for (ret, may_have_acted) in [(-502, false), (-901, false), (-101, true), (-308, true), (-10000, true)] {
        let error = ping_answered(&format!(r#"{{"ret":{ret},"msg":"x"}}"#)).await.unwrap_err();
        assert_eq!(error.may_have_acted(), may_have_acted, "{ret}");
    }
}

#[tokio::test]
async fn an_odd_envelope_does_not_hide_its_ret() {
    let error = ping_answered(r#"{"ret":-1,"msg":{"x":1},"platCode":"x","err_type":{}}"#).await;
    let error = error.unwrap_err();
    assert_eq!((error.ret(), error.msg(), error.plat_code(), error.err_type()), (Some(-1), Some(""), None, None));
}

#[tokio::test]
async fn the_codes_of_a_refusal_are_read_from_any_bytes() {
    let expired: &[u8] = b"{\"ret\":-10000,\"msg\":\"-73,\xc3\xdc\xc2\xeb\xd2\xd1\xd0\xde\xb8\xc4\"}";
    let backslash: &[u8] = b"{\"msg\":\"-73,\xd5\x5c\",\"ret\":-10000,\"platCode\":\"7\",\"err_type\":2}";
    let latin: &[u8] = b"{\"ret\":-10000,\"msg\":\"-73,caf\xe9\"}";
    let cut: &[u8] = b"{\"ret\":-10000,\"msg\":\"-73,\xe5\xa5\"}";
    let tab: &[u8] = b"{\"ret\":-10000,\"msg\":\"-73,\xc3\xdc\t\"}";
    for body in [expired, backslash, latin, cut, tab] {
        let error = ping_answered_bytes(body).await.unwrap_err();
        assert_eq!((error.kind(), error.platform_code()), (ErrorKind::Refused, Some(-73)), "{body:?}");
        assert_eq!(error.advice(), Advice::LogInAgain, "{body:?}");
    }
    for body in [b"{\"ret\":0,\"pong\":1,\"x\":\"\xc3\xdc\"}".as_slice(), b"\xc3\xdc", b"{\"msg\":\"\xc3\xdc\"}"] {
        let error = ping_answered_bytes(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MalformedAnswer, "{body:?}");
        assert!(error.to_string().contains("not UTF-8 from byte "), "{error}");
    }
}

async fn ping_answered_bytes(body: &[u8]) -> Result<PingReply, Error> {
    let mut answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
    answer.extend_from_slice(body);
    let script = Script::raw([answer]).await;
    ping(&settings(&script.base_url).build().unwrap(), &session(), Ping::default()).await
}

#[tokio::test]
async fn a_status_is_shown_with_the_body() {
    for status in ["204 No Content", "404 Not Found", "500 Oops", "503 Busy"] {
        let body = if status.starts_with("204") { "" } else { "<h1>\u{1b}[31mno</h1>\r\n" };
        let script = Script::raw([http(status, body)]).await;
        let client = settings(&script.base_url).build().unwrap();
        let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::HttpStatus);
        assert_eq!(error.status().unwrap().to_string(), status[..3]);
        assert_eq!(error.excerpt(), Some(if body.is_empty() { "" } else { r"<h1>\u{1b}[31mno</h1>\r\n" }));
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Script::bodies([r#"{"ret":0,"pong":1}"#]).await;
        let answer =
            format!("HTTP/1.1 {status} Moved\r\nLocation: {}/x\r\nContent-Length: 0\r\n\r\n", elsewhere.base_url);
        let script = Script::raw([answer.into_bytes()]).await;
        let client = settings(&script.base_url).build().unwrap();
        let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
        assert_eq!(error.status(), Some(status));
        assert!(elsewhere.requests().is_empty());
    }
}

#[tokio::test]
async fn what_was_not_sent_is_told_from_what_may_have_been() {
    let gone = Script::bodies([]).await.base_url.clone();
    let error = ping(&settings(&gone).build().unwrap(), &session(), Ping::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::NotSent, false));
    let host = gone.strip_prefix("http://").unwrap();
    assert!(error.to_string().contains(host) && !error.to_string().contains("sig"), "{error}");

    for answer in [
        &b""[..],
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ret\":0,",
        b"HTTP/1.1 200 OK\r\n\r\n{\"ret\":0,",
    ] {
        let script = Script::raw([answer.to_vec()]).await;
        let client = settings(&script.base_url).build().unwrap();
        let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Transport, true));
        assert_eq!(script.requests().len(), 1, "sent once");
    }
}

#[tokio::test]
async fn a_call_ends_in_time() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let limit = Duration::from_millis(200);
    let patient = settings(&base_url).build().unwrap();
    let hasty = settings(&base_url).timeout(limit).build().unwrap();
    let calls = [patient.call(&session(), Ping::default()).timeout(limit), hasty.call(&session(), Ping::default())];
    for call in calls {
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.is_timeout()), (ErrorKind::Transport, true));
        assert!(error.to_string().contains("1 attempt"), "no time was left for another: {error}");
    }
}

#[tokio::test]
async fn a_large_answer_is_cut_off() {
    let body = format!(r#"{{"ret":0,"pong":1,"x":"{}"}}"#, "x".repeat(1000));
    let script = Script::bodies([body.as_str(); 2]).await;
    let client = settings(&script.base_url)
        .connections(msdk::transport::HyperTransport::builder().max_answer_bytes(1000))
        .build()
        .unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(what_happened(&error).ends_with("the answer is larger than 1000 bytes"), "{error}");
    let client = settings(&script.base_url)
        .connections(msdk::transport::HyperTransport::builder().max_answer_bytes(body.len()))
        .build()
        .unwrap();
    assert!(ping(&client, &session(), Ping::default()).await.is_ok());
}

#[test]
fn the_line_of_many_broken_rules_is_short() {
    let openids = vec![msdk::OpenId::from(""); 10_001];
    let request = msdk::qq::relation::QqstrangeProfile { vcopenid: openids };
    let error = settings("http://127.0.0.1:1").build().unwrap().prepare(&session(), request).unwrap_err();
    assert_eq!(error.violations().len(), 10_001);
    let line = error.to_string();
    assert!(line.ends_with("`vcopenid[7]` must not be empty; and 9993 more"), "{line}");
    assert!(line.len() < 500, "{line}");
}
