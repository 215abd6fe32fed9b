//! Other envelopes than the one of the vendor's document.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use msdk::{
    Account, ErrorKind, Secret, Session, msdk_endpoint, msdk_reply,
    protocol::{AnswerFormat, Codec, Draft, MsdkProtocol, MsdkSigner, Outbound, Protocol, ProtocolError, V3Protocol},
    qq::relation::Qqprofile,
};

use crate::support::{APP_ID, APP_KEY, OPENID, Ping, Script, TOKEN, http, ping, session, settings, what_happened};

const MSDK_KEY: &str = "5d8e1a2b3c4f5061728394a5b6c7d8e9";

fn query_of(protocol: impl Protocol) -> (String, String) {
    let client = settings("http://127.0.0.1:1").protocol(protocol).build().unwrap();
    let request = client.prepare(&session().with_ext_info("n1"), Qqprofile).unwrap();
    (request.uri().path().to_owned(), request.uri().query().unwrap().to_owned())
}

#[test]
fn v3_signs_with_the_key_of_the_platform() {
    let (path, query) = query_of(V3Protocol::new(MSDK_KEY).version("3.3.5").https_urls(true));
    assert_eq!(path, "/relation/qqprofile");
    // md5 of MSDK_KEY and the time.
    let sig = "6832c7cdd7cf097a148e04feb2c2c69c";
    assert_eq!(
        query,
        format!(
            "timestamp=1381288134&appid={APP_ID}&sig={sig}&openid={OPENID}&encode=2&conn=1&msdkExtInfo=n1&version=3.3.5&ishttps=1"
        )
    );
}

#[test]
fn v3_may_sign_with_the_app_key() {
    let (_, query) = query_of(V3Protocol::with_app_key());
    let sig = "a40e358132d0e9457e89bf30684b6e6b";
    assert_eq!(
        query,
        format!("timestamp=1381288134&appid={APP_ID}&sig={sig}&openid={OPENID}&encode=1&conn=1&msdkExtInfo=n1")
    );
}

#[test]
fn a_protocol_refuses_an_account_that_it_cannot_work_with() {
    let settings = || msdk::Client::builder().app_id(APP_ID).base_url("http://127.0.0.1:1");
    let error = settings().protocol(V3Protocol::with_app_key()).build().unwrap_err().to_string();
    assert!(error.contains("`protocol`: there is no app key to sign with"), "{error}");
    let error = settings().protocol(V3Protocol::new("")).build().unwrap_err().to_string();
    assert!(error.contains("`protocol`: the msdkkey is empty"), "{error}");
    assert!(settings().protocol(V3Protocol::new(MSDK_KEY)).build().is_ok());
    let signer = MsdkSigner::new(APP_KEY);
    let error = settings().signer(signer).protocol(V3Protocol::new(MSDK_KEY)).build().unwrap_err().to_string();
    assert!(error.contains("`signer` does nothing beside `protocol`"), "{error}");
}

#[test]
fn an_account_may_have_a_protocol_of_its_own() {
    let wechat = Account::new("wx1", "key").protocol(MsdkProtocol::new(MsdkSigner::new("key")));
    let client = settings("http://127.0.0.1:1").protocol(V3Protocol::new(MSDK_KEY)).wechat(wechat).build().unwrap();
    let of_qq = client.prepare(&session(), Ping::default()).unwrap();
    assert!(of_qq.uri().path() == "/game/ping" && of_qq.uri().query().unwrap().contains("&encode=2&"));
    let of_wechat = client.prepare(&Session::wechat("o1", TOKEN), Ping::default()).unwrap();
    assert!(of_wechat.uri().path() == "/game/ping/" && of_wechat.uri().query().unwrap().contains("&encode=1&"));
}

#[cfg(feature = "tls")]
#[test]
fn v3_has_hosts_of_its_own() {
    use msdk::Environment;

    for (environment, host) in [
        (Environment::V3Android, "ap6.ssl.msdk.qq.com"),
        (Environment::V3Ios, "ip6.ssl.msdk.qq.com"),
        (Environment::V3AndroidTest, "ap6msdktest.ssl.msdk.qq.com"),
        (Environment::V3IosTest, "ip6msdktest.ssl.msdk.qq.com"),
    ] {
        let client = settings("http://unused").environment(environment).build().unwrap();
        let request = client.prepare(&session(), Ping::default()).unwrap();
        assert_eq!((request.uri().scheme_str(), request.uri().host()), (Some("https"), Some(host)));
    }
}

/// Counts milliseconds, has names and a header of its own, signs path, query and body, and says success by `code`.
#[derive(Debug)]
struct Ours {
    salt: Secret,
}

