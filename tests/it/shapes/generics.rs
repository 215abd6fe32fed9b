//! Declarations with type parameters.

use msdk::{msdk_endpoint, msdk_object, msdk_reply};

use crate::support::{Script, session, settings};

#[msdk_endpoint(path = "/game/pages/", method = POST, function = none, idempotent, reply = Page<T>)]
struct Pages<'a, T> {
    filter: &'a [T],
    #[msdk(flatten)]
    rest: Rest<T>,
}

#[msdk_object]
struct Rest<T> {
    last: Option<T>,
}

#[msdk_reply(merge)]
#[derive(Debug, PartialEq)]
struct Page<T> {
    items: Vec<T>,
    #[msdk(default, keep)]
    first: T,
}

#[tokio::test]
async fn the_bounds_of_a_generic_declaration_are_added() {
    let script = Script::bodies([r#"{"ret":0,"items":["a"],"first":"b"}"#, r#"{"ret":0,"items":[1]}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let texts = Pages { filter: &["x".to_owned()], rest: Rest { last: Some("y".to_owned()) } };
    let page = client.call(&session(), texts).await.unwrap();
    assert_eq!(page, Page { items: vec!["a".to_owned()], first: "b".to_owned() });
    let numbers = Pages { filter: &[1_u32], rest: Rest { last: None } };
    assert_eq!(client.call(&session(), numbers).await.unwrap(), Page { items: vec![1], first: 0 });
    let requests = script.requests();
    assert!(requests[0].contains(r#""filter":["x"],"last":"y"}"#), "{requests:?}");
    assert!(requests[1].contains(r#""filter":[1]}"#), "{requests:?}");
}
