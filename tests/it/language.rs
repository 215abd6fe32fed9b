//! Every word of the declaration language, by the bytes it sends.

use std::borrow::Cow;

use msdk::{
    Advice, CommaList, Secret,
    catalogue::Layer,
    declare::{Endpoint, Report},
    errors::Violation,
    metadata::{FixedValue, Part, Shape},
    msdk_endpoint, msdk_object, msdk_reply, qq,
};

use crate::support::{OPENID, TOKEN, session, settings};

/// The body or, for GET, the query, without what every call has.
pub(crate) fn sent(endpoint: impl Endpoint) -> String {
    let client = settings("http://127.0.0.1:1")
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false))
        .ext_info(msdk::policy::ExtInfo::Never)
        .build()
        .unwrap();
    let request = client.prepare(&session(), endpoint).unwrap();
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    if body.is_empty() {
        assert!(request.headers().is_empty() && request.method() == "GET");
        return request.uri().query().unwrap().split_once("&encode=1").unwrap().1.to_owned();
    }
    let identity = format!(r#"{{"appid":"100703379","openid":"{OPENID}","accessToken":"{TOKEN}""#);
    body.strip_prefix(&identity).map_or(body.clone(), |rest| format!("{{{}", rest.trim_start_matches(',')))
}

pub(crate) fn violations(endpoint: impl Endpoint) -> Vec<String> {
    let client = settings("http://127.0.0.1:1").build().unwrap();
    let error = client.prepare(&session(), endpoint).unwrap_err();
    error.violations().iter().map(Violation::to_string).collect()
}

#[msdk_endpoint(path = "/game/rules/", method = POST, reply = ())]
#[derive(Clone)]
struct Rules<'a> {
    #[msdk(chars = 2..=3)]
    name: &'a str,
    #[msdk(one_of = ["red", "blue"])]
    colour: Cow<'a, str>,
    #[msdk(one_of = [-1, 1])]
    sign: i8,
    #[msdk(range = ..0)]
    depth: Option<i64>,
    #[msdk(items = 1.., join = "|")]
    tags: &'a [&'a str],
}

