//! Values that stand elsewhere than in the body: in the query, in a header, in the path.

use msdk::{
    Client, ErrorKind, Secret, Session,
    declare::Endpoint,
    errors::Violation,
    http::Request,
    metadata::Place,
    msdk_endpoint, msdk_reply,
    protocol::{Draft, Outbound, Protocol, ProtocolError, Signer, Unsigned},
};
use msdk_mock::{Gateway, Refusal, demo};
use serde_json::json;

use crate::support::{APP_ID, OPENID, TOKEN, session, settings};

/// Changes what is known of a user of ours.
#[msdk_endpoint(
    path = "/users/{id}/items/{item_id}/", method = POST, token = none,
    query(version = 2, lang = "zh CN"), header("X-Client" = "game server", "X-Level" = "3"), idempotent,
)]
#[derive(Debug, Clone)]
pub(crate) struct ChangeItem {
    id: u64,
    #[msdk(name = "item_id")]
    item: String,
    #[msdk(query, range = 1..=9)]
    page: Option<u32>,
    #[msdk(query, repeat)]
    tags: Vec<String>,
    #[msdk(query, name = "kinds", join = "|", items = ..=2)]
    sorts: Vec<String>,
    #[msdk(header = "X-Trace-Id", bytes = 1..=32)]
    trace: String,
    #[msdk(header = "X-Ticket", secret)]
    ticket: Option<String>,
    /// In the body.
    count: u32,
}

/// What became of it.
#[msdk_reply]
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ChangeItemReply {
    left: u32,
}

fn call() -> ChangeItem {
    ChangeItem {
        id: 7,
        item: "a/b c?d#é%2F..".into(),
        page: Some(3),
        tags: vec!["x y".into(), "z&w".into()],
        sorts: vec!["a".into(), "b".into()],
        trace: "t-1".into(),
        ticket: Some("K7Q2".into()),
        count: 5,
    }
}

fn client() -> Client {
    settings("http://127.0.0.1:1")
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false))
        .ext_info(msdk::policy::ExtInfo::Never)
        .build()
        .unwrap()
}

fn prepared(endpoint: impl Endpoint) -> Request<bytes::Bytes> {
    client().prepare(&session(), endpoint).unwrap()
}

fn violations(endpoint: impl Endpoint) -> Vec<String> {
    let error = client().prepare(&session(), endpoint).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.violations().iter().map(Violation::to_string).collect()
}

#[test]
fn each_value_stands_where_its_field_says() {
    let request = prepared(call());
    assert_eq!(request.uri().path(), "/users/7/items/a%2Fb%20c%3Fd%23%C3%A9%252F../");
    assert_eq!(
        request.uri().query().unwrap(),
        format!(
            "timestamp=1381288134&appid={APP_ID}&sig=a40e358132d0e9457e89bf30684b6e6b&openid={OPENID}&encode=1\
             &version=2&lang=zh%20CN&page=3&tags=x%20y&tags=z%26w&kinds=a%7Cb"
        )
    );
    let header = |name: &str| request.headers()[name].to_str().unwrap();
    assert_eq!((header("x-client"), header("x-level"), header("x-trace-id")), ("game server", "3", "t-1"));
    assert_eq!((header("x-ticket"), request.headers()["x-ticket"].is_sensitive()), ("K7Q2", true));
    let body = format!(r#"{{"appid":"{APP_ID}","openid":"{OPENID}","count":5}}"#);
    assert_eq!(request.body(), body.as_bytes());
}

#[test]
fn what_is_absent_is_left_out() {
    let request = prepared(ChangeItem { page: None, tags: Vec::new(), ticket: None, ..call() });
    let query = request.uri().query().unwrap();
    assert!(!query.contains("page=") && !query.contains("tags="), "{query}");
    assert!(!request.headers().contains_key("x-ticket"));
}

#[test]
fn rules_hold_wherever_a_value_stands() {
    let sorts = ["a", "b", "c"].map(str::to_owned).to_vec();
    let broken = ChangeItem { item: String::new(), page: Some(0), sorts, trace: String::new(), ..call() };
    assert_eq!(
        violations(broken),
        [
            "`item_id` must be a segment of a path: not empty, `.` or `..`",
            "`page` must be 1 to 9, is 0",
            "`kinds` must have at most 2 items, has 3",
            "`X-Trace-Id` must have 1 to 32 bytes of UTF-8, has 0",
        ]
    );
    for dots in [".", ".."] {
        assert_eq!(violations(ChangeItem { item: dots.into(), ..call() }).len(), 1, "{dots}");
    }
    let injected = ChangeItem { trace: "x\r\nX-Other: y".into(), ticket: Some("line\nbreak".into()), ..call() };
    let rule = "must have no control characters, which no header can have";
    let rules = violations(injected);
    assert_eq!(rules, [format!("`X-Trace-Id` {rule}"), format!("`X-Ticket` {rule}")]);
    assert_eq!(prepared(ChangeItem { item: "{id}".into(), ..call() }).uri().path(), "/users/7/items/%7Bid%7D/");
}

#[test]
fn places_are_described() {
    let places: Vec<_> = ChangeItem::META.fields.iter().map(|field| (field.name, field.place)).collect();
    assert_eq!(
        places,
        [
            ("id", Place::Path),
            ("item_id", Place::Path),
            ("page", Place::Query),
            ("tags", Place::Query),
            ("kinds", Place::Query),
            ("X-Trace-Id", Place::Header),
            ("X-Ticket", Place::Header),
            ("count", Place::Usual),
        ]
    );
    assert_eq!(ChangeItem::META.query.len(), 2);
    assert_eq!(ChangeItem::META.headers[0].name, "X-Client");
}

/// Signs everything that it is shown.
#[derive(Debug)]
struct Whole;

impl Signer for Whole {
    fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
        let query: Vec<_> = request.query.iter().map(|(name, value)| format!("{name}={value};")).collect();
        let query = query.concat();
        let trace = request.headers.unwrap()["x-trace-id"].to_str().unwrap();
        vec![("whole", Secret::new(format!("{}?{query}{trace}", request.path)))]
    }
}