impl Protocol for Ours {
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
        draft.query("gameid", call.app_id);
        draft.query("player", call.openid);
        draft.query("ts", &call.time.as_millis().to_string());
        draft.parameters_of(call);
        let key = call.app_key.ok_or_else(|| ProtocolError::new("there is no app key to sign with"))?;
        let text = format!("{} {} {}", draft.path_and_query(), String::from_utf8_lossy(call.body), key.expose());
        draft.secret_query("digest", &Secret::new(text.bytes().map(u64::from).sum::<u64>().to_string()));
        draft.header(HeaderName::from_static("x-gateway"), HeaderValue::from_static("ours"));
        draft.secret_header(HeaderName::from_static("x-salt"), &self.salt)
    }

    fn answer_format(&self) -> AnswerFormat {
        AnswerFormat { code: "code", message: "message", success: 200 }
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.salt]
    }
}

/// A search by the query.
#[msdk_endpoint(path = "/game/search/", method = GET, appid = none, openid = none, token = none)]
struct Search {
    name: String,
}

/// How many there are.
#[msdk_reply]
#[derive(Debug)]
struct SearchReply {
    found: u32,
}

#[tokio::test]
async fn a_gateway_of_ones_own_takes_a_few_lines() {
    let found = r#"{"ret":-1,"msg":"not the envelope's","found":3,"code":200,"message":"fine"}"#;
    let missed = r#"{"code":404,"message":"nobody; salty, 5678"}"#;
    let nothing = r#"{"ret":0,"found":3}"#;
    let script = Script::bodies([found, missed, nothing]).await;
    let client = settings(&script.base_url).protocol(Ours { salt: "salty".into() }).build().unwrap();
    let search = |name: &str| client.call(&session(), Search { name: name.to_owned() });

    let answer = search("a b").answer().await.unwrap();
    assert_eq!((answer.reply.found, answer.msg.as_str()), (3, "fine"));
    let refused = search("c").await.unwrap_err();
    assert_eq!((refused.kind(), refused.ret()), (ErrorKind::Refused, Some(404)));
    assert!(what_happened(&refused).contains("nobody; "), "{refused}");
    assert!(!format!("{refused:?}").contains("salty"), "{refused:?}");
    let odd = search("d").repeatable().await.unwrap_err();
    assert_eq!(odd.kind(), ErrorKind::MalformedAnswer);
    assert!(odd.to_string().contains("`code`: expected a value, found no such field"), "{odd}");

    let request = &script.requests()[0];
    let line = format!("GET /game/search/?gameid={APP_ID}&player={OPENID}&ts=1381288134000&name=a%20b");
    let sum: u64 = format!("{}  {APP_KEY}", &line[4..]).bytes().map(u64::from).sum();
    assert!(request.starts_with(&format!("{line}&digest={sum} HTTP/1.1\r\n")), "{request}");
    assert!(request.contains("x-gateway: ours\r\n") && request.contains("x-salt: salty\r\n"), "{request}");
}

#[tokio::test]
async fn a_protocol_that_cannot_write_sends_nothing() {
    let script = Script::bodies([]).await;
    let protocol = Ours { salt: "line\nbreak".into() };
    let client = settings(&script.base_url).protocol(protocol).build().unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let expected = "ping: invalid request, nothing was sent: `request` cannot be written: the header `x-salt` would have characters that no header can have";
    assert_eq!(what_happened(&error), expected);
    assert!(script.requests().is_empty());
}

/// A cipher that nobody should use.
#[derive(Debug)]
struct Rot(u8);

impl Codec for Rot {
    fn write(&self, json: Bytes) -> Result<Bytes, ProtocolError> {
        Ok(json.iter().map(|byte| byte.wrapping_add(self.0)).collect::<Vec<_>>().into())
    }

    fn read(&self, headers: &HeaderMap, answer: Bytes) -> Result<Bytes, ProtocolError> {
        if !headers.contains_key("content-encrypt") {
            return Ok(answer);
        }
        if answer.is_empty() {
            return Err(ProtocolError::new("the cipher text is cut off"));
        }
        Ok(answer.iter().map(|byte| byte.wrapping_sub(self.0)).collect::<Vec<_>>().into())
    }

    fn content_type(&self) -> Option<HeaderValue> {
        Some(HeaderValue::from_static("application/octet-stream"))
    }
}

/// V3 with ciphered bodies.
#[derive(Debug)]
struct Ciphered(V3Protocol);

