//! One client, several accounts of an app.

use msdk::{
    Account, Client, Platform, Secret, Session,
    declare::Endpoint,
    msdk_endpoint,
    protocol::{Signer, Unsigned},
    qq::relation::Qqprofile,
};

use crate::support::{APP_ID, APP_KEY, OPENID, Ping, Script, TOKEN, ping, session, settings, what_happened};

const WX_APP_ID: &str = "wxcde873f99466f74a";
const WX_APP_KEY: &str = "fedcba9876543210fedcba9876543210";
const WX_OPENID: &str = "oGRTijlTHnyvS3bXHbdGB8hSPZ-_";

/// The MD5 of each key and the time at which the clock of the settings stands.
const QQ_SIG: &str = "sig=a40e358132d0e9457e89bf30684b6e6b";
const WX_SIG: &str = "sig=d9e7ce879bf7bf28f0c77c14552a024a";

#[msdk_endpoint(path = "/game/wx/", method = POST, platform = wechat, token = "accessToken", reply = ())]
struct OfWechat;

#[msdk_endpoint(path = "/game/qq/", method = POST, platform = qq, reply = ())]
struct OfQq;

#[msdk_endpoint(path = "/game/guest/", method = POST, platform = guest, openid = "guestid", appid = none, reply = ())]
struct OfGuests;

fn wechat() -> Account {
    Account::new(WX_APP_ID, WX_APP_KEY)
}

fn player_of_wechat() -> Session {
    Session::wechat(WX_OPENID, TOKEN)
}

fn both() -> Client {
    settings("http://127.0.0.1:1").wechat(wechat()).build().unwrap()
}

fn query(client: &Client, session: &Session, endpoint: impl Endpoint) -> String {
    client.prepare(session, endpoint).unwrap().uri().query().unwrap().to_owned()
}

fn refusal(client: &Client, session: &Session, endpoint: impl Endpoint) -> String {
    let error = client.prepare(session, endpoint).unwrap_err();
    assert!(!error.may_have_acted());
    what_happened(&error).replace("invalid request, nothing was sent: ", "")
}

#[test]
fn the_account_of_the_player_signs() {
    let client = both();
    assert_eq!((client.app_id(), client.app_id_of(Platform::WeChat)), (APP_ID, Some(WX_APP_ID)));
    let of_qq = query(&client, &session(), OfQq);
    assert!(of_qq.starts_with(&format!("timestamp=1381288134&appid={APP_ID}&{QQ_SIG}&openid={OPENID}&")), "{of_qq}");
    let of_wechat = query(&client, &player_of_wechat(), OfWechat);
    let expected = format!("timestamp=1381288134&appid={WX_APP_ID}&{WX_SIG}&openid={WX_OPENID}&");
    assert!(of_wechat.starts_with(&expected), "{of_wechat}");
    let of_guests = query(&client, &Session::guest("ABC", TOKEN), OfGuests);
    assert!(
        of_guests.starts_with(&format!("timestamp=1381288134&appid=G_{APP_ID}&{QQ_SIG}&openid=G_ABC&")),
        "{of_guests}"
    );
}

