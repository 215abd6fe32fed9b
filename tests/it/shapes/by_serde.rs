//! Values that serde writes and reads.

use msdk::{declare::Endpoint, metadata::Shape, msdk_endpoint, msdk_object, msdk_reply};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{read, says};
use crate::language::{sent, violations};

/// A moment, as another crate would have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Moment {
    unix_seconds: i64,
    zone_name: Option<String>,
}

/// What no JSON can hold.
#[derive(Debug, Clone)]
struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("hunter2"))
    }
}

#[msdk_endpoint(path = "/game/moments/", method = POST, reply = ())]
struct Moments<T: Clone> {
    #[msdk(serde)]
    at: Moment,
    #[msdk(serde, name = "extraData", json)]
    extra: Option<Value>,
    #[msdk(serde)]
    any: T,
    kind: MomentKind,
}

#[msdk_object]
enum MomentKind {
    #[msdk(fixed(kind = 1))]
    At {
        #[msdk(serde)]
        at: Option<Moment>,
    },
}

fn moments_with<T: Clone>(any: T) -> Moments<T> {
    let at = Moment { unix_seconds: 5, zone_name: None };
    Moments { at, extra: Some(json!({"a": [1]})), any, kind: MomentKind::At { at: None } }
}

#[test]
fn serde_writes_what_it_knows() {
    let at = r#"{"unixSeconds":5,"zoneName":null}"#;
    assert_eq!(
        sent(moments_with(json!(null))),
        format!(r#"{{"at":{at},"extraData":"{{\"a\":[1]}}","any":null,"kind":{{"kind":1}}}}"#)
    );
    let at_kind = MomentKind::At { at: Some(moments_with(1).at) };
    assert_eq!(
        sent(Moments { extra: None, kind: at_kind, ..moments_with(vec!["x"]) }),
        format!(r#"{{"at":{at},"any":["x"],"kind":{{"kind":1,"at":{at}}}}}"#)
    );
    assert_eq!(violations(moments_with(Unwritable)), ["`any` cannot be written by serde as JSON"]);
    let nested = |levels| (1..levels).fold(json!([]), |inner, _| json!([inner]));
    assert!(sent(moments_with(nested(31))).contains("]]"));
    assert_eq!(violations(moments_with(nested(32))), ["`any` must have at most 32 levels of nesting"]);
    let [at, extra, ..] = Moments::<Value>::META.fields else { panic!("several") };
    assert!(matches!(at.shape, Shape::Any) && at.required);
    assert!(matches!(extra.shape, Shape::JsonText) && !extra.required);
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct MomentsReply {
    #[msdk(serde, alias = "time")]
    at: Moment,
    #[msdk(serde)]
    until: Option<Moment>,
    #[msdk(serde, default)]
    extra: Value,
}

#[msdk_endpoint(path = "/game/read_moments/", method = POST, idempotent, reply = MomentsReply)]
#[derive(Clone, Copy)]
struct ReadMoments;

#[tokio::test]
async fn serde_reads_what_it_knows() {
    let deep = format!(r#"{{"ret":0,"at":{{"unixSeconds":5}},"extra":{}0{}}}"#, "[".repeat(40), "]".repeat(40));
    let replies = read(
        ReadMoments,
        &[
            r#"{"ret":0,"at":{"unixSeconds":5,"zoneName":"x"},"until":{"unixSeconds":6},"extra":[1,{"b":null}]}"#,
            r#"{"ret":0,"time":{"unixSeconds":5},"until":"","extra":null}"#,
            r#"{"ret":0,"at":"hunter2"}"#,
            r#"{"ret":0,"at":{"unixSeconds":5},"until":{"unixSeconds":"hunter2"}}"#,
            r#"{"ret":0,"until":{"unixSeconds":5}}"#,
            r#"{"ret":0,"at":{"unixSeconds":5},"at":{"unixSeconds":5}}"#,
            &deep,
        ],
    )
    .await;
    let moment = |unix_seconds, zone: Option<&str>| Moment { unix_seconds, zone_name: zone.map(str::to_owned) };
    let first = MomentsReply { at: moment(5, Some("x")), until: Some(moment(6, None)), extra: json!([1, {"b": null}]) };
    assert_eq!(replies[0], Ok(first));
    assert_eq!(replies[1], Ok(MomentsReply { at: moment(5, None), until: None, extra: Value::Null }));
    let unread = "expected what serde reads as its type, found";
    assert!(says(&replies[2], "read_moments", &format!("`at`: {unread} a string")), "{replies:?}");
    assert!(says(&replies[3], "read_moments", &format!("`until`: {unread} an object")), "{replies:?}");
    assert!(says(&replies[4], "read_moments", "`at`: expected a value, found no such field"), "{replies:?}");
    assert!(says(&replies[5], "read_moments", "`at`: expected a key that comes once"), "{replies:?}");
    assert!(says(&replies[6], "read_moments", "at most 32 levels of nesting"), "{replies:?}");
}
