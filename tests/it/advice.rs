//! What an error tells its reader to do: whether the platform may have acted, whose turn it is, what helps.

use msdk::{Advice, ErrorKind, Session, Turn, policy::RetryPolicy};

use crate::support::{Ping, Script, TOKEN, http, ping, ping_answered, session, settings};

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
        assert_eq!((error.advice(), error.raw_answer()), (advice, Some(body)), "{status}");
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
    let closed = settings("http://127.0.0.1:1").retry_policy(RetryPolicy::never()).build().unwrap();
    assert_eq!(ping(&closed, &session(), Ping::default()).await.unwrap_err().turn(), Turn::Network);
    let of_player = ping(&closed, &Session::new("a\tb", TOKEN), Ping::default()).await.unwrap_err();
    assert_eq!((of_player.kind(), of_player.turn()), (ErrorKind::InvalidRequest, Turn::Player));
    assert_eq!(of_player.advice(), Advice::LogInAgain, "the program has nothing to mend");
    let line = of_player.to_string();
    assert!(line.ends_with("; log in again: have the player log in again (the player's turn)"), "{line}");
    let of_program = ping(&closed, &session().with_ext_info("a b"), Ping::default()).await.unwrap_err();
    assert_eq!((of_program.kind(), of_program.turn()), (ErrorKind::InvalidRequest, Turn::Caller));
    assert_eq!(of_program.advice(), Advice::FixRequest);
    let of_both = Session::new("a\tb", TOKEN).with_ext_info("a b");
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
