//! What the client encodes the gateway decodes, and the other way round, for any request and any reply.

mod exchange;
mod profile;
mod relation;
mod texts;
mod wire;

use msdk::qq::{auth::*, share::*};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use serde_json::{Value, json};

use self::{
    exchange::{Identity, check},
    texts::{ip, openid, text, text_of},
};

#[test]
fn verify_login() {
    let request = ip().prop_map(|userip| (VerifyLogin { userip }, json!({"userip": userip.to_string()})));
    let identity = Identity { appid: &["appid"], is_int: true, token: &["openkey"] };
    check(identity, request, Just(json!({})), |()| json!({}));
}

#[test]
fn share_qq() {
    let identity =
        Identity { appid: &["appid", "oauth_consumer_key"], is_int: true, token: &["access_token", "openkey"] };
    check(identity, message(), Just(json!({})), |()| json!({}));
}

fn message() -> impl Strategy<Value = (ShareQq, Value)> {
    let url = text_of(1..=1024).prop_map(|url| url.replace(['{', '}'], "_"));
    let needed = (openid(), text_of(1..=45), text_of(1..=45), url, text(1));
    let tag = prop_oneof![
        proptest::sample::select(GameTag::ALL.to_vec()),
        text(1).prop_map(|code| GameTag::from_code(&code)),
    ];
    let act = proptest::sample::select(ShareAction::ALL.to_vec());
    let preview = proptest::option::of(text_of(0..=45));
    let rest = (act, any::<i32>(), preview, proptest::option::of(tag), proptest::option::of(ip()));
    (needed, rest).prop_map(|((friend, title, summary, target_url, image_url), rest)| {
        let (act, src, preview_text, game_tag, userip) = rest;
        let mut fields = json!({
            "dst": 1001, "flag": 1, "act": act.code(), "fopenids": [{"openid": friend, "type": 0}], "title": title,
            "summary": summary, "target_url": target_url, "image_url": image_url, "src": src,
        });
        for (name, value) in [
            ("previewText", preview_text.clone()),
            ("game_tag", game_tag.as_ref().map(|tag| tag.code().to_owned())),
            ("userip", userip.map(|ip| ip.to_string())),
        ] {
            if let Some(value) = value {
                fields[name] = json!(value);
            }
        }
        let mut call = ShareQq::new(friend, title, summary, target_url, image_url);
        (call.act, call.src, call.preview_text, call.game_tag, call.userip) =
            (act, src, preview_text, game_tag, userip);
        (call, fields)
    })
}

#[test]
fn the_longest_texts_are_made() {
    // Else the limits would not be tried from inside.
    let mut runner = TestRunner::deterministic();
    let longest = (0..200).map(|_| text_of(1..=45).new_tree(&mut runner).unwrap().current().len()).max();
    assert_eq!(longest, Some(45));
}
