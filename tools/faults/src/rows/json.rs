//! Answers that are not what the endpoint answers.

use crate::{
    answers::json,
    server::{Server, Step::Serve},
    trial::{Ended, Trial},
};

/// Calls a server that answers with a body.
pub(super) async fn answered(trial: &Trial, body: impl AsRef<[u8]>) -> Ended<'_> {
    let server = Server::always(vec![Serve(json(body))]).await;
    trial.client_at(server.url()).call().await
}

async fn is_malformed(trial: &Trial, bodies: &[&str]) {
    for body in bodies {
        answered(trial, body).await.fails("malformed_answer", true).briefly();
    }
}

pub(crate) async fn no_object(trial: &Trial) {
    is_malformed(trial, &["", "null", "[]", "{}", r#"[0,"ok"]"#, r#"[0,"ok","",0,0,null,[]]"#, "0", r#""ok""#]).await;
}

pub(crate) async fn odd_ret(trial: &Trial) {
    let bodies = ["null", "true", "0.0", "1e0", r#"" 0""#, r#""+0""#, r#""""#, r#""0x0""#, "1e400", "[0]", "{}"];
    for ret in bodies {
        is_malformed(trial, &[&format!(r#"{{"ret":{ret},"msg":"success"}}"#)]).await;
    }
    is_malformed(trial, &[r#"{"msg":"success"}"#, r#"{"ret":18446744073709551616,"msg":""}"#]).await;
    for ret in ["0", r#""0""#] {
        answered(trial, format!(r#"{{"nickName":"sound","ret":{ret}}}"#)).await.succeeds_as("sound");
    }
}

pub(crate) async fn ret_twice(trial: &Trial) {
    is_malformed(trial, &[r#"{"ret":0,"ret":1}"#, r#"{"ret":1,"ret":0}"#, r#"{"ret":0,"r\u0065t":1}"#]).await;
}

pub(crate) async fn around_the_answer(trial: &Trial) {
    for body in ["\u{feff}{\"ret\":0}", " \r\n\t{\"ret\":0}\r\n ", "\u{feff} {\"ret\":0} "] {
        answered(trial, body).await.succeeds();
    }
    is_malformed(trial, &[r#"{"ret":0} x"#, r#"{"ret":0}{"ret":0}"#, r#"x{"ret":0}"#, "{\"ret\":0}\0"]).await;
}

pub(crate) async fn deep_nesting(trial: &Trial) {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for field in ["lists", "unknown"] {
        answered(trial, format!(r#"{{"ret":0,"{field}":{deep}}}"#)).await.fails("malformed_answer", true).briefly();
    }
    let objects = format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    answered(trial, format!(r#"{{"ret":0,"unknown":{objects}}}"#)).await.fails("malformed_answer", true).briefly();
}

pub(crate) async fn many_elements(trial: &Trial) {
    let elements = vec!["0"; 400_000].join(",");
    let ended = answered(trial, format!(r#"{{"ret":0,"lists":[{elements}]}}"#)).await;
    ended.fails("malformed_answer", true).briefly();
    let keys: Vec<_> = (0..50_000).map(|key| format!("\"k{key}\":0")).collect();
    answered(trial, format!(r#"{{"ret":0,{},"nickName":"last"}}"#, keys.join(","))).await.succeeds_as("last");
    let keys = r#","a":0"#.repeat(150_000);
    let ended = answered(trial, format!(r#"{{"ret":0{keys}}}"#)).await;
    ended.fails("malformed_answer", true).briefly();
}

pub(crate) async fn unknown_codes(trial: &Trial) {
    let ended = answered(trial, r#"{"ret":0,"kind":9,"new":{"deep":[1,{"x":null}]},"other":"x"}"#).await.succeeds();
    let kind = ended.result().as_ref().ok().and_then(|reply| reply.kind);
    ended.expect(kind == Some(9), "loses a code that it does not know");
}

pub(crate) async fn swapped_types(trial: &Trial) {
    for (lost, level) in [(r#""1""#, "3"), ("1", r#""3""#), (r#""1""#, r#""3""#)] {
        let body = format!(r#"{{"ret":0,"is_lost":{lost},"level":{level}}}"#);
        let ended = answered(trial, body).await.succeeds();
        let is_right = ended.result().as_ref().is_ok_and(|reply| reply.lost && reply.level == 3);
        ended.expect(is_right, "reads another value");
    }
}