#[test]
fn rules_are_held_against_values() {
    let right = Rules { name: "你好", colour: "red".into(), sign: -1, depth: None, tags: &["a", "b"] };
    assert_eq!(sent(right.clone()), r#"{"name":"你好","colour":"red","sign":-1,"tags":"a|b"}"#);
    let wrong = Rules { name: "你", colour: "green".into(), sign: 0, depth: Some(0), tags: &[] };
    assert_eq!(
        violations(wrong),
        [
            "`name` must have 2 to 3 characters, has 1",
            "`colour` must be one of \"red\", \"blue\"",
            "`sign` must be one of -1, 1",
            "`depth` must be at most -1, is 0",
            "`tags` must have at least 1 item, has 0",
        ]
    );
    let hidden = Rules { tags: &["a|b", "c"], ..right };
    assert_eq!(violations(hidden), ["`tags` is joined with `|`, so no item may be empty or have one"]);
}

#[msdk_endpoint(path = "/game/styles/", method = POST, reply = ())]
struct Styles {
    #[msdk(default = 2)]
    login: Option<u8>,
    #[msdk(name = "pf", default = "openmobile")]
    platform: Option<String>,
    #[msdk(join = ",")]
    ids: Option<Vec<u32>>,
    #[msdk(json)]
    extra: Extra,
    #[msdk(secret, name = "payToken")]
    pay_token: String,
    flags: CommaList<String>,
}

#[msdk_object]
struct Extra {
    text: String,
    list: [u8; 2],
}

#[test]
fn values_are_written_as_said() {
    let styles = |login, ids| Styles {
        login,
        platform: None,
        ids,
        extra: Extra { text: "a\"b".into(), list: [1, 2] },
        pay_token: "secret".into(),
        flags: ["x".to_owned(), "y".to_owned()].into(),
    };
    let rest = r#""extra":"{\"text\":\"a\\\"b\",\"list\":[1,2]}","payToken":"secret","flags":"x,y"}"#;
    assert_eq!(sent(styles(None, None)), format!(r#"{{"login":2,"pf":"openmobile",{rest}"#));
    assert_eq!(sent(styles(Some(1), Some(vec![7, 8]))), format!(r#"{{"login":1,"pf":"openmobile","ids":"7,8",{rest}"#));
}

#[msdk_object(check = check_trade)]
enum Trade {
    #[msdk(fixed(kind = 1))]
    Gold { amount: u32 },
    #[msdk(fixed(kind = 2, unit = "piece"))]
    Item {
        #[msdk(bytes = 1..=3)]
        id: String,
        amount: u32,
    },
    #[msdk(fixed(kind = 3))]
    Nothing,
}

fn check_trade(trade: &Trade, report: &mut Report<'_>) {
    if let Trade::Gold { amount: 0 } | Trade::Item { amount: 0, .. } = trade {
        report.add("amount", "must not be zero");
    }
}

#[msdk_endpoint(path = "/game/trade/", method = POST, reply = ())]
struct Trades {
    param: Vec<Trade>,
    #[msdk(flatten)]
    first: Trade,
}

#[test]
fn an_enum_is_an_object_of_one_kind() {
    let item = |id: &str, amount| Trade::Item { id: id.into(), amount };
    let trades = Trades { param: vec![Trade::Gold { amount: 5 }, item("a", 1)], first: Trade::Nothing };
    let list = r#"[{"kind":1,"amount":5},{"kind":2,"unit":"piece","id":"a","amount":1}]"#;
    assert_eq!(sent(trades), format!(r#"{{"param":{list},"kind":3}}"#));

    let trades = Trades { param: vec![Trade::Nothing, item("long", 0)], first: Trade::Gold { amount: 0 } };
    assert_eq!(
        violations(trades),
        [
            "`param[1].id` must have 1 to 3 bytes of UTF-8, has 4",
            "`param[1].amount` must not be zero",
            "`amount` must not be zero",
        ]
    );

    let Shape::Object(fields) = Trades::META.fields[1].shape else { panic!("flattened") };
    let fields: Vec<_> = fields.iter().map(|field| (field.name, field.required)).collect();
    assert_eq!(fields, [("kind", true), ("unit", false), ("amount", false), ("id", false)]);
}

#[msdk_endpoint(path = "/game/search/", method = GET, token = "openkey", fixed(v = 2), reply = ())]
struct Search<'a> {
    text: &'a str,
    page: Option<u32>,
    #[msdk(join = ",")]
    zones: Vec<u8>,
    #[msdk(repeat)]
    id: Vec<&'a str>,
    #[msdk(json)]
    sizes: [u8; 2],
}

#[msdk_endpoint(path = "/game/odd/", method = GET, token = none, reply = ())]
struct Odd {
    #[msdk(name = "a=1&sig")]
    injected: u32,
}

#[test]
fn a_name_adds_no_parameter() {
    assert_eq!(sent(Odd { injected: 2 }), "&a%3D1%26sig=2");
}

#[test]
fn a_get_sends_its_fields_in_the_query() {
    let search = Search { text: "a b&c=你", page: None, zones: vec![1, 2], id: vec!["x", "y z"], sizes: [3, 4] };
    let expected =
        format!("&openkey={TOKEN}&v=2&text=a%20b%26c%3D%E4%BD%A0&zones=1%2C2&id=x&id=y%20z&sizes=%5B3%2C4%5D");
    assert_eq!(sent(search), expected);
}

#[msdk_endpoint(path = "/game/guest/", method = POST, reply = (), appid = int("app"), openid = "guestid", token = none,
    app_key = "appkey")]
struct Guest;

#[test]
fn the_identity_has_other_names() {
    let key = crate::support::APP_KEY;
    assert_eq!(sent(Guest), format!(r#"{{"app":100703379,"guestid":"{OPENID}","appkey":"{key}"}}"#));
    let without = msdk::Client::builder().app_id("1").base_url("http://127.0.0.1:1").signer(Unsigned).build().unwrap();
    let error = without.prepare(&session(), Guest).unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "`appkey` is the client's app key, and there is none");
}

#[derive(Debug)]
struct Unsigned;

impl msdk::protocol::Signer for Unsigned {
    fn sign(&self, _: &msdk::protocol::Unsigned<'_>) -> Vec<(&'static str, Secret)> {
        Vec::new()
    }
}

/// Returns coins.
///
/// Of one zone.
#[msdk_endpoint(path = "/game/coins/", method = POST, function = count_coins, deprecated = "purse", idempotent,
    timeout = 250ms, attempt_timeout = 100ms, codes(-7 = slow_down("too many")), opua, unreleased, appid = int, reply = CoinsReply)]
struct Coins {
    /// The zone.
    #[msdk(range = 1..=99, default = 1)]
    zone: Option<u32>,
    #[msdk(name = "inner", items = ..=5)]
    list: Vec<Secret>,
    #[deprecated]
    old: Option<bool>,
}

/// The coins.
#[msdk_reply]
#[derive(Debug)]
struct CoinsReply {
    /// How many.
    coins: u64,
    #[msdk(default)]
    low: bool,
}

#[test]
fn the_metadata_is_the_declaration() {
    let meta = Coins::META;
    assert_eq!((meta.name, meta.path, meta.docs), ("count_coins", "/game/coins/", "Returns coins.\n\nOf one zone."));
    assert_eq!((meta.summary(), meta.method), ("Returns coins.", msdk::metadata::Method::POST));
    assert_eq!((meta.idempotent, meta.opua, meta.unreleased), (true, true, true));
    assert_eq!((meta.timeout, meta.replaced_by), (Some(std::time::Duration::from_millis(250)), Some("purse")));
    assert_eq!(meta.attempt_timeout, Some(std::time::Duration::from_millis(100)));
    let [code] = meta.codes else { panic!("one code") };
    assert_eq!((code.code, code.layer, code.advice), (Some(-7), Layer::Declared, Advice::SlowDown));
    assert_eq!((code.meaning.to_string(), code.remedy), ("too many".to_owned(), Advice::SlowDown.remedy()));
    let [zone, list, old] = meta.fields else { panic!("three fields") };
    assert_eq!((zone.name, zone.docs, zone.required, zone.part), ("zone", "The zone.", true, Part::Body));
    assert_eq!((zone.limits.range, zone.default), (Some((1, 99)), Some(FixedValue::Int(1))));
    assert!(matches!(zone.shape, Shape::Int) && matches!(list.shape, Shape::List(Shape::Text)));
    assert_eq!((list.name, list.limits.items, old.required), ("inner", Some((0, 5)), false));
    let Shape::Object([coins, low]) = meta.reply else { panic!("two fields") };
    assert_eq!((coins.name, coins.docs, coins.required), ("coins", "How many.", true));
    assert!(!low.required && matches!(low.shape, Shape::Flag));

    #[expect(deprecated, reason = "it says that it is")]
    let call = |client, session, request| drop(count_coins(client, session, request));
    #[expect(deprecated, reason = "one of its fields is")]
    call(&settings("http://127.0.0.1:1").build().unwrap(), &session(), Coins { zone: None, list: vec![], old: None });
    let _ = |reply: CoinsReply| (reply.coins, reply.low);
}

#[msdk_endpoint(path = "/game/silent/", method = POST, function = none, reply = ())]
struct Silent<T: msdk::declare::Encode, const N: usize>
where
    T: Clone,
{
    values: [T; N],
}

#[test]
fn a_declaration_may_be_generic_and_have_no_function() {
    assert_eq!(sent(Silent { values: ["a", "b"] }), r#"{"values":["a","b"]}"#);
}

#[test]
fn the_registry_is_walked() {
    msdk::chapter! {
        const MINE = "mine": [Coins, Search<'static>, Guest];
    }
    let chapters = [qq::CHAPTERS, &[MINE]].concat();
    let all = chapters.iter().flat_map(|chapter| chapter.endpoints.iter().map(|meta| (chapter.name, meta.name)));
    let all: Vec<_> = all.collect();
    assert_eq!(all.len(), 22);
    assert_eq!(all[0], ("auth", "verify_login"));
    assert_eq!(all[19..], [("mine", "count_coins"), ("mine", "search"), ("mine", "guest")]);
}

#[msdk_object]
enum Marked {
    Short {
        #[msdk(bytes = 1..=2)]
        mark: String,
    },
    Long {
        mark: String,
    },
    Plain {
        list: Vec<u8>,
    },
    Quoted {
        #[msdk(json)]
        list: Vec<u8>,
    },
}

#[msdk_endpoint(path = "/game/marked/", method = POST, reply = ())]
struct Mark {
    #[msdk(flatten)]
    marked: Marked,
}

#[test]
fn a_key_of_several_variants_has_the_words_of_each() {
    let mark = |marked| Mark { marked };
    assert_eq!(
        violations(mark(Marked::Short { mark: "long".into() })),
        ["`mark` must have 1 to 2 bytes of UTF-8, has 4"]
    );
    assert_eq!(sent(mark(Marked::Long { mark: "long".into() })), r#"{"mark":"long"}"#);
    assert_eq!(sent(mark(Marked::Plain { list: vec![1] })), r#"{"list":[1]}"#);
    assert_eq!(sent(mark(Marked::Quoted { list: vec![1] })), r#"{"list":"[1]"}"#);
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct Renamed {
    #[msdk(alias = "list")]
    lists: Vec<u32>,
    #[serde(rename = "kind", alias = "sort", alias = "type")]
    kind: Option<String>,
}

#[msdk_endpoint(path = "/game/renamed/", method = POST, idempotent, reply = Renamed)]
struct Rename;

#[tokio::test]
async fn a_reply_is_read_under_either_of_its_names() {
    let both = r#"{"ret":0,"lists":[1],"list":[1]}"#;
    let bodies = [
        r#"{"ret":0,"list":[1],"type":"a"}"#,
        r#"{"sort":"a","lists":[1],"ret":0}"#,
        r#"{"ret":0,"kind":"a","l\u0069st":[1]}"#,
        both,
    ];
    let script = crate::support::Script::bodies(bodies).await;
    let client = settings(&script.base_url).build().unwrap();
    for _ in 0..3 {
        let reply = client.call(&session(), Rename).await.unwrap();
        assert_eq!(reply, Renamed { lists: vec![1], kind: Some("a".into()) });
    }
    let error = client.call(&session(), Rename).await.unwrap_err();
    assert_eq!(error.path(), Some("lists"), "{error}");
}
