//! Answers and calls are matched by the `msdkExtInfo` that both carry.

use std::collections::HashSet;

use msdk::{ErrorKind, policy::ExtInfo};

use crate::support::{Echoing, Ping, Script, ping, session, settings, what_happened};

#[tokio::test]
async fn an_answer_to_another_call_is_refused() {
    let script = Script::bodies([r#"{"ret":0,"pong":1,"msdkExtInfo":"call_8"}"#, r#"{"ret":0,"pong":1}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let session = session().with_ext_info("call_7");
    let error = ping(&client, &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MismatchedAnswer);
    assert_eq!(what_happened(&error), "ping: answer to another call: msdkExtInfo is \"call_8\", sent was \"call_7\"");
    assert_eq!(error.raw_answer(), Some(r#"{"ret":0,"pong":1,"msdkExtInfo":"call_8"}"#), "somebody may miss it");
    assert!(ping(&client, &session, Ping::default()).await.is_ok(), "an answer need not echo");
    let script = Script::bodies([r#"{"ret":0,"pong":1,"msdkExtInfo":["call_7"]}"#]).await;
    let error = ping(&settings(&script.base_url).build().unwrap(), &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MismatchedAnswer, "a list is no echo");

    let script = Script::bodies([r#"{"ret":0,"pong":1}"#, r#"{"ret":-502,"msg":"no"}"#, r#"{"ret":0,"pong":1}"#]).await;
    let client = settings(&script.base_url).ext_info(ExtInfo::Always).build().unwrap();
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
    assert_eq!(sent.iter().collect::<HashSet<_>>().len(), 6, "{sent:?}");
    assert_eq!(server.connections(), 2, "a connection is closed with an answer that is not its own");

    let silent = Script::bodies([r#"{"ret":0,"pong":1}"#; 2]).await;
    let client = settings(&silent.base_url).ext_info(ExtInfo::Never).build().unwrap();
    assert!(ping(&client, &session(), Ping::default()).await.is_ok());
    assert!(!silent.requests()[0].contains("msdkExtInfo"), "{:?}", silent.requests());
}
