//! What a declaration says about values is what the gateway holds a request against.

use std::collections::BTreeMap;

use msdk::{bit_mask, declare::Endpoint, msdk_endpoint, msdk_object};
use msdk_mock::Gateway;
use serde_json::{Value, json};

use crate::support::{NOW, Raw, caller, client, refusal};

/// A gateway that takes one endpoint, which answers with `ret` and `msg` alone.
async fn gateway<E: Endpoint>() -> Gateway {
    Gateway::builder().clock(NOW).endpoint(E::META, |_, _| Ok(json!({}))).start().await.unwrap()
}

/// Sends a request as the client makes it, which is admitted, and then with other values under a key.
async fn check<E: Endpoint<Reply = ()> + Clone, const N: usize>(right: E, name: &str, cases: [(Value, &str); N]) {
    let gateway = gateway::<E>().await;
    client(&gateway).call(&caller(), right.clone()).await.unwrap();
    for (value, msg) in cases {
        let raw = Raw::of(&gateway, right.clone()).edit(|body| body[name] = value);
        assert_eq!(raw.send(&gateway).await, refusal(-1011, msg));
    }
}

#[msdk_object(fixed(optype = 1))]
#[derive(Clone)]
struct Operation {
    zone: u32,
}

#[msdk_endpoint(path = "/game/operate/", method = POST, reply = ())]
#[derive(Clone)]
struct Operate {
    operation: Operation,
}

#[tokio::test]
async fn an_object_has_its_constants() {
    let cases = [
        (json!({"zone": 1}), "`operation.optype` is missing"),
        (json!({"optype": 2, "zone": 1}), "`operation.optype` must be one of 1"),
        (json!({"optype": "1", "zone": 1}), "`operation.optype` expected an integer, found a string"),
    ];
    check(Operate { operation: Operation { zone: 1 } }, "operation", cases).await;
}

#[msdk_object(untagged)]
#[derive(Clone)]
enum Battles {
    One(Operation),
    Many(#[msdk(items = 1..=2)] Vec<Operation>),
}

#[msdk_endpoint(path = "/game/report_battles/", method = POST, reply = ())]
#[derive(Clone)]
struct ReportBattles {
    json: Battles,
}

#[tokio::test]
async fn a_value_of_several_types_is_one_of_them() {
    let one = || Operation { zone: 1 };
    let none = json!([]);
    let cases = [
        (json!("x"), "`json` expected an object or an array, found a string"),
        (json!({"optype": 1}), "`json.zone` is missing"),
        (none, "`json` must have 1 to 2 items, has 0"),
        (json!([{"optype": 1, "zone": "x"}]), "`json[0].zone` expected an integer, found a string"),
    ];
    check(ReportBattles { json: Battles::One(one()) }, "json", cases).await;
    check(ReportBattles { json: Battles::Many(vec![one(), one()]) }, "json", []).await;
}

#[msdk_endpoint(path = "/game/levels/", method = POST, reply = ())]
#[derive(Clone)]
struct Levels {
    #[msdk(items = 1..=2)]
    levels: BTreeMap<String, Vec<u32>>,
}

#[tokio::test]
async fn keys_may_be_data() {
    let cases = [
        (json!({}), "`levels` must have 1 to 2 items, has 0"),
        (json!({"a": [], "b": [], "c": []}), "`levels` must have 1 to 2 items, has 3"),
        (json!({"a": ["x"]}), "`levels.a[0]` expected an integer, found a string"),
        (json!([1]), "`levels` expected an object, found an array"),
    ];
    check(Levels { levels: [("whatever".to_owned(), vec![1])].into() }, "levels", cases).await;
}

#[msdk_endpoint(path = "/game/quoted/", method = POST, reply = ())]
#[derive(Clone)]
struct Quoted {
    #[msdk(quoted, range = 1..=9, default = 1)]
    zone: Option<u32>,
    #[msdk(quoted)]
    rates: Vec<f64>,
}

#[tokio::test]
async fn a_number_may_have_to_be_in_quotes() {
    let quoted = Quoted { zone: None, rates: vec![0.5, 1.0] };
    let zones = [
        (json!(3), "`zone` expected an integer in quotes, found an integer"),
        (json!("x"), "`zone` expected an integer in quotes, found a string"),
        (json!("03"), "`zone` expected an integer in quotes, found a string"),
        (json!("10"), "`zone` must be 1 to 9, is 10"),
    ];
    check(quoted.clone(), "zone", zones).await;
    check(quoted, "rates", [(json!([1]), "`rates[0]` expected a number in quotes, found an integer")]).await;
}

#[msdk_object]
#[derive(Clone)]
struct Node {
    name: u32,
    children: Vec<Node>,
    next: Option<Box<Node>>,
}

#[msdk_endpoint(path = "/game/tree/", method = POST, reply = ())]
#[derive(Clone)]
struct Tree {
    root: Node,
}

#[tokio::test]
async fn a_type_may_hold_itself() {
    let leaf = || Node { name: 1, children: vec![], next: None };
    let root = Node { children: vec![leaf(), leaf()], next: Some(Box::new(leaf())), ..leaf() };
    let spoiled = |inner: Value| json!({"name": 1, "children": [{"name": 2, "children": [], "next": inner}]});
    let cases = [
        (
            spoiled(json!({"name": "x", "children": []})),
            "`root.children[0].next.name` expected an integer, found a string",
        ),
        (spoiled(json!({"name": 1})), "`root.children[0].next.children` is missing"),
    ];
    check(Tree { root }, "root", cases).await;
}

bit_mask! {
    /// Memberships.
    struct Kinds: u8 {
        MEMBER = 1,
        SUPER = 1 << 4,
    }
}

#[msdk_endpoint(path = "/game/vips/", method = POST, reply = ())]
#[derive(Clone)]
struct Vips {
    #[msdk(range = 1..)]
    vip: Kinds,
    #[msdk(quoted)]
    also: Kinds,
}

#[tokio::test]
async fn a_mask_is_a_number_without_a_sign() {
    let vips = Vips { vip: Kinds::MEMBER | Kinds::from_bits(2), also: Kinds::SUPER };
    let cases = [
        (json!(-1), "`vip` expected an integer without a sign, found an integer"),
        (json!("1"), "`vip` expected an integer without a sign, found a string"),
        (json!(0), "`vip` must be at least 1, is 0"),
    ];
    check(vips.clone(), "vip", cases).await;
    let cases = [
        (json!(16), "`also` expected an integer in quotes, found an integer"),
        (json!("256"), "`also` must be 0 to 255, is 256"),
    ];
    check(vips, "also", cases).await;
}