#[test]
fn the_body_has_the_account_of_the_player() {
    let request = both().prepare(&player_of_wechat(), Ping::default()).unwrap();
    let body = format!(r#"{{"appid":"{WX_APP_ID}","openid":"{WX_OPENID}","accessToken":"{TOKEN}"}}"#);
    assert_eq!(request.body(), body.as_bytes());
}

#[test]
fn a_session_of_one_platform_is_no_session_of_another() {
    let client = both();
    let guest = Session::guest("ABC", TOKEN);
    assert_eq!(
        refusal(&client, &session(), OfWechat),
        "of_wechat: `session` belongs to a player of mobile QQ; the endpoint is called for a player of WeChat"
    );
    assert_eq!(
        refusal(&client, &player_of_wechat(), Qqprofile),
        "qqprofile: `session` belongs to a player of WeChat; the endpoint is called for a player of mobile QQ"
    );
    assert_eq!(
        refusal(&client, &guest, OfWechat),
        "of_wechat: `session` belongs to a guest; the endpoint is called for a player of WeChat"
    );
    assert_eq!(
        refusal(&client, &player_of_wechat(), OfGuests),
        "of_guests: `session` belongs to a player of WeChat; the endpoint is called for a guest"
    );
    assert_eq!(
        refusal(&client, &session(), OfGuests),
        "of_guests: `session` belongs to a player of mobile QQ; the endpoint is called for a guest"
    );
}

#[test]
fn a_player_without_an_account_is_told_of_before_sending() {
    let of_qq = settings("http://127.0.0.1:1").build().unwrap();
    let refused = refusal(&of_qq, &player_of_wechat(), OfWechat);
    assert!(refused.contains("`app id` is none of WeChat's") && refused.contains("MSDK_WX_APP_ID"), "{refused}");
    let of_wechat = Client::builder().wechat(wechat()).base_url("http://127.0.0.1:1").build().unwrap();
    let refused = refusal(&of_wechat, &session(), Qqprofile);
    assert!(refused.contains("`app id` is WeChat's") && refused.contains("MSDK_APP_ID"), "{refused}");
}

#[test]
fn a_game_of_wechat_alone_has_one_account() {
    let by_builder =
        Client::builder().app_id(WX_APP_ID).app_key(WX_APP_KEY).base_url("http://127.0.0.1:1").build().unwrap();
    let by_account = Client::builder().wechat(wechat()).base_url("http://127.0.0.1:1").build().unwrap();
    assert_eq!(by_account.app_id_of(Platform::Qq), None);
    for client in [by_builder, by_account] {
        assert_eq!((client.app_id(), client.app_id_of(Platform::WeChat)), (WX_APP_ID, Some(WX_APP_ID)));
        assert!(query(&client, &player_of_wechat(), OfWechat).contains(&format!("appid={WX_APP_ID}&")));
        // Guests of such a game come under its account, and endpoints of nobody's are called with it.
        assert!(query(&client, &Session::guest("ABC", TOKEN), OfGuests).contains(&format!("appid=G_{WX_APP_ID}&")));
        assert!(query(&client, &session(), Ping::default()).contains(&format!("appid={WX_APP_ID}&")));
    }
}

#[test]
fn accounts_are_checked_when_the_client_is_made() {
    let error = |account| settings("http://127.0.0.1:1").wechat(account).build().unwrap_err().to_string();
    for (account, rule) in [
        (Account::new("", "key"), "WeChat's app id is missing (MSDK_WX_APP_ID)"),
        (Account::new("wx/1", "key"), "WeChat's app id must be ASCII letters, digits and underscores (MSDK_WX_APP_ID)"),
        (Account::new("wx1", ""), "WeChat's app key is empty (MSDK_WX_APP_KEY)"),
        (Account::without_key("wx1"), "WeChat's app key is missing (MSDK_WX_APP_KEY)"),
    ] {
        let error = error(account);
        assert!(error.contains(rule), "{error}");
    }
    let twice = Client::builder().app_id("wx1").app_key("key").wechat(wechat()).base_url("http://127.0.0.1:1").build();
    let twice = twice.unwrap_err().to_string();
    assert!(twice.contains("the app id is one of WeChat (`wx…`), and `wechat` sets another"), "{twice}");
}

/// Sends back what it was told to keep.
#[derive(Debug)]
struct Marked(Secret);

impl Signer for Marked {
    fn sign(&self, _: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
        vec![("mark", self.0.clone())]
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.0]
    }
}

#[test]
fn each_account_may_have_a_signer_of_its_own() {
    let account = Account::without_key(WX_APP_ID).signer(Marked("of-wechat".into()));
    let client = settings("http://127.0.0.1:1").wechat(account).build().unwrap();
    assert!(query(&client, &player_of_wechat(), OfWechat).contains("&mark=of-wechat&"));
    assert!(query(&client, &session(), OfQq).contains(QQ_SIG));
}

/// A server may know the key of another account than the one that called it.
#[tokio::test]
async fn no_account_is_printed() {
    let account = Account::new(WX_APP_ID, WX_APP_KEY).signer(Marked("of-wechat".into()));
    let answer = format!(r#"{{"ret":1,"msg":"{WX_APP_KEY} {APP_KEY} of-wechat"}}"#);
    let script = Script::bodies([answer.as_str()]).await;
    let client = settings(&script.base_url).wechat(account).build().unwrap();
    let error = ping(&client, &session(), Ping::default()).await.unwrap_err();
    let printed = format!("{error} {error:?} {client:?} {:?}", Account::new(WX_APP_ID, WX_APP_KEY));
    for secret in [WX_APP_KEY, APP_KEY, "of-wechat"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}
