//! Constants of objects, and objects that are not there.

use msdk::{
    declare::Endpoint,
    metadata::{FixedValue, Shape},
    msdk_endpoint, msdk_object, msdk_reply,
};

use crate::{
    language::{sent, violations},
    support::{Script, session, settings},
};

#[msdk_object(fixed(optype = 1, from = "game"))]
struct Operation {
    #[msdk(range = 1..=9)]
    zone: u32,
}

#[msdk_object(fixed(optype = 2))]
enum Deed {
    #[msdk(fixed(kind = 1))]
    Won {
        count: u32,
    },
    Nothing,
}

#[msdk_endpoint(path = "/game/operate/", method = POST, reply = ())]
struct Operate {
    operations: Vec<Operation>,
    deed: Deed,
    #[msdk(flatten)]
    own: Operation,
}

#[test]
fn an_object_has_constants() {
    let operate = |zone, deed| Operate { operations: vec![Operation { zone }], deed, own: Operation { zone: 2 } };
    let rest = r#""optype":1,"from":"game","zone":2}"#;
    let operations = r#""operations":[{"optype":1,"from":"game","zone":1}]"#;
    let won = operate(1, Deed::Won { count: 3 });
    assert_eq!(sent(won), format!(r#"{{{operations},"deed":{{"optype":2,"kind":1,"count":3}},{rest}"#));
    assert_eq!(sent(operate(1, Deed::Nothing)), format!(r#"{{{operations},"deed":{{"optype":2}},{rest}"#));
    assert_eq!(violations(operate(0, Deed::Nothing)), ["`operations[0].zone` must be 1 to 9, is 0"]);

    let Shape::Object(deed) = Operate::META.fields[1].shape else { panic!("an object") };
    let deed: Vec<_> = deed.iter().map(|field| (field.name, field.required, field.limits.one_of)).collect();
    let of = |value| [FixedValue::Int(value)];
    assert_eq!(deed, [("optype", true, &of(2)[..]), ("kind", false, &of(1)[..]), ("count", false, &[][..])]);
}

#[msdk_reply]
#[derive(Debug, PartialEq, Default)]
struct Pair {
    left: u32,
    #[msdk(default)]
    right: u32,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct PairsReply {
    must: Pair,
    may: Option<Pair>,
    #[msdk(default, alias = "other")]
    else_zero: Pair,
}

#[msdk_endpoint(path = "/game/pairs/", method = POST, idempotent, reply = PairsReply)]
struct Pairs;

#[tokio::test]
async fn an_object_that_may_be_absent_may_be_an_empty_list() {
    let none = ["null", r#""""#, "[]", "[ \t\n ]"];
    let bodies: Vec<_> = none
        .iter()
        .flat_map(|none| {
            let answer = |must: &str| format!(r#"{{"ret":0,"must":{must},"may":{none},"other":{none}}}"#);
            [answer(r#"{"left":1}"#), answer(none)]
        })
        .chain([r#"{"ret":0,"must":{"left":1},"may":[{"left":1}]}"#.to_owned()])
        .collect();
    let script = Script::bodies(bodies.iter().map(String::as_str)).await;
    let client = settings(&script.base_url).build().unwrap();
    for found in ["null", "an empty string", "an array", "an array"] {
        let reply = client.call(&session(), Pairs).await.unwrap();
        let must = Pair { left: 1, right: 0 };
        assert_eq!(reply, PairsReply { must, may: None, else_zero: Pair::default() });
        let error = client.call(&session(), Pairs).await.unwrap_err();
        assert_eq!(error.path(), Some("must"), "{error}");
        assert!(error.to_string().contains(&format!("expected an object, found {found}")), "{error}");
    }
    let error = client.call(&session(), Pairs).await.unwrap_err();
    assert_eq!(error.path(), Some("may"), "a list with items is no object: {error}");
}
