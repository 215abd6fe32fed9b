//! A request as the gateway reads it.

use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use http::{Request, Uri};
use msdk_core::{
    UnixTime,
    protocol::MsdkSigner,
    transport::{Attempt, Transport},
};
use msdk_mock::{APP_KEY, Gateway, demo};
use serde_json::{Map, Value};

use crate::{NOW, reference::percent};

/// Hands the gateway a request: a line of method, space, path and query, and the body behind it.
///
/// # Panics
///
/// If the answer is no answer, has a secret in it, or says success to a caller who did not prove who they are.
pub fn run(input: &[u8]) {
    let Some(request) = read(input) else { return };
    let (query, body) = (request.uri().query().unwrap_or_default().to_owned(), request.body().clone());
    let gateway = Gateway::builder().clock(UnixTime::from_secs(NOW)).in_process();
    let answer = gateway.send(request, Attempt::within(Duration::MAX)).now_or_never().expect("no time passes in it");
    let answer = String::from_utf8(answer.expect("nothing breaks").response.into_body().into()).expect("UTF-8");
    // A path that nothing is at is repeated, whatever it has in it.
    for secret in [APP_KEY, demo::CALLER_TOKEN] {
        assert!(!answer.contains(secret) || String::from_utf8_lossy(input).contains(secret), "{answer}");
    }

    let fields: Map<String, Value> = serde_json::from_str(&answer).expect("an answer is an object");
    let ret = fields["ret"].as_i64().expect("`ret` is an integer");
    assert!(fields["msg"].is_string() && (ret == 0 || fields["msg"] != ""), "{answer}");
    if ret == 0 {
        check_admitted(&query, &body);
    }
}

/// A request like those that an HTTP server passes on.
fn read(input: &[u8]) -> Option<Request<Bytes>> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let (method, uri) = std::str::from_utf8(&input[..end]).ok()?.split_once(' ')?;
    let uri = uri.parse::<Uri>().ok()?;
    Request::builder().method(method).uri(uri).body(Bytes::copy_from_slice(&input[end + 1..])).ok()
}

/// Holds a request that was admitted against what must have been right.
fn check_admitted(query: &str, body: &[u8]) {
    let pairs = percent::pairs(query).expect("a query that can be decoded");
    let value = |name: &str| {
        let values: Vec<_> = pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| value).collect();
        let [value] = values[..] else { panic!("`{name}` is there {} times", values.len()) };
        value.as_str()
    };
    assert_eq!(value("encode"), "1");
    assert_eq!(value("sig"), MsdkSigner::new(APP_KEY).signature(value("timestamp")).expose());
    let seconds: i64 = value("timestamp").parse().expect("a timestamp");
    assert!(seconds.abs_diff(NOW) <= 600, "{seconds} is long ago");

    let fields: Map<String, Value> = serde_json::from_slice(body).expect("a body that is an object");
    assert_eq!(fields["openid"], value("openid"));
    let appid = &fields["appid"];
    assert_eq!(appid.as_str().map_or_else(|| appid.to_string(), str::to_owned), value("appid"));
}