#[test]
fn all_of_it_is_signed() {
    let client = settings("http://127.0.0.1:1")
        .signer(Whole)
        .ext_info(msdk::policy::ExtInfo::Never)
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false));
    let request = client.build().unwrap().prepare(&session(), ChangeItem { item: "i".into(), ..call() }).unwrap();
    let query = request.uri().query().unwrap();
    let signed = format!(
        "whole=%2Fusers%2F7%2Fitems%2Fi%2F%3Ftimestamp%3D1381288134%3Bappid%3D{APP_ID}%3Bopenid%3D{OPENID}%3Bencode%3D1\
         %3Bversion%3D2%3Blang%3Dzh%20CN%3Bpage%3D3%3Btags%3Dx%20y%3Btags%3Dz%26w%3Bkinds%3Da%7Cb%3Bt-1&"
    );
    assert!(query.contains(&signed), "{query}");
}

/// A search without a body, which has a header.
#[msdk_endpoint(path = "/find/{what}", method = GET, appid = none, openid = none, token = none, reply = ())]
struct Find {
    what: String,
    #[msdk(header = "X-Trace-Id")]
    trace: u64,
    name: String,
}

#[test]
fn an_endpoint_without_a_body_has_headers_and_values_in_its_path() {
    let request = prepared(Find { what: "me".into(), trace: 12, name: "n".into() });
    assert_eq!((request.uri().path(), request.headers()["x-trace-id"].to_str().unwrap()), ("/find/me", "12"));
    assert!(request.uri().query().unwrap().ends_with("&encode=1&name=n"), "{}", request.uri());
}

