//! Words that are none of an attribute's, but are said in other crates or belong on another of our attributes: what to
//! write instead.

use crate::keys::{self, Kind};

const LENGTHS: &str = "write `bytes = ..=45` for the bytes of a text, `chars = ..=15` for its characters, \
                       `items = ..=50` for the items of a list";
const ENDS: &str = "write `range = 1..=99`, with an end left out where there is no limit";
const TRIES: &str =
    "how often is tried is the client's `retry_policy`; write `idempotent` if a repeat does no harm, or remove it";
const FUNCTION: &str = "no word says this; write a function, and `check = path::to::function` on the struct";
const DOCS: &str = "write a doc comment, `/// ...`";
const PATH: &str = "the host is the client's; write `path = \"/...\"`";
const METHOD: &str = "write `method = POST` or `method = GET`";

/// On the attribute of an endpoint.
const ON_ENDPOINTS: &[(&[&str], &str)] = &[
    (&["retry", "retries", "max_retries", "attempts"], TRIES),
    (&["url", "uri", "route", "endpoint", "address", "host"], PATH),
    (&["post", "get", "POST", "GET", "Post", "Get", "verb", "http_method", "request_method"], METHOD),
    (&["response", "returns", "output", "resp", "result", "ret", "answer"], "write `reply = ...`"),
    (&["name", "fn", "func", "fn_name", "ident"], "write `function = ...` for the name of the function"),
    (&["no_token", "without_token", "anonymous"], "write `token = none`"),
    (&["no_openid"], "write `openid = none`"),
    (&["no_appid"], "write `appid = none`"),
    (&["headers"], "write `header(\"X-Name\" = \"value\")`"),
    (&["content_type"], "the client's settings or the `codec` say it; remove it"),
    (&["body", "json", "form"], "the body is a JSON object of the fields; remove it"),
    (&["params"], "fields are parameters of the query with `method = GET` or `#[msdk(query)]`; remove it"),
    (&["timeout_ms", "timeout_secs"], "write `timeout = 500ms` or `timeout = 3s`"),
];

/// On the attribute of what is sent.
const ON_SENT_ITEMS: &[(&[&str], &str)] =
    &[(&["constant", "constants", "const", "static"], "write `fixed(dst = 1001)`")];

/// On any of our attributes.
const ON_ITEMS: &[(&[&str], &str)] = &[
    (&["rename_all", "rename"], "write `#[msdk(name = \"...\")]` on each field"),
    (&["doc", "docs", "description", "summary"], DOCS),
];

/// On a field.
const ON_FIELDS: &[(&[&str], &str)] = &[
    (&["optional", "nullable"], "make the type an `Option`"),
    (&["required", "not_null"], "every field is required unless its type is an `Option`; remove it"),
    (&["rename", "key", "wire", "wire_name", "field", "param"], "write `name = \"...\"`"),
    (&["skip", "skip_serializing_if", "skip_if"], "make the type an `Option` and leave it `None`"),
    (&["type", "ty", "kind", "as"], "the field's own type says it; write `u32` for an integer, `String` for a text"),
    (&["doc", "docs", "description"], DOCS),
    (&["sensitive", "redact", "hidden", "password"], "write `secret`"),
];

/// On a field of a request.
const ON_SENT_FIELDS: &[(&[&str], &str)] = &[
    (&["len", "length", "max_len", "min_len", "max_length", "min_length", "size", "max_size", "max_bytes"], LENGTHS),
    (&["min", "max", "minimum", "maximum", "ge", "le", "gt", "lt", "min_value", "max_value"], ENDS),
    (&["enum", "values", "oneof", "choices", "allowed", "any_of"], "write `one_of = [1, 2]`"),
    (&["regex", "pattern", "format", "validate", "custom", "with", "check"], FUNCTION),
    (&["separator", "delimiter", "sep", "csv"], "write `join = \",\"`"),
    (&["value", "constant", "fixed"], "write `fixed(dst = 1001)` on the attribute above the struct, without a field"),
];

/// What to do about a word that is not among the `known` ones.
pub(super) fn instead(key: &str, known: &[&str]) -> Option<&'static str> {
    if known == Kind::Object.alternative_words() && Kind::Object.field_words().contains(&key) {
        return Some("the value has no key and is written as its type says; remove it");
    }
    let tables: &[_] = if known.contains(&keys::PATH) {
        &[ON_ENDPOINTS, ON_SENT_ITEMS, ON_ITEMS]
    } else if known.contains(&keys::BYTES) {
        &[ON_SENT_FIELDS, ON_FIELDS]
    } else if known.contains(&keys::NAME) {
        &[ON_FIELDS]
    } else if known.contains(&keys::FIXED) {
        &[ON_SENT_ITEMS, ON_ITEMS]
    } else {
        &[ON_ITEMS]
    };
    let said = tables.iter().flat_map(|table| *table).find(|(words, _)| words.contains(&key));
    said.map(|(_, instead)| *instead).or_else(|| of_another_attribute(key, known))
}

/// Where a word of ours belongs that stands on the wrong attribute.
fn of_another_attribute(key: &str, known: &[&str]) -> Option<&'static str> {
    let on_field = |kind: Kind| kind.field_words().contains(&key);
    let on_item = |kind: Kind| kind.item_words().contains(&key);
    let is_on_field = known.contains(&keys::NAME);
    if is_on_field && on_field(Kind::Reply) {
        Some("it is a word of a reply's field; remove it")
    } else if is_on_field && on_field(Kind::Endpoint) {
        let is_reply = known.contains(&keys::KEEP);
        Some(if is_reply {
            "it is a word of a request's field, and an answer is taken as it comes; remove it"
        } else {
            "it is a word of an endpoint's own fields; remove it"
        })
    } else if on_item(Kind::Endpoint) {
        Some("it is a word of `#[msdk_endpoint(...)]`, above the struct of a request; move it there")
    } else if on_item(Kind::Reply) {
        Some("it is a word of `#[msdk_reply(...)]`, above the struct of a reply; move it there")
    } else if on_field(Kind::Endpoint) || on_field(Kind::Reply) {
        Some("it is a word of a field; write it in `#[msdk(...)]` on one")
    } else {
        None
    }
}

/// The word of ours that an unknown one states in another way, which is not missing then.
pub(super) fn stands_for(key: &str) -> Option<&'static str> {
    let says = |instead: &str| ON_ENDPOINTS.iter().any(|(words, text)| *text == instead && words.contains(&key));
    [(PATH, keys::PATH), (METHOD, keys::METHOD)].into_iter().find_map(|(text, word)| says(text).then_some(word))
}
