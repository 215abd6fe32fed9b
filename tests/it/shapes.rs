//! What a declaration says about values, by the bytes that are sent and read.

mod by_serde;
mod generics;
mod maps;
mod masks;
mod objects;
mod quoted;
mod recursive;
mod untagged;

use msdk::{
    ErrorKind,
    declare::{Decode, Endpoint},
};

use crate::support::{Script, session, settings};

/// Calls an idempotent endpoint once for each answer: the replies, or the texts of the errors.
pub(crate) async fn read<R: Decode>(
    endpoint: impl Endpoint<Reply = R> + Copy,
    answers: &[&str],
) -> Vec<Result<R, String>> {
    let script = Script::bodies(answers.iter().copied()).await;
    let client = settings(&script.base_url).build().unwrap();
    let mut replies = Vec::new();
    for _ in answers {
        replies.push(client.call(&session(), endpoint).await.map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::MalformedAnswer, "{error}");
            error.to_string()
        }));
    }
    replies
}

/// Whether an error names the endpoint, the place and what is wrong there.
pub(crate) fn says<R>(reply: &Result<R, String>, endpoint: &str, what: &str) -> bool {
    reply.as_ref().is_err_and(|error| error.contains(endpoint) && error.contains(what))
}

/// Has a server repeat what it was sent, in an answer that is none, and returns what is said of that.
pub(crate) async fn said_of_an_echo(endpoint: impl Endpoint<Reply = ()> + Copy) -> String {
    let request = settings("http://127.0.0.1:1").build().unwrap().prepare(&session(), endpoint).unwrap();
    let echo = format!("<html>{}</html>", String::from_utf8_lossy(request.body()));
    let script = Script::bodies([echo.as_str()]).await;
    let error = settings(&script.base_url).build().unwrap().call(&session(), endpoint).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MalformedAnswer, "{error}");
    format!("{error} {error:?}")
}
