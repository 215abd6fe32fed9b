//! Mistakes that are made with bodies and times: each refusal says which one it was.

use msdk::{Session, protocol::MsdkSigner};
use msdk_endpoints::qq::relation::Qqprofile;
use msdk_mock::{APP_KEY, demo};

use crate::support::{NOW, Raw, refusal, start};

#[tokio::test]
async fn names_what_was_sent_instead_of_json() {
    let gateway = start().await;
    let valid = Raw::of(&gateway, Qqprofile);
    let json = String::from_utf8(valid.body.clone()).unwrap();
    let form = "form data (`name=value`); it must be JSON, whatever the Content-Type says";
    let utf16: Vec<u8> = format!("\u{feff}{json}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(Vec<u8>, &str); 13] = [
        (format!("appid=100703379&openid={}", demo::CALLER).into(), form),
        ("a%5Bb%5D=%E4%BD%A0+c\r\n".into(), form),
        ("%7B%22appid%22%3A%22100703379%22%7D".into(), form),
        (
            [b"\xef\xbb\xbf", json.as_bytes()].concat(),
            "JSON behind a byte order mark (EF BB BF); it must start with `{`",
        ),
        (utf16, "UTF-16; it must be UTF-8"),
        // 憨特 in GBK.
        (b"{\"a\":\"\xba\xa9\xcc\xd8\"}".into(), "not UTF-8: the byte at 6 is 0xba; it looks like GBK"),
        (b"{\"a\":\"\xe4\"}".into(), "not UTF-8: the byte at 6 is 0xe4"),
        (b"\x1f\x8b\x08\0\0".into(), "compressed (gzip); it must be sent as it is"),
        ("<xml><appid>1</appid></xml>".into(), "XML or HTML; it must be JSON"),
        // Nothing of these is repeated that may be a secret.
        ("{\"accessToken\":'x'}".into(), "not valid JSON: expected value at line 1 column 16"),
        ("{\"a\":1,}".into(), "not valid JSON: trailing comma at line 1 column 8"),
        ("nothing".into(), "not valid JSON: expected ident at line 1 column 2"),
        ("{} {}".into(), "not valid JSON: trailing characters at line 1 column 4"),
    ];
    for (body, what) in cases {
        let answer = Raw { body, ..valid.clone() }.send(&gateway).await;
        assert_eq!(answer, refusal(-304, &format!("the body is {what}")));
    }
}

#[tokio::test]
async fn names_times_that_are_no_seconds() {
    let gateway = start().await;
    let seconds = NOW.as_secs();
    let cases = [
        (format!("{seconds}000"), "timestamp is in milliseconds (13 digits); it must be in seconds (10)"),
        ("20150305000000".to_owned(), "timestamp has 14 digits; seconds since 1970 have 10"),
        (format!("{seconds}000000"), "timestamp has 16 digits; seconds since 1970 have 10"),
        ((seconds + 3600).to_string(), "timestamp is 3600 seconds off the gateway's clock, more than 600"),
    ];
    for (timestamp, text) in cases {
        let sig = MsdkSigner::new(APP_KEY).signature(&timestamp);
        let raw = Raw::of(&gateway, Qqprofile).set("timestamp", &timestamp).set("sig", sig.expose());
        assert_eq!(raw.send(&gateway).await, refusal(-10000, &format!("-25,{text}")));
    }
}

#[tokio::test]
async fn names_players_that_are_not_in_its_world() {
    let gateway = start().await;
    let raw = Raw::by(&gateway, &Session::new("B9EEA5EE1E99694146AC2700BFE6B88C", "token"), Qqprofile);
    let msg = "-22,openid is invalid: no player of the gateway's world has it (World::with_player adds one)";
    assert_eq!(raw.send(&gateway).await, refusal(-10000, msg));
}
