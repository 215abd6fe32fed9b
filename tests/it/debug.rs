//! `Debug` of what is under way: it names settings and places, and shows no value of a request.

use std::fmt;

use msdk::{
    declare::{Encode, Encoder, Report},
    metadata::Shape,
    msdk_endpoint, msdk_object,
};

use crate::support::{APP_KEY, OPENID, PingReply, TOKEN, session, settings};

/// Says what the encoder shows, as the rule that it breaks.
struct Revealing;

impl Encode for Revealing {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.text("value-0");
        out.reject(format!("{out:?}"));
    }
}

#[msdk_object]
struct Item {
    inner: Vec<Revealing>,
}

#[msdk_endpoint(path = "/game/reveal/", method = POST, reply = PingReply, check = rule)]
struct Reveal {
    #[msdk(secret)]
    pin: String,
    items: Vec<Item>,
}

fn rule(_: &Reveal, report: &mut Report<'_>) {
    let shown = format!("{report:?}");
    report.add("pin", shown);
}

#[msdk_endpoint(path = "/game/list/", method = POST, reply = (), timeout = 2s)]
struct List {
    #[msdk(items = 1..=2, chunk)]
    list: Vec<String>,
}

fn three() -> List {
    List { list: vec!["value-1".into(), "value-2".into(), "value-3".into()] }
}

fn client() -> msdk::Client {
    settings("http://127.0.0.1:1").build().unwrap()
}

fn assert_shows(shown: &str, expected: &str) {
    for value in [APP_KEY, TOKEN, OPENID, "value-"] {
        assert!(!shown.contains(value), "{shown}");
    }
    assert_eq!(shown, expected);
}

#[test]
fn settings_show_neither_the_key_nor_a_password_in_the_url() {
    let times = "timeout: 5s, attempt_timeout: 3.5s, connections: None, .. }";
    for (url, expected) in [("http://127.0.0.1:1", r#"Some("http://127.0.0.1:1")"#), ("http://a:value-@b", "None")] {
        let shown = format!("{:?}", settings(url));
        assert_shows(&shown, &format!(r#"ClientBuilder {{ app_id: "100703379", base_url: {expected}, {times}"#));
    }
}

#[test]
fn a_call_shows_its_endpoint_and_settings() {
    let call = r#"Call { endpoint: "list", timeout: 2s, attempt_timeout: 3.5s, repeatable: false, .. }"#;
    let two = || List { list: three().list.split_off(1) };
    assert_shows(&format!("{:?}", client().call(&session(), two())), call);
    assert_shows(&format!("{:?}", client().call(&session(), two()).into_future()), "CallFuture { .. }");
    let too_long = format!("{:?}", client().call(&session(), three()));
    let error = "InvalidRequest: list: invalid request, nothing was sent: `list` must have 1 to 2 items, has 3";
    assert_shows(&too_long, &format!("Call {{ error: {error}, .. }}"));

    let chunks = client().call_in_chunks(&session(), three()).concurrency(3);
    assert_shows(
        &format!("{chunks:?}"),
        &format!("Chunks {{ calls: [(0..2, {call}), (2..3, {call})], concurrency: 3, .. }}"),
    );
}

#[test]
fn an_encoder_shows_its_place() {
    let items = vec![Item { inner: vec![] }, Item { inner: vec![Revealing] }];
    let error = client().prepare(&session(), Reveal { pin: "value-4".into(), items }).unwrap_err();
    let shown: Vec<_> = error.violations().iter().map(ToString::to_string).collect();
    assert_shows(
        &shown.join("; "),
        "`items[1].inner[0]` Encoder { path: \"items[1].inner[0]\", violations: 0, .. }; \
         `pin` Report { path: \"\", violations: 1, .. }",
    );
}

/// An implementation by hand, in this very file, takes the place of the one that the attribute would write.
#[test]
fn a_debug_of_ones_own_stands_beside_a_secret() {
    #[msdk_endpoint(path = "/game/redeem/", method = POST, reply = ())]
    struct Redeem {
        #[msdk(secret)]
        voucher: String,
    }

    impl fmt::Debug for Redeem {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a voucher of {} bytes", self.voucher.len())
        }
    }

    assert_eq!(format!("{:?}", Redeem { voucher: "K7Q2".into() }), "a voucher of 4 bytes");
}
