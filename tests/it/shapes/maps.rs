//! Objects whose keys are data.

use std::collections::{BTreeMap, HashMap};

use msdk::{OpenId, Secret, declare::Endpoint, metadata::Shape, msdk_endpoint, msdk_object, msdk_reply};

use super::{read, said_of_an_echo, says};
use crate::language::{sent, violations};

#[msdk_endpoint(path = "/game/levels/", method = POST, idempotent, reply = LevelsReply)]
#[derive(Clone)]
struct Mapped {
    #[msdk(items = 1..=3)]
    levels: HashMap<String, u32>,
    by_player: BTreeMap<OpenId, Vec<Battle>>,
    by_zone: Option<BTreeMap<i32, String>>,
    #[msdk(secret)]
    pins: BTreeMap<String, String>,
}

#[msdk_object]
#[derive(Clone)]
struct Battle {
    #[msdk(range = 1..)]
    rank: u32,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct Row {
    id: u32,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct LevelsReply {
    levels: HashMap<String, u32>,
    #[msdk(default)]
    rows: BTreeMap<u32, Row>,
    maybe: Option<BTreeMap<String, u32>>,
}

fn some_levels() -> Mapped {
    let text = |key: &str| key.to_owned();
    Mapped {
        levels: [("b", 2), ("a\"", 1), ("你", 3)].map(|(key, level)| (text(key), level)).into(),
        by_player: [(OpenId::new("P"), vec![Battle { rank: 1 }])].into(),
        by_zone: Some([(10, text("x")), (-2, text("y"))].into()),
        pins: [(text("a"), text("1234"))].into(),
    }
}

#[test]
fn keys_are_data_and_sent_in_their_order() {
    let expected = r#"{"levels":{"a\"":1,"b":2,"你":3},"by_player":{"P":[{"rank":1}]},"by_zone":{"-2":"y","10":"x"},"#;
    for _ in 0..20 {
        assert_eq!(
            sent(some_levels()),
            format!(r#"{expected}"pins":{{"a":"1234"}}}}"#),
            "whatever a hash map's order is"
        );
    }
    let wrong = Mapped {
        levels: HashMap::new(),
        by_player: [("A", 1), ("B", 0)].map(|(id, rank)| (OpenId::new(id), vec![Battle { rank }])).into(),
        ..some_levels()
    };
    assert_eq!(
        violations(wrong),
        ["`levels` must have 1 to 3 items, has 0", "`by_player[1][0].rank` must be at least 1, is 0"]
    );
    let [by_key, by_player, ..] = Mapped::META.fields else { panic!("several") };
    assert!(matches!(by_key.shape, Shape::Map(Shape::Int)) && by_key.limits.items == Some((1, 3)));
    assert!(matches!(by_player.shape, Shape::Map(Shape::List(Shape::Object(_)))));
}

#[msdk_endpoint(path = "/game/ask_levels/", method = POST, function = none, idempotent, reply = LevelsReply)]
#[derive(Clone, Copy)]
struct AskLevels;

#[tokio::test]
async fn keys_are_read_as_data() {
    let replies = read(
        AskLevels,
        &[
            r#"{"ret":0,"levels":{"b":1,"\u0061":"2"},"rows":{"7":{"id":1}},"maybe":{}}"#,
            r#"{"ret":0,"levels":{},"rows":[],"maybe":[]}"#,
            r#"{"ret":0,"levels":{"a":1,"\u0061":1}}"#,
            r#"{"ret":0,"levels":{},"rows":{"1":{"id":1},"01":{"id":1}}}"#,
            r#"{"ret":0,"levels":{"hidden":1,"secret":"x"}}"#,
            r#"{"ret":0,"levels":[]}"#,
            r#"{"ret":0,"levels":{"\ud800":1}}"#,
        ],
    )
    .await;
    let of = |pairs: &[(&str, u32)]| pairs.iter().map(|(key, level)| ((*key).to_owned(), *level)).collect();
    let first = replies[0].as_ref().unwrap();
    assert_eq!(first.levels, of(&[("a", 2), ("b", 1)]));
    assert_eq!((&first.rows, &first.maybe), (&[(7, Row { id: 1 })].into(), &Some(BTreeMap::new())));
    let second = replies[1].as_ref().unwrap();
    assert!(second.levels.is_empty() && second.rows.is_empty() && second.maybe.is_none());
    assert!(says(&replies[2], "levels", "`levels[1]`: expected a key that comes once, found it twice"), "{replies:?}");
    assert!(says(&replies[3], "levels", "`rows[1]`: expected a key of the map's type, found another"), "{replies:?}");
    assert!(says(&replies[4], "levels", "`levels[1]`: expected an integer, found a string"), "{replies:?}");
    assert!(says(&replies[5], "levels", "`levels`: expected an object, found an array"), "{replies:?}");
    assert!(says(&replies[6], "levels", "half a character"), "{replies:?}");
}

#[msdk_endpoint(path = "/game/pins/", method = POST, reply = ())]
struct Pins {
    #[msdk(secret)]
    pins: BTreeMap<String, u32>,
    tickets: HashMap<String, Vec<Secret>>,
}

#[tokio::test]
async fn the_secret_values_of_a_map_are_not_printed() {
    let pins = Pins {
        pins: [("seen".to_owned(), 918_273)].into(),
        tickets: [("also".to_owned(), vec!["hunter2".into(), "hunter3".into()])].into(),
    };
    let said = said_of_an_echo(&pins).await;
    assert!(said.contains("seen") && said.contains("also"), "{said}");
    assert!(!said.contains("hunter") && !said.contains("918273"), "{said}");
}