/// Writes what an endpoint writes too.
#[derive(Debug)]
struct Meddler(&'static str);

impl Protocol for Meddler {
    fn write(&self, call: &Outbound<'_>, draft: &mut Draft) -> Result<(), ProtocolError> {
        draft.query(self.0, "1");
        draft.header("x-client".parse().unwrap(), "other".parse().unwrap());
        draft.parameters_of(call);
        Ok(())
    }
}

#[msdk_endpoint(path = "/game/paged/", method = POST, appid = none, openid = none, token = none, reply = ())]
struct Paged {
    #[msdk(query)]
    page: u32,
    #[msdk(query, default = 20)]
    size: Option<u32>,
    #[msdk(header = "X-Mode", default = "all")]
    mode: Option<String>,
    count: u32,
}

#[test]
fn a_default_stands_where_its_value_would() {
    let request = prepared(Paged { page: 1, size: None, mode: None, count: 2 });
    assert!(request.uri().query().unwrap().ends_with("&page=1&size=20"), "{}", request.uri());
    assert_eq!(request.headers()["x-mode"], "all");
    assert_eq!(request.body(), &br#"{"count":2}"#[..]);
}

#[test]
fn what_the_protocol_writes_is_not_written_twice() {
    let client = |name| settings("http://127.0.0.1:1").protocol(Meddler(name)).build().unwrap();
    let refused = |name, endpoint: ChangeItem| {
        let error = client(name).prepare(&session(), endpoint).unwrap_err();
        error.violations().iter().map(Violation::to_string).collect::<Vec<_>>()
    };
    assert_eq!(refused("v", call()), ["`x-client` is a header that the client's protocol writes"]);
    let paged = |name| client(name).prepare(&session(), Paged { page: 1, size: None, mode: None, count: 2 });
    let error = paged("page").unwrap_err();
    assert!(error.to_string().contains("`page` is a parameter that the client's protocol writes"), "{error}");
    assert!(paged("pages").is_ok());
}

#[tokio::test]
async fn the_gateway_finds_every_value_and_checks_it() {
    let builder = Gateway::builder().endpoint(ChangeItem::META, |_, call| {
        assert_eq!((call.int("id"), call.text("item_id"), call.int("page")), (7, "a/b", 3));
        assert_eq!((call.text("X-Trace-Id"), call.items("tags").len()), ("t-1", 2));
        Ok::<_, Refusal>(json!({"left": call.int("count") - 1}))
    });
    let gateway =
        builder.endpoint(Find::META, |_, call| Err(Refusal::access(-1, call.text("what")))).start().await.unwrap();
    let client = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).base_url(gateway.base_url());
    let client = client.build().unwrap();
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    let reply = change_item(&client, &session, ChangeItem { item: "a/b".into(), ..call() }).await.unwrap();
    assert_eq!(reply, ChangeItemReply { left: 4 });
    let found = find(&client, &session, Find { what: "m%e".into(), trace: 1, name: "n".into() }).await.unwrap_err();
    assert_eq!(found.msg(), Some("m%e"));
}

/// The declaration of a caller who makes mistakes.
#[msdk_endpoint(path = "/users/{id}/items/{item_id}/", method = POST, token = none, reply = ())]
struct Careless {
    id: String,
    #[msdk(name = "item_id")]
    item: String,
    #[msdk(query)]
    page: Option<String>,
    #[msdk(header = "X-Client")]
    client: Option<String>,
    #[msdk(query)]
    version: Option<u32>,
    #[msdk(query)]
    lang: Option<String>,
    #[msdk(query)]
    kinds: Option<String>,
    #[msdk(header = "X-Trace-Id")]
    trace: Option<String>,
    #[msdk(header = "X-Level")]
    level: u32,
    count: u32,
    trace_in_body: Option<u32>,
}

#[tokio::test]
async fn the_gateway_says_what_is_wrong_outside_of_a_body() {
    let gateway = Gateway::builder().endpoint(ChangeItem::META, |_, _| Ok(json!({"left": 1}))).start().await.unwrap();
    let client = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).base_url(gateway.base_url());
    let client = client.build().unwrap();
    let right = || Careless {
        id: "7".into(),
        item: "i".into(),
        page: None,
        client: Some("game server".into()),
        version: Some(2),
        lang: Some("zh CN".into()),
        kinds: Some("a".into()),
        trace: Some("t".into()),
        level: 3,
        count: 1,
        trace_in_body: None,
    };
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    careless(&client, &session, right()).await.unwrap();
    for (wrong, text) in [
        (Careless { version: Some(3), ..right() }, "the parameter `version` must be 2"),
        (Careless { client: None, ..right() }, "the header `X-Client` must be game server"),
        (Careless { page: Some("x".into()), ..right() }, "`page` expected an integer, found a string"),
        (Careless { page: Some("10".into()), ..right() }, "`page` must be 1 to 9, is 10"),
        (Careless { trace: None, ..right() }, "`X-Trace-Id` is missing"),
        (Careless { id: "seven".into(), ..right() }, "`id` expected an integer, found a string"),
        (Careless { trace_in_body: Some(1), ..right() }, "`trace_in_body` is not a field of this endpoint"),
    ] {
        let refused = careless(&client, &session, wrong).await.unwrap_err();
        assert_eq!(refused.msg(), Some(text));
    }
    let secret = Careless { item: TOKEN.into(), ..right() };
    assert!(careless(&client, &session, secret).await.is_ok());
}

#[msdk_endpoint(path = "/users/me/", method = POST, reply = ())]
struct Me {
    count: u32,
}

#[msdk_endpoint(path = "/users/{id}/", method = POST, reply = ())]
struct Anybody {
    id: String,
    count: u32,
}

#[tokio::test]
async fn a_path_without_values_comes_first() {
    let answering =
        |text: &'static str| move |_: &mut msdk_mock::World, _: &msdk_mock::Call<'_>| Ok(json!({"msg": text}));
    let gateway = Gateway::builder().endpoint(Anybody::META, answering("anybody")).endpoint(Me::META, answering("me"));
    let gateway = gateway.start().await.unwrap();
    let client = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key()).base_url(gateway.base_url());
    let client = client.build().unwrap();
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
    let me = client.call(&session, Me { count: 1 }).answer().await.unwrap();
    let anybody = client.call(&session, Anybody { id: "you".into(), count: 1 }).answer().await.unwrap();
    assert_eq!((me.msg.as_str(), anybody.msg.as_str()), ("me", "anybody"));
}
