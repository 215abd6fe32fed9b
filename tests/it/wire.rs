//! The bytes of a request.

use msdk::{
    ErrorKind, Secret, Turn,
    policy::ExtInfo,
    protocol::{MsdkSigner, Signer, Unsigned},
    qq::profile::GetGift,
};

use crate::support::{Ping, Script, http, ping, session, settings};

const QUERY: &str = "timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b\
                     &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1";

#[tokio::test]
async fn a_request_is_what_the_document_shows() {
    let script = Script::bodies([r#"{"ret":0,"msg":"","pong":1}"#]).await;
    let client = settings(&script.base_url).ext_info(ExtInfo::Never).build().unwrap();
    let text = Some("摘\"要\n".into());
    ping(&client, &session(), Ping { text }).await.unwrap();

    let body = r#"{"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37","accessToken":"933FE8C9AB9C585D7EABD04373B7155F","text":"摘\"要\n"}"#;
    let host = script.base_url.strip_prefix("http://").unwrap();
    let expected = format!(
        "POST /game/ping/?{QUERY}&conn=1 HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         accept: */*\r\nhost: {host}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len(),
    );
    assert_eq!(script.requests(), [expected]);
}

#[test]
fn what_is_prepared_is_what_would_be_sent() {
    let client = settings("http://127.0.0.1:1/prefix/")
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false))
        .content_type("application/json")
        .build();
    let session = session().with_ext_info("call_7").with_opua("not for this endpoint");
    let request = client.unwrap().prepare(&session, GetGift).unwrap();

    assert_eq!(request.method(), "POST");
    let uri = format!("http://127.0.0.1:1/prefix/profile/get_gift/?{QUERY}&msdkExtInfo=call_7");
    assert_eq!(request.uri().to_string(), uri);
    assert_eq!(request.headers()["content-type"], "application/json");
    let body = r#"{"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37"}"#;
    assert_eq!(request.body(), body);
}

#[test]
fn a_query_is_encoded_as_rfc_3986_has_it() {
    let client = settings("http://127.0.0.1:1")
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false))
        .build()
        .unwrap();
    let session = msdk::Session::without_token("a b&sig=x#%+/\u{1f600}-._~");
    let request = client.prepare(&session, GetGift).unwrap();
    let query = request.uri().query().unwrap();
    assert!(query.contains("&openid=a%20b%26sig%3Dx%23%25%2B%2F%F0%9F%98%80-._~&encode=1"), "{query}");
    assert_eq!(query.matches("sig=").count(), 1);
}

#[tokio::test]
async fn each_call_is_signed_with_its_own_time() {
    #[derive(Debug)]
    struct Ticking(std::sync::atomic::AtomicU64);
    impl msdk::clock::Clock for Ticking {
        fn now(&self) -> std::time::SystemTime {
            let seconds = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds)
        }
    }
    let client =
        settings("http://127.0.0.1:1").clock(Ticking(1_425_513_600.into())).app_key("testkey").build().unwrap();
    let query = |()| client.prepare(&session(), GetGift).unwrap().uri().query().unwrap().to_owned();
    let [first, second] = [(), ()].map(query);
    assert!(first.contains("timestamp=1425513600&appid=100703379&sig=9e3e3171a3056288800ea5a72754855f&"), "{first}");
    let signature = MsdkSigner::new("testkey").signature("1425513601");
    assert!(second.contains(&format!("timestamp=1425513601&appid=100703379&sig={}&", signature.expose())), "{second}");
}

#[tokio::test]
async fn nothing_is_signed_with_a_time_before_1970() {
    let script = Script::bodies([]).await;
    let client = settings(&script.base_url).clock(msdk::UnixTime::from_secs(-1)).build().unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.turn()), (ErrorKind::Machine, Turn::Machine), "{error}");
    assert!(error.to_string().contains("1970") && !error.may_have_acted(), "{error}");
    assert!(client.prepare(&session(), GetGift).is_err());
    assert_eq!(script.connections(), 0);
    assert!(
        settings("http://h").clock(msdk::UnixTime::from_secs(0)).build().unwrap().prepare(&session(), GetGift).is_ok()
    );
}

#[tokio::test]
async fn another_scheme_signs_what_is_sent() {
    #[derive(Debug)]
    struct Lengths;
    impl Signer for Lengths {
        fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
            let query: Vec<_> = request.query.iter().map(|(name, _)| *name).collect();
            let text = format!("{} {} {} {}", request.path, query.join(","), request.timestamp, request.body.len());
            vec![("token", Secret::new(text))]
        }
    }
    let settings = msdk::Client::builder().app_id("1").base_url("http://127.0.0.1:1").signer(Lengths);
    let settings = settings.ext_info(ExtInfo::Never);
    let client = settings.clock(msdk::UnixTime::from_secs(5)).build().unwrap();
    let request = client.prepare(&msdk::Session::without_token("x"), GetGift).unwrap();
    let query = "timestamp=5&appid=1&token=%2Fprofile%2Fget_gift%2F%20timestamp%2Cappid%2Copenid%2Cencode%2Cconn\
                 %205%2026&openid=x&encode=1&conn=1";
    assert_eq!(request.uri().query(), Some(query));
}

#[tokio::test]
async fn connections_are_kept_unless_told_otherwise() {
    for (keep_alive, connections) in [(true, 1), (false, 2)] {
        let script = Script::keeping([r#"{"ret":0,"pong":1}"#; 2]).await;
        let client = settings(&script.base_url)
            .connections(msdk::transport::HyperTransport::builder().keep_alive(keep_alive))
            .build()
            .unwrap();
        for _ in 0..2 {
            ping(&client, &session(), Ping::default()).await.unwrap();
        }
        assert_eq!(script.connections(), connections);
        assert!(script.requests().iter().all(|request| request.contains("&conn=1") == keep_alive));
    }
}

#[tokio::test]
async fn a_connection_is_used_again_after_an_answer_to_the_call_only() {
    for (status, body, connections) in [
        ("200 OK", r#"{"ret":-1,"msg":"refused"}"#, 1),
        ("404 Not Found", "", 2),
        ("500 Oops", "<html>", 2),
        ("101 Switching Protocols", "", 2),
        ("200 OK", r#"{"ret":0,"#, 2),
        ("200 OK", r#"{"ret":0,"pong":1,"msdkExtInfo":"another"}"#, 2),
    ] {
        let script = Script::start([(); 2].map(|()| http(status, body)), true).await;
        let client = settings(&script.base_url).build().unwrap();
        for _ in 0..2 {
            ping(&client, &session().with_ext_info("call_7"), Ping::default()).await.unwrap_err();
        }
        assert_eq!(script.connections(), connections, "{status} {body}");
    }
}
