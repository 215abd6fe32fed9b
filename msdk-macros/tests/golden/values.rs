#[msdk_endpoint(path = "/game/values/", method = POST)]
struct Values {
    #[msdk(items = 1..=50)]
    levels: BTreeMap<String, u32>,
    #[msdk(quoted, range = 1..=9, default = 1)]
    zone: Option<u32>,
    #[msdk(serde)]
    at: DateTime<Utc>,
    #[msdk(serde, json, secret)]
    extra: Option<Value>,
    root: Node,
}

#[msdk_object]
struct Node {
    children: Vec<Node>,
    #[msdk(serde)]
    at: DateTime<Utc>,
}

#[msdk_object]
enum Kinds {
    A {
        #[msdk(serde)]
        at: DateTime<Utc>,
    },
}

#[msdk_reply]
struct ValuesReply {
    children: Vec<Self>,
    #[msdk(serde)]
    at: DateTime<Utc>,
    #[msdk(serde)]
    until: Option<DateTime<Utc>>,
    #[msdk(serde, default)]
    extra: Value,
}
