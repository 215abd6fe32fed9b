//! Types that hold themselves.

use msdk::{declare::Endpoint, metadata::Shape, msdk_endpoint, msdk_object, msdk_reply};

use crate::{
    language::{sent, violations},
    support::{Script, session, settings},
};

#[msdk_object]
struct Node {
    name: u32,
    children: Vec<Node>,
    next: Option<Box<Node>>,
}

#[msdk_endpoint(path = "/game/tree/", method = POST, idempotent)]
struct Tree {
    root: Node,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct TreeReply {
    root: ReadNode,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct ReadNode {
    name: u32,
    children: Vec<Self>,
    next: Option<Box<ReadNode>>,
}

fn leaf(name: u32) -> Node {
    Node { name, children: vec![], next: None }
}

#[test]
fn a_type_may_hold_itself() {
    let root = Node { name: 1, children: vec![leaf(2)], next: Some(Box::new(leaf(3))) };
    let leaf_json = |name| format!(r#"{{"name":{name},"children":[]}}"#);
    let expected = format!(r#"{{"root":{{"name":1,"children":[{}],"next":{}}}}}"#, leaf_json(2), leaf_json(3));
    assert_eq!(sent(Tree { root }), expected);

    let nested = |levels| (0..levels).fold(leaf(0), |inner, name| Node { next: Some(Box::new(inner)), ..leaf(name) });
    // The body, the root, and those in it; the innermost has a list.
    assert!(sent(Tree { root: nested(29) }).contains("children"));
    let found = violations(Tree { root: nested(30) });
    assert_eq!(found, [format!("`root{}.children` must have at most 32 levels of nesting", ".next".repeat(30))]);

    let Shape::Object(fields) = Tree::META.fields[0].shape else { panic!("an object") };
    for field in &fields[1..] {
        let inner = match field.shape.resolved() {
            Shape::List(item) => item.resolved(),
            shape => shape,
        };
        assert!(matches!(inner, Shape::Object([name, ..]) if name.name == "name"));
    }
    assert!(fields[1].required && !fields[2].required);
}

#[tokio::test]
async fn a_type_that_holds_itself_is_read() {
    let nested = |levels: usize| {
        let open = r#"{"name":1,"children":[],"next":"#.repeat(levels);
        format!(r#"{{"ret":0,"root":{open}null{}}}"#, "}".repeat(levels))
    };
    let bodies = [nested(1), nested(29), nested(32)];
    let script = Script::bodies(bodies.iter().map(String::as_str)).await;
    let client = settings(&script.base_url).build().unwrap();
    let reply = client.call(&session(), Tree { root: leaf(1) }).await.unwrap();
    assert_eq!(reply.root, ReadNode { name: 1, children: vec![], next: None });
    let deep = client.call(&session(), Tree { root: leaf(1) }).await.unwrap();
    let levels = std::iter::successors(Some(&deep.root), |node| node.next.as_deref()).count();
    assert_eq!(levels, 29);
    let error = client.call(&session(), Tree { root: leaf(1) }).await.unwrap_err();
    assert!(error.to_string().contains("at most 32 levels of nesting"), "{error}");
}
