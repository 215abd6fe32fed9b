//! Texts that are not what they seem.

use super::json::answered;
use crate::{
    answers::{json, ok},
    contestant::{Order, Settings},
    server::{Server, Step::Serve},
    trial::Trial,
};

pub(crate) async fn raw_controls(trial: &Trial) {
    let body = "{\"ret\":-10000,\"msg\":\"30,null ServiceError: APIException: \t30,response \u{1}error\"}";
    answered(trial, body).await.fails("refused", true).says("30,response", "the platform's text");
    answered(trial, "{\"ret\":0,\"nickName\":\"a\tb\u{1}\r\n\"}").await.succeeds_as("a\tb\u{1}\r\n");
}

pub(crate) async fn no_utf8(trial: &Trial) {
    let named = |name: &[u8]| [br#"{"ret":0,"nickName":""#, name, br#""}"#].concat();
    // Two words in GBK, one of which ends in the byte of a backslash.
    for name in [&b"\xc4\xe3\xba\xc3"[..], b"\x81\x5c", b"\xc4\""] {
        answered(trial, named(name)).await.fails("malformed_answer", true).says("byte 21", "the place").briefly();
    }
    let server = Server::always(vec![Serve(json(named(b"A\xc4\xe3B")))]).await;
    let settings = Settings { lossy: true, ..trial.settings(server.url()) };
    let ended = trial.client(&settings).call().await.succeeds();
    let is_kept = ended.result().as_ref().is_ok_and(|reply| reply.name.starts_with('A') && reply.name.ends_with('B'));
    ended.expect(is_kept, "loses the text around it");
}

pub(crate) async fn odd_characters(trial: &Trial) {
    let long = "x".repeat(900_000);
    for (written, name) in [(r"\u0000", "\0"), ("\u{202e}abc", "\u{202e}abc"), (r"\ud83d\ude00", "😀"), (&long, &long)]
    {
        answered(trial, format!(r#"{{"ret":0,"nickName":"{written}"}}"#)).await.succeeds_as(name);
    }
    let half = answered(trial, r#"{"ret":0,"nickName":"\ud83d"}"#).await;
    let is_known = half.result().as_ref().map_or_else(|failure| failure.kind == "malformed_answer", |_| true);
    half.expect(is_known, "cannot say what is wrong");
    answered(trial, r#"{"ret":0,"unknown":"\ud83d"}"#).await.succeeds();
    for msg in [r"\u0000\u001b[2J\u202e\u2028x", r"half \ud83d", &long] {
        answered(trial, format!(r#"{{"ret":-1,"msg":"{msg}"}}"#)).await.fails("refused", true).briefly();
    }
}

pub(crate) async fn openid_of_anything(trial: &Trial) {
    let long = "x".repeat(10_000);
    let odd = ["a&sig=forged", "a=b", "a#b", "a%26b", "a b", "a\r\nX: y", "a\0b", &long, "😀", "", "a&openid=b", "a+b"];
    for openid in odd {
        let server = Server::always(vec![Serve(ok())]).await;
        let order = Order { openid: openid.to_owned(), ..trial.order() };
        let ended = trial.client_at(server.url()).call_with(order).await;
        for request in server.requests() {
            let sent: Vec<_> = request.parameters("openid").map(decoded).collect();
            trial.expect(sent == [openid], "sends another openid than it was given");
            let signatures: Vec<_> = request.parameters("sig").collect();
            trial.expect(signatures.len() == 1 && signatures != ["forged"], "lets the openid forge a signature");
            trial.expect(request.header("x").is_none(), "lets the openid forge a header");
        }
        let is_refused = ended.result().as_ref().is_err_and(|failure| !failure.may_have_acted);
        ended.expect(server.requests().len() == 1 || is_refused, "neither sends nor refuses it");
    }
}

/// Undoes percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digits = tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = tail.get(byte.map_or(0, |_| 2)..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What is printed of failures is looked at in every row; here there is something to be seen.
pub(crate) async fn forged_log_lines(trial: &Trial) {
    for msg in [r"x\r\nERROR forged: all is lost", r"\u001b[2J\u001b[31mx", r"\u202egnolx", r"\u2028x\u0085\u200b"] {
        answered(trial, format!(r#"{{"ret":-1,"msg":"{msg}"}}"#)).await.fails("refused", true).says("x", "its text");
    }
    let order = Order { ext_info: Some("call\r\nERROR forged".into()), ..trial.order() };
    let server = Server::always(vec![Serve(ok())]).await;
    let ended = trial.client_at(server.url()).call_with(order).await;
    let is_refused = ended.result().as_ref().is_err_and(|failure| !failure.may_have_acted);
    ended.expect(is_refused, "sends a line break of the caller's, or drops it silently");
}
