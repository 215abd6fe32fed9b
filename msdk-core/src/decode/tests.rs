//! Answers of all kinds, good and hostile.

mod any;

use std::thread;

use super::{Decode, DecodeError, Json, MOST_ENTRIES, read_answer, text};
use crate::describe::{Shape, SharedText, UnixTime};

fn read<T: Decode>(body: &str) -> Result<T, String> {
    Json::document(body).and_then(T::decode).map_err(|error| error.to_string())
}

fn field<T: Decode>(body: &str, name: &str) -> Result<T, String> {
    let object = Json::document(body).and_then(Json::object);
    object.and_then(|object| object.get(name)).map_err(|error| error.to_string())
}

fn refused(body: &str) -> String {
    Json::document(body).unwrap_err().to_string()
}

/// Runs on the smallest stack that a server's thread may have.
fn on_a_small_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(128 * 1024).spawn(run).unwrap().join().unwrap()
}

#[test]
fn only_one_list_of_an_answer_makes_room_for_what_may_follow() {
    let rows = ["[1,2]"; 1000].join(",");
    let read = Vec::<Vec<i64>>::from_json(&format!("[{rows}]")).unwrap();
    let with_room = read.iter().filter(|row| row.capacity() > 8).count();
    assert_eq!((read.len(), with_room), (1000, 1));
    let friends = Vec::<String>::from_json(&format!("[{}]", [r#""A3284A81""#; 50].join(","))).unwrap();
    assert!((50..=64).contains(&friends.capacity()), "{}", friends.capacity());
}

#[test]
fn texts_without_escapes_share_one_copy_of_the_answer() {
    let answer = r#"["\u5f20\u9e3f","张鸿","",7,"a\\b","李"]"#;
    let texts = Vec::<SharedText>::from_json(answer).unwrap();
    assert_eq!(texts, ["张鸿", "张鸿", "", "7", r"a\b", "李"]);
    let place = |text: &SharedText| text.as_ptr().addr();
    let copy = place(&texts[1]) - answer.find("张鸿").unwrap();
    assert_eq!(
        [&texts[3], &texts[5]].map(|text| place(text) - copy),
        ["7", "李"].map(|text| answer.rfind(text).unwrap())
    );
    assert!([&texts[0], &texts[2], &texts[4]].iter().all(|text| !(copy..copy + answer.len()).contains(&place(text))));
}

#[test]
fn an_answer_is_one_document() {
    for body in ["{}", "\u{feff}{}", " \r\n\t{} \r\n\t", "\u{feff}\n{}\n"] {
        assert_eq!(Json::document(body).unwrap().as_str(), "{}");
    }
    for (body, found) in [
        ("", "an empty body"),
        (" \u{feff}{}", "something else"),
        ("{}{}", "two documents"),
        (" {}\r\n[]", "two documents"),
        ("{} x", "something after the answer"),
        ("{},", "something after the answer"),
        ("{}\0", "something after the answer"),
        ("{}<!-- 12 ms -->", "something after the answer"),
        ("0x0", "something after the answer"),
        ("{\"ret\":0x0}", "JSON with a mistake in it"),
        ("{'ret':0}", "JSON with a mistake in it"),
        ("{\"ret\":0,}", "JSON with a mistake in it"),
        ("{\"ret\":0", "JSON that breaks off"),
        ("{\"ret\":\"\\", "JSON that breaks off"),
    ] {
        assert_eq!(refused(body), format!("expected JSON, found {found}"), "{body}");
    }
}

#[test]
fn nesting_is_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        for levels in [33, 1000, 100_000] {
            let nested = format!("{}0{}", open.repeat(levels), close.repeat(levels));
            for body in [
                format!(r#"{{"ret":0,"lists":{nested}}}"#),
                format!(r#"{{"ret":0,"unknown":{nested}}}"#),
                format!(r#"{{"ret":0,"lists":[{nested}]}}"#),
                nested,
            ] {
                let error = on_a_small_stack(move || {
                    read_answer(body.as_bytes());
                    refused(&body)
                });
                assert_eq!(error, "expected at most 32 levels of nesting, found more");
            }
        }
        let broken = open.repeat(100_000);
        let error = on_a_small_stack(move || refused(&broken));
        assert_eq!(error, "expected JSON, found JSON that breaks off");
    }
    let brackets = format!(r#"["{}\"{}"]"#, "[".repeat(100), "{".repeat(100));
    assert_eq!(read::<Vec<String>>(&brackets).unwrap().len(), 1, "brackets in a text are no levels");
    let hidden = format!("{}0{}", r#"["]","#.repeat(33), "]".repeat(33));
    assert_eq!(refused(&hidden), "expected at most 32 levels of nesting, found more");
    let flat = format!("[{}[]]", "[],".repeat(1000));
    assert!(Json::document(&flat).is_ok(), "levels are not brackets");
    let deep = format!("{}[0]{}", "[[],".repeat(31), "]".repeat(31));
    assert!(Json::document(&deep).is_ok(), "as deep as may be");
}

/// A type that contains itself, as the only way for nesting to reach a type.
#[derive(Debug, PartialEq)]
struct Tree(Vec<Tree>);

impl Decode for Tree {
    const SHAPE: Shape = Shape::Any;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.items(Self::decode).map(Tree)
    }
}

#[test]
fn a_type_that_contains_itself_is_read_as_deep_as_may_be() {
    let body = format!("{}{}", "[".repeat(32), "]".repeat(32));
    let levels = on_a_small_stack(move || {
        let (mut tree, mut levels) = (&read::<Tree>(&body).unwrap(), 1);
        while let Some(child) = tree.0.first() {
            (tree, levels) = (child, levels + 1);
        }
        levels
    });
    assert_eq!(levels, 32);
}

#[test]
fn an_error_names_its_place() {
    struct Player;

    impl Decode for Player {
        const SHAPE: Shape = Shape::Any;

        fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
            let player = json.object()?;
            player.get::<u8>("vip")?;
            player.get::<Option<Vec<Vec<u8>>>>("marks").map(|_| Self)
        }
    }

    for (lists, path) in [
        ("7", "lists"),
        ("[7]", "lists[0]"),
        (r#"[{"vip":1},{}]"#, "lists[1].vip"),
        (r#"[{"vip":1,"marks":[[],[1,[]]]}]"#, "lists[0].marks[1][1]"),
    ] {
        let body = format!(r#"{{"lists":{lists}}}"#);
        let object = Json::document(&body).and_then(Json::object).unwrap();
        assert_eq!(object.get::<Vec<Player>>("lists").map(drop).unwrap_err().path(), path);
    }
    assert_eq!(Json::document("[[7]]").and_then(Vec::<Player>::decode).map(drop).unwrap_err().path(), "[0]");
}

#[test]
fn the_number_of_entries_is_bounded() {
    let array = |items: usize| format!("[{}0]", "0,".repeat(items - 1));
    assert_eq!(read::<Vec<u8>>(&array(MOST_ENTRIES)).unwrap().len(), MOST_ENTRIES);
    for items in [MOST_ENTRIES + 1, 1_000_000] {
        let body = format!(r#"{{"lists":{0},"unknown":{0}}}"#, array(items));
        assert_eq!(field::<Vec<u8>>(&body, "lists"), Err("`lists`: expected at most 100000 items, found more".into()));
        assert_eq!(field::<u8>(&format!(r#"{{"x":{body},"ret":7}}"#), "ret"), Ok(7), "undeclared ones cost nothing");
    }

    let object = |keys: usize, key: &dyn Fn(usize) -> String| {
        let keys: Vec<_> = (0..keys).map(|index| format!("\"{}\":0", key(index))).collect();
        format!("{{{}}}", keys.join(","))
    };
    for key in [&|_| String::new() as _, &|index| format!("{index:x}")] as [&dyn Fn(usize) -> String; 2] {
        assert!(Json::document(&object(MOST_ENTRIES, key)).unwrap().object().is_ok());
        let error = read::<Object>(&object(MOST_ENTRIES + 1, key)).unwrap_err();
        assert_eq!(error, "expected at most 100000 keys, found more");
    }
}

#[test]
fn odd_texts_are_read() {
    assert_eq!(read::<String>(r#""\u0000\u202e\u2028\/\"\\""#).unwrap(), "\0\u{202e}\u{2028}/\"\\");
    assert_eq!(read::<String>(r#""\ud83d\ude00""#).unwrap(), "😀");
    let nickname = "好\u{202e}".repeat(200_000);
    assert_eq!(read::<String>(&format!("\"{nickname}\"")).unwrap(), nickname);
    let escaped = "\\u597d".repeat(200_000);
    assert_eq!(read::<String>(&format!("\"{escaped}\"")).unwrap(), "好".repeat(200_000));
}

#[test]
fn bytes_of_gbk_that_look_like_json_do_no_harm() {
    let lossy = |body: &[u8]| {
        let text = text(body, true).unwrap();
        Json::document(&text.text).and_then(String::decode).map_err(|error| error.to_string())
    };
    assert_eq!(lossy(b"\"\xd5\x5cn\"").unwrap(), "\u{fffd}\n");
    assert_eq!(lossy(b"\"\xd5{\xd5[\"").unwrap(), "\u{fffd}{\u{fffd}[");
    // What stands for half a character is an escape to JSON, and takes the end of the text with it.
    assert_eq!(lossy(b"\"\xd5\x5c\"").unwrap_err(), "expected JSON, found something else");
    assert_eq!(lossy(b"\"\xd5\x5c\xb0\"").unwrap_err(), "expected JSON, found something else");
}

#[test]
fn half_a_character_fails_the_field_that_holds_it() {
    let body = r#"{"\ud800":1,"unknown":"\udc00","a":"x","lists":[{"\udfff":"\ud800"}],"nickName":"\ud83d"}"#;
    assert_eq!(field::<String>(body, "a").unwrap(), "x");
    assert_eq!(field::<Vec<Object>>(body, "lists").map(|lists| lists.len()), Ok(1));
    let error = field::<String>(body, "nickName").unwrap_err();
    assert_eq!(error, "`nickName`: expected a string, found one with half a character");
}

#[derive(Debug)]
struct Object;

impl Decode for Object {
    const SHAPE: Shape = Shape::Any;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.object().map(|_| Self)
    }
}

#[test]
fn what_is_printed_of_an_answer_has_no_values() {
    let json = Json::document(r#"{"openid":"A3284A81","vip":1}"#).unwrap();
    assert_eq!(format!("{json:?}"), "Json(29 bytes)");
    assert_eq!(format!("{:?}", json.object().unwrap()), r#"{"openid", "vip"}"#);
}

#[test]
fn only_what_may_be_empty_may_be_absent() {
    for body in ["{}", r#"{"a":null}"#, r#"{"a":""}"#] {
        assert_eq!(field::<Option<u8>>(body, "a"), Ok(None), "{body}");
        assert_eq!(field::<Option<Vec<u8>>>(body, "a"), Ok(None), "{body}");
        assert!(field::<Vec<u8>>(body, "a").is_err(), "{body}");
        assert!(field::<bool>(body, "a").is_err(), "{body}");
        assert!(field::<u8>(body, "a").is_err(), "{body}");
    }
}

#[test]
fn a_flag_is_read_however_it_is_written() {
    let no = ["0", r#""0""#, "-0", "false"];
    let yes = ["1", r#""1""#, "2", "-1", "true"];
    for (json, flag) in no.map(|json| (json, false)).into_iter().chain(yes.map(|json| (json, true))) {
        assert_eq!(read::<bool>(json), Ok(flag), "{json}");
    }
    for json in [r#""true""#, r#""false""#, "0.0", "[]", "{}", r#"" ""#, "null", r#""""#] {
        assert!(read::<bool>(json).unwrap_err().starts_with("expected 0 or 1, found "), "{json}");
    }
}

#[test]
fn numbers_may_stand_in_quotes() {
    for (json, expected) in [("1", Ok(1)), (r#""1""#, Ok(1)), (r#""""#, Ok(0)), ("null", Ok(0)), ("\"x\"", Err(()))] {
        let body = format!(r#"{{"vip":{json}}}"#);
        let object = Json::document(&body).and_then(Json::object).unwrap();
        assert_eq!(object.get_or_default::<u8>("vip").map_err(drop), expected, "{json}");
        assert_eq!(object.get_or_default::<bool>("vip").map_err(drop), expected.map(|vip| vip != 0), "{json}");
        assert_eq!(object.get_or_default::<u8>("absent"), Ok(0));
    }
    assert_eq!(read::<String>("12.50").unwrap(), "12.50");
    assert_eq!(read::<f64>(r#""12.5""#).unwrap().to_bits(), 12.5_f64.to_bits());
    assert_eq!(read::<f32>("0.1").unwrap().to_bits(), 0.1_f32.to_bits());
    for json in [r#""+1""#, r#"" 1""#, r#""inf""#, r#""NaN""#, "1e400", r#""-""#, "\"\"", "true"] {
        assert!(read::<f64>(json).is_err(), "{json}");
    }
    for (json, expected) in [("\"0\"", None), ("0", None), ("\"\"", None), ("\"7\"", Some(7)), ("7", Some(7))] {
        assert_eq!(read::<Option<UnixTime>>(json).unwrap(), expected.map(UnixTime::from_secs), "{json}");
    }
    assert_eq!(read::<i8>("200").unwrap_err(), "expected an integer of 8 bits, found a number");
}
