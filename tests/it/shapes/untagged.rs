//! Values of several JSON types.

use msdk::{Secret, declare::Endpoint, metadata::Shape, msdk_endpoint, msdk_object, msdk_reply};

use super::{read, said_of_an_echo, says};
use crate::language::{sent, violations};

#[msdk_object(untagged)]
enum Battles {
    One(Battle),
    Many(#[msdk(items = 1..=2)] Vec<Battle>),
    Name(#[msdk(bytes = 1..=4)] String),
    Hidden(Secret),
}

#[msdk_object]
struct Battle {
    #[msdk(range = 1..)]
    rank: u32,
}

#[msdk_endpoint(path = "/game/wxbattle_report/", method = POST, reply = ())]
struct ReportBattles {
    json: Battles,
    also: Vec<Battles>,
}

#[test]
fn a_field_holds_one_of_several_types() {
    let report = |json| ReportBattles { json, also: vec![Battles::Name("a".into()), Battles::One(Battle { rank: 9 })] };
    let also = r#""also":["a",{"rank":9}]}"#;
    let many = |ranks: &[u32]| Battles::Many(ranks.iter().map(|rank| Battle { rank: *rank }).collect());
    assert_eq!(sent(report(Battles::One(Battle { rank: 1 }))), format!(r#"{{"json":{{"rank":1}},{also}"#));
    assert_eq!(sent(report(many(&[1, 2]))), format!(r#"{{"json":[{{"rank":1}},{{"rank":2}}],{also}"#));
    assert_eq!(sent(report(Battles::Hidden("s".into()))), format!(r#"{{"json":"s",{also}"#));
    assert_eq!(violations(report(many(&[]))), ["`json` must have 1 to 2 items, has 0"]);
    assert_eq!(violations(report(many(&[1, 0]))), ["`json[1].rank` must be at least 1, is 0"]);
    let long = ReportBattles { also: vec![Battles::Name("long!".into())], ..report(many(&[1])) };
    assert_eq!(violations(long), ["`also[0]` must have 1 to 4 bytes of UTF-8, has 5"]);

    let Shape::AnyOf([one, many, name, hidden]) = ReportBattles::META.fields[0].shape else { panic!("any of four") };
    assert!(matches!(one.shape, Shape::Object([rank]) if rank.name == "rank"));
    assert!(matches!(many.shape, Shape::List(Shape::Object(_))) && many.limits.items == Some((1, 2)));
    assert_eq!((name.name, name.limits.bytes, hidden.secret), ("Name", Some((1, 4)), true));
}

#[msdk_reply(untagged)]
#[derive(Debug, PartialEq)]
enum Found {
    Count(u32),
    Rows(Vec<Row>),
    Only(Row),
    Message(String),
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct Row {
    id: u32,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct FindReply {
    found: Found,
    also: Option<Found>,
}

#[msdk_endpoint(path = "/game/find/", method = POST, idempotent)]
#[derive(Clone, Copy)]
struct Find;

#[tokio::test]
async fn a_field_is_read_as_the_type_it_is() {
    let replies = read(
        Find,
        &[
            r#"{"ret":0,"found":7}"#,
            r#"{"ret":0,"found":"7","also":""}"#,
            r#"{"ret":0,"found":[{"id":1}],"also":[]}"#,
            r#"{"ret":0,"found":{"id":2},"also":null}"#,
            r#"{"ret":0,"found":[{"id":"x"}]}"#,
            r#"{"ret":0,"found":true}"#,
            r#"{"ret":0}"#,
        ],
    )
    .await;
    let found = |found, also| Ok(FindReply { found, also });
    assert_eq!(replies[0], found(Found::Count(7), None));
    assert_eq!(replies[1], found(Found::Message("7".into()), None));
    assert_eq!(replies[2], found(Found::Rows(vec![Row { id: 1 }]), Some(Found::Rows(vec![]))));
    assert_eq!(replies[3], found(Found::Only(Row { id: 2 }), None));
    assert!(says(&replies[4], "find", "`found[0].id`: expected an integer, found a string"), "{replies:?}");
    assert!(says(&replies[5], "find", "`found`: expected a value of one of its types, found a boolean"), "{replies:?}");
    assert!(says(&replies[6], "find", "`found`: expected a value, found no such field"), "{replies:?}");
}

#[msdk_reply(untagged)]
#[derive(Debug, PartialEq)]
enum Either {
    Number(u32),
    List(Vec<u32>),
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct EitherReply {
    either: Either,
}

#[msdk_endpoint(path = "/game/either/", method = POST, function = none, idempotent, reply = EitherReply)]
#[derive(Clone, Copy)]
struct AskEither;

#[tokio::test]
async fn a_number_may_stand_in_quotes_where_no_text_is_meant() {
    let replies = read(AskEither, &[r#"{"ret":0,"either":"7"}"#, r#"{"ret":0,"either":"x"}"#]).await;
    assert_eq!(replies[0], Ok(EitherReply { either: Either::Number(7) }));
    assert!(says(&replies[1], "ask_either", "`either`: expected an integer, found a string"), "{replies:?}");
}

#[tokio::test]
async fn a_secret_among_several_types_is_not_printed() {
    let report = ReportBattles { json: Battles::Hidden("hunter2".into()), also: vec![Battles::Name("seen".into())] };
    let said = said_of_an_echo(&report).await;
    assert!(said.contains("seen") && !said.contains("hunter2"), "{said}");
}
