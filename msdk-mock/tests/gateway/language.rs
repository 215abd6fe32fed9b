//! What a declaration says about values is what the gateway holds a request against.

use msdk::{Endpoint, msdk_endpoint, msdk_object};
use msdk_mock::Gateway;
use serde_json::{Value, json};

use crate::support::{NOW, Raw, caller, client, refusal};

/// A gateway that takes one interface, which answers with `ret` and `msg` alone.
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
