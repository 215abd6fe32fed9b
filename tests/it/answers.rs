//! What comes back, good and bad, over a real socket.

use std::time::Duration;

use msdk::{Advice, Error, ErrorKind, Turn, msdk_endpoint, msdk_reply};

use crate::support::{
    APP_KEY, Echoing, Ping, PingReply, Script, TOKEN, http, ping, ping_answered, session, settings, what_happened,
};

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
async fn an_answer_to_another_call_is_refused() {
    let script = Script::bodies([r#"{"ret":0,"pong":1,"msdkExtInfo":"call_8"}"#, r#"{"ret":0,"pong":1}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let session = session().with_ext_info("call_7");
    let error = ping(&client, &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MismatchedAnswer);
    assert_eq!(what_happened(&error), "ping: answer to another call: msdkExtInfo is \"call_8\", sent was \"call_7\"");
    assert_eq!(error.answer(), Some(r#"{"ret":0,"pong":1,"msdkExtInfo":"call_8"}"#), "somebody may miss it");
    assert!(ping(&client, &session, Ping::default()).await.is_ok(), "an answer need not echo");
    let script = Script::bodies([r#"{"ret":0,"pong":1,"msdkExtInfo":["call_7"]}"#]).await;
    let error = ping(&settings(&script.base_url).build().unwrap(), &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MismatchedAnswer, "a list is no echo");

    let script = Script::bodies([r#"{"ret":0,"pong":1}"#, r#"{"ret":-502,"msg":"no"}"#, r#"{"ret":0,"pong":1}"#]).await;
    let client = settings(&script.base_url).require_ext_info(true).build().unwrap();
    let error = ping(&client, &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MismatchedAnswer, "unless it is asked to");
    assert_eq!(ping(&client, &session, Ping::default()).await.unwrap_err().ret(), Some(-502), "a refusal need not");
}

#[tokio::test]
async fn each_attempt_has_a_number_of_its_own_and_answers_must_repeat_it_once_one_did() {
    let reply = |ext_info: &str| format!(r#"{{"ret":0,"pong":1{ext_info}}}"#);
    let server = Echoing::start(move |request, sent| match request {
        0 | 2 => reply(""),
        1 | 3 => reply(&format!(r#","msdkExtInfo":"{sent}""#)),
        4 => r#"{"ret":-502,"msg":"no"}"#.to_owned(),
        _ => reply(r#","msdkExtInfo":"0123456789abcdef0123456789abcdef""#),
    })
    .await;
    let client = settings(&server.base_url).build().unwrap();
    let mut outcomes = Vec::new();
    for _ in 0..6 {
        outcomes.push(ping(&client, &session(), Ping::default()).await.map(drop).map_err(|error| error.kind()));
    }
    let foreign = Err(ErrorKind::MismatchedAnswer);
    assert_eq!(outcomes, [Ok(()), Ok(()), foreign, Ok(()), Err(ErrorKind::Refused), foreign]);
    let sent = server.sent();
    assert!(sent.iter().all(|number| number.len() == 32 && number.bytes().all(|byte| byte.is_ascii_hexdigit())));
    assert_eq!(sent.iter().collect::<std::collections::HashSet<_>>().len(), 6, "{sent:?}");
    assert_eq!(server.connections(), 2, "a connection is closed with an answer that is not its own");

    let silent = Script::bodies([r#"{"ret":0,"pong":1}"#; 2]).await;
    let client = settings(&silent.base_url).ext_info(msdk::ExtInfo::Never).build().unwrap();
    assert!(ping(&client, &session(), Ping::default()).await.is_ok());
    assert!(!silent.requests()[0].contains("msdkExtInfo"), "{:?}", silent.requests());
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
async fn a_status_says_what_it_asks_for() {
    let cases = [
        ("503 Busy\r\nRetry-After: 60", "HTTP status 503, asks to wait 60.0 s, body", Advice::Verify),
        (
            "302 Moved\r\nLocation: http://else.where:81/x?sig=1",
            "HTTP status 302, points to else.where, body",
            Advice::FixRequest,
        ),
        ("404 Not Found", "HTTP status 404, body", Advice::FixRequest),
        ("403 Forbidden", "HTTP status 403, body", Advice::Verify),
    ];
    for (status, line, advice) in cases {
        let body = r#"{"ret":0,"gifts":["1001"]}"#;
        let script = Script::raw([http(status, body)]).await;
        let error = ping(&settings(&script.base_url).build().unwrap(), &session(), Ping::default()).await.unwrap_err();
        assert!(error.to_string().contains(line), "{error}");
        assert_eq!((error.advice(), error.answer()), (advice, Some(body)), "{status}");
    }
}

#[tokio::test]
async fn the_line_tells_a_verdict_from_an_open_outcome() {
    let cases = [
        (r#"{"ret":-502,"msg":"x"}"#, "it has not acted", Advice::FixRequest),
        (r#"{"ret":-10000,"msg":"-73,x"}"#, "it refuses before acting, as far as the code tells", Advice::LogInAgain),
        (r#"{"ret":-308,"msg":"x"}"#, "it may have acted", Advice::Verify),
        (r#"{"ret":-308,"msg":"x","err_type":2}"#, "it may have acted", Advice::Verify),
        (
            r#"{"ret":-10000,"msg":"Request overly frequency"}"#,
            "it refuses before acting, as far as the code tells",
            Advice::SlowDown,
        ),
    ];
    for (body, acted, advice) in cases {
        let error = ping_answered(body).await.unwrap_err();
        assert!(error.to_string().contains(&format!("; {acted}; 1 attempt in ")), "{error}");
        assert_eq!(error.advice(), advice, "{body}");
    }
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
    let client = settings(&script.base_url).max_answer_bytes(1000).build().unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(what_happened(&error).ends_with("the answer is larger than 1000 bytes"), "{error}");
    let client = settings(&script.base_url).max_answer_bytes(body.len()).build().unwrap();
    assert!(ping(&client, &session(), Ping::default()).await.is_ok());
}

#[tokio::test]
async fn what_a_server_sends_back_is_shown_without_secrets() {
    // The signature of the time at which the clock of the tests stands.
    let sig = "a40e358132d0e9457e89bf30684b6e6b";
    let echo = format!("\r\nERROR forged {TOKEN} {APP_KEY} ?sig={sig}&openid=x");
    let json = serde_json::json!({ "ret": -1, "msg": echo }).to_string();
    let script = Script::raw([http("500 Oops", &echo), http("200 OK", &echo), http("200 OK", &json)]).await;
    let client = settings(&script.base_url).build().unwrap();
    for _ in 0..3 {
        let error: Error = ping(&client, &session(), Ping::default()).await.unwrap_err();
        let printed = format!("{error} {error:?} {:?}", error.msg());
        assert!(printed.contains("[redacted]") && !printed.contains(TOKEN) && !printed.contains(APP_KEY), "{printed}");
        assert!(!printed.contains(sig), "{printed}");
        assert!(!error.to_string().contains(['\r', '\n']), "one line: {error}");
    }
}

/// Sends secrets in every way a body can hold them.
#[msdk::msdk_endpoint(path = "/game/secrets/", method = POST, reply = (), app_key = "appkey")]
struct Secrets {
    list: Vec<msdk::Secret>,
    #[msdk(secret)]
    payload: Vec<String>,
    #[msdk(secret, range = 0..=9)]
    pin: u32,
    extra: Option<msdk::Secret>,
}

#[tokio::test]
async fn every_secret_of_a_request_is_kept_out_of_errors() {
    let canaries = ["canary-list", "canary-text", "canary\"quoted", APP_KEY];
    let script = Script::raw([http("500 Oops", &canaries.join(" "))]).await;
    let client = settings(&script.base_url).build().unwrap();
    let [list, text, quoted, _] = canaries.map(str::to_owned);
    let request = |pin| Secrets {
        list: vec![list.as_str().into()],
        payload: vec![text.clone()],
        pin,
        extra: Some(quoted.as_str().into()),
    };
    let printed = format!("{:?}", client.call(&session(), request(7)).await.unwrap_err());
    assert_eq!(printed.matches("[redacted]").count(), canaries.len(), "{printed}");

    let error = client.call(&session(), request(4711)).await.unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "`pin` is not one of its values");
}

/// Asks for a ticket.
#[msdk_endpoint(path = "/game/ticket/", method = POST)]
struct Ticket;

#[msdk_reply]
struct TicketReply {
    #[msdk(secret)]
    ticket: String,
    left: u32,
}

#[tokio::test]
async fn a_secret_of_the_server_is_known_by_its_name() {
    const TICKET: &str = "9f1c7a4e55";
    let body = format!(r#"{{"ret":0,"ticket":"{TICKET}","left":-1,"refreshToken":"{TICKET}"}}"#);
    let script = Script::raw([http("200 OK", &body), http("500 Oops", &body)]).await;
    let client = settings(&script.base_url).build().unwrap();
    for kind in [ErrorKind::MalformedAnswer, ErrorKind::HttpStatus] {
        let error = ticket(&client, &session(), Ticket).await.map(|reply| (reply.ticket, reply.left)).unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(error.excerpt().unwrap().contains("[redacted]"), "{error}");
        let everything = format!("{error} {error:?} {:?} {:?}", error.excerpt(), error.answer());
        assert!(!everything.contains(TICKET), "{everything}");
    }
}

#[tokio::test]
async fn a_secret_in_a_header_is_not_shown() {
    let body = r#"{"ret":0,"pong":1}"#;
    for header in
        [format!("302 Moved\r\nLocation: http://{TOKEN}.else.where/"), format!("200 OK\r\nContent-Encoding: {TOKEN}")]
    {
        let script = Script::raw([http(&header, body)]).await;
        let error = ping(&settings(&script.base_url).build().unwrap(), &session(), Ping::default()).await.unwrap_err();
        let line = error.to_string();
        assert!(line.contains("[redacted]") && !line.to_uppercase().contains(TOKEN), "{line}");
    }
}

#[tokio::test]
async fn an_error_says_whose_turn_it_is() {
    let turn_of = async |body: &str| ping_answered(body).await.unwrap_err().turn();
    for (body, turn) in [
        (r#"{"ret":-10000,"msg":"-73,x"}"#, Turn::Player),
        (r#"{"ret":-10000,"msg":"-22,x"}"#, Turn::Player),
        (r#"{"ret":-10000,"msg":"-71,x"}"#, Turn::Player),
        (r#"{"ret":-15000,"msg":"oidb decode0x73a failed, ret:24"}"#, Turn::Player),
        (r#"{"ret":-502,"msg":"x"}"#, Turn::Caller),
        (r#"{"ret":-10000,"msg":"-4,x"}"#, Turn::Registration),
        (r#"{"ret":-303,"msg":"x"}"#, Turn::Registration),
        (r#"{"ret":-304,"msg":"x"}"#, Turn::Caller),
        (r#"{"ret":-306,"msg":"x"}"#, Turn::Platform),
        (r#"{"ret":-306,"msg":"x","err_type":2}"#, Turn::Player),
        (r#"{"ret":-4711,"msg":"x"}"#, Turn::Platform),
        (r#"{"ret":1,"msg":"x"}"#, Turn::Nobody),
        (r#"{"ret":-507,"msg":"x"}"#, Turn::Nobody),
        ("<html>", Turn::Platform),
    ] {
        assert_eq!(turn_of(body).await, turn, "{body}");
    }
    let closed = settings("http://127.0.0.1:1").retry_policy(msdk::RetryPolicy::never()).build().unwrap();
    assert_eq!(ping(&closed, &session(), Ping::default()).await.unwrap_err().turn(), Turn::Network);
    let of_player = ping(&closed, &msdk::Session::new("a\tb", TOKEN), Ping::default()).await.unwrap_err();
    assert_eq!((of_player.kind(), of_player.turn()), (ErrorKind::InvalidRequest, Turn::Player));
    assert_eq!(of_player.advice(), Advice::LogInAgain, "the program has nothing to mend");
    let line = of_player.to_string();
    assert!(line.ends_with("; log in again: have the player log in again (the player's turn)"), "{line}");
    let of_program = ping(&closed, &session().with_ext_info("a b"), Ping::default()).await.unwrap_err();
    assert_eq!((of_program.kind(), of_program.turn()), (ErrorKind::InvalidRequest, Turn::Caller));
    assert_eq!(of_program.advice(), Advice::FixRequest);
    let of_both = msdk::Session::new("a\tb", TOKEN).with_ext_info("a b");
    let of_both = ping(&closed, &of_both, Ping::default()).await.unwrap_err();
    assert_eq!((of_both.advice(), of_both.turn()), (Advice::FixRequest, Turn::Caller), "a login mends one half only");
}

#[tokio::test]
async fn a_verdict_on_a_write_is_no_open_outcome() {
    for body in [r#"{"ret":-10000,"msg":"-22,x"}"#, r#"{"ret":-10000,"msg":"-4,x"}"#, r#"{"ret":-303,"msg":"x"}"#] {
        let error = ping_answered(body).await.unwrap_err();
        assert!(!error.may_have_acted() && error.advice() != Advice::Verify, "{error}");
    }
    for body in [r#"{"ret":-306,"msg":"x"}"#, r#"{"ret":-10000,"msg":"4711,x"}"#, r#"{"ret":77,"msg":"x"}"#] {
        let error = ping_answered(body).await.unwrap_err();
        assert!(error.may_have_acted() && error.advice() == Advice::Verify, "{error}");
    }
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