impl Protocol for Ciphered {
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
        draft.header(HeaderName::from_static("content-encrypt"), HeaderValue::from_static("rot"));
        self.0.write(call, draft)
    }

    fn codec(&self) -> Option<&dyn Codec> {
        Some(&Rot(1))
    }

    fn secrets(&self) -> Vec<&Secret> {
        self.0.secrets()
    }
}

#[tokio::test]
async fn bodies_may_be_ciphered_for_every_endpoint() {
    let ciphered = |text: &str| {
        let body = Rot(1).write(Bytes::copy_from_slice(text.as_bytes())).unwrap();
        let mut answer =
            format!("HTTP/1.1 200 OK\r\nContent-Encrypt: rot\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
        answer.extend_from_slice(&body);
        answer
    };
    let refusal = http("200 OK", r#"{"ret":-1,"msg":"plain"}"#);
    let script = Script::raw([ciphered(r#"{"ret":0,"pong":7}"#), refusal, ciphered(""), ciphered("")]).await;
    let client = settings(&script.base_url).protocol(Ciphered(V3Protocol::new(MSDK_KEY))).build().unwrap();
    assert_eq!(ping(&client, &session(), Ping::default()).await.unwrap().pong, 7);
    let refused = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!((refused.ret(), refused.kind()), (Some(-1), ErrorKind::Refused));
    let broken = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!(broken.kind(), ErrorKind::MalformedAnswer);
    assert!(broken.to_string().contains("the cipher text is cut off"), "{broken}");

    let request = &script.requests()[0];
    assert!(request.contains("content-type: application/octet-stream\r\n"), "{request}");
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let opened: String = body.bytes().map(|byte| char::from(byte - 1)).collect();
    assert!(opened.starts_with(&format!(r#"{{"appid":"{APP_ID}","#)), "{opened}");
}

/// Cipher text as the body, and a form as the answer.
#[derive(Debug)]
struct Opaque;

impl Codec for Opaque {
    fn write(&self, json: Bytes) -> Result<Bytes, ProtocolError> {
        let body: serde_json::Value =
            serde_json::from_slice(&json).map_err(|_| ProtocolError::new("the body is no JSON"))?;
        let text = body["cipher"].as_str().filter(|text| !text.is_empty());
        let text = text.ok_or_else(|| ProtocolError::new("there is no cipher text"))?;
        Ok(Bytes::copy_from_slice(text.as_bytes()))
    }

    fn read(&self, _: &HeaderMap, answer: Bytes) -> Result<Bytes, ProtocolError> {
        if answer.starts_with(b"{") {
            return Ok(answer);
        }
        let text = std::str::from_utf8(&answer).map_err(|_| ProtocolError::new("the answer is no UTF-8"))?;
        let mut fields = serde_json::Map::from_iter([("ret".to_owned(), 0.into())]);
        let pairs = text.split('&').filter_map(|field| field.split_once('='));
        fields.extend(pairs.map(|(name, value)| (name.to_owned(), value.into())));
        Ok(serde_json::Value::from(fields).to_string().into())
    }
}

/// What a browser of the game was given to prove its player.
#[msdk_endpoint(
    path = "/comm/decrypv1", method = POST, appid = none, openid = none, token = none, idempotent, codec = Opaque,
)]
struct Decrypv1 {
    #[msdk(secret)]
    cipher: String,
}

/// Who it was given to.
#[msdk_reply]
#[derive(Debug)]
struct Decrypv1Reply {
    acctype: String,
    openid: String,
    access_token: Secret,
    platid: u32,
}

#[tokio::test]
async fn an_endpoint_may_have_a_codec_of_its_own() {
    let opened = format!("acctype=qq&appid={APP_ID}&openid={OPENID}&access_token={TOKEN}&platid=1");
    let script = Script::bodies([opened.as_str(), r#"{"ret":-1,"msg":"no"}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let open = |cipher: &str| client.call(&session(), Decrypv1 { cipher: cipher.to_owned() });
    let reply = open("0123ABCD").await.unwrap();
    assert_eq!((reply.acctype.as_str(), reply.openid.as_str(), reply.platid), ("qq", OPENID, 1));
    assert_eq!(reply.access_token.expose(), TOKEN);
    assert_eq!(open("0123ABCD").await.unwrap_err().ret(), Some(-1));
    let refused = open("").await.unwrap_err();
    assert_eq!(
        what_happened(&refused),
        "decrypv1: invalid request, nothing was sent: `body` cannot be written: there is no cipher text"
    );
    let requests = script.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests[0].ends_with("\r\n\r\n0123ABCD"), "{}", requests[0]);
}
