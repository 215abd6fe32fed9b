//! `msdk openapi`: the registry as an OpenAPI 3.1 document.

mod control;
mod example;
mod named;
mod operation;
mod parameters;
mod properties;
mod schema;

use std::sync::LazyLock;

use msdk::{Environment, Lang, metadata::Metadata};
use serde_json::{Map, Value, json};

use crate::{
    describe::{code_as_json, shared_tables},
    output::Output,
    registry::entries,
    words::say,
};

/// What holds for every endpoint.
const DESCRIPTION: &str = "\
The server-side endpoints for players of mobile QQ, of WeChat and for guests.

Each request is signed: `sig` in the query is the MD5 of the app key followed by `timestamp`, as hexadecimal digits in lower \
case. `appid` and `openid` of the body are those of the query; for a guest both begin with `G_`.

Each answer has HTTP status 200. With `ret` 0 it is a success, with any other it is a refusal. `x-msdk-codes` of an operation \
explains the codes that it has to itself, `x-msdk-code-tables` those of the whole platform: what each means, whose turn it \
is, and what to do.

Answers have numbers in quotes or not, and `null` or an empty string for what is not there.";

const CHINESE_DESCRIPTION: &str = "\
面向手机 QQ、微信与游客玩家的服务端接口。

每个请求都要签名：查询串中的 `sig` 是 app key 与 `timestamp` 拼接后的 MD5，以小写十六进制书写。请求体中的 `appid` 与 `openid` 与查询串中相同；\
游客的两者都以 `G_` 开头。

应答的 HTTP 状态码均为 200。`ret` 为 0 表示成功，其他值表示被拒绝。各接口的 `x-msdk-codes` 说明该接口特有的错误码，`x-msdk-code-tables` 说明整个\
平台的错误码：含义、由谁处理、如何处理。

应答中的数字可能带引号，也可能不带；没有的值写作 `null` 或空字符串。

测试网关的控制接口（`gateway`）只有英文说明。";

/// Prints the document.
pub(crate) fn document(lang: Lang) -> Output {
    Output::json(in_lang(lang))
}

/// The example of an endpoint's body.
pub(crate) fn example_of(endpoint: &Metadata) -> Option<&'static Value> {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(value);
    let method = endpoint.method.as_str().to_ascii_lowercase();
    let operation = DOCUMENT.get("paths")?.get(endpoint.path)?.get(method)?;
    operation.pointer("/requestBody/content/application~1json/example")
}

/// Writes the document.
pub(crate) fn value() -> Value {
    in_lang(Lang::En)
}

/// Writes the document with the texts of the endpoints in a language.
fn in_lang(lang: Lang) -> Value {
    let mut schemas = control::schemas();
    schemas.extend([
        ("Success".to_owned(), success(lang)),
        ("Refusal".to_owned(), refusal(lang)),
        ("Flag".to_owned(), flag(lang)),
    ]);
    let mut paths = Map::new();
    for entry in entries() {
        let item =
            json!({ entry.metadata.method.as_str().to_ascii_lowercase(): operation::of(&entry, lang, &mut schemas) });
        paths.insert(entry.metadata.path.to_owned(), item);
    }
    paths.extend(control::paths());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Tencent MSDK",
            "version": env!("CARGO_PKG_VERSION"),
            "description": say(lang, DESCRIPTION, CHINESE_DESCRIPTION),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": servers(),
        "security": [{ "sig": [] }],
        "tags": tags(),
        "paths": paths,
        "components": {
            "securitySchemes": { "sig": {
                "type": "apiKey", "in": "query", "name": "sig",
                "description": say(
                    lang,
                    "The MD5 of the app key followed by `timestamp`, 32 hexadecimal digits in lower case.",
                    "app key 与 `timestamp` 拼接后的 MD5，32 位小写十六进制。",
                ),
            }, "accessToken": {
                "type": "http", "scheme": "bearer",
                "description": "The access token of the gateway for tests, if it has one.",
            } },
            "parameters": parameters::components(lang),
            "schemas": schemas,
        },
        "x-msdk-code-tables": shared_tables().map(|table| json!({
            "name": table.name,
            "codes": table.codes.iter().map(code_as_json).collect::<Value>(),
        })).collect::<Value>(),
    })
}

/// The hosts that take requests as described here.
fn servers() -> Value {
    let is_of_v3 = |environment: &Environment| environment.as_str().starts_with("v3");
    let environments = Environment::ALL.iter().copied().filter(|environment| !is_of_v3(environment));
    environments
        .map(|environment| json!({ "url": environment.base_url(), "description": environment.as_str() }))
        .collect()
}

fn tags() -> Value {
    let mut tags: Vec<String> = entries().map(|entry| entry.tag()).collect();
    tags.dedup();
    tags.push(control::TAG.to_owned());
    tags.into_iter().map(|name| json!({ "name": name })).collect()
}

fn success(lang: Lang) -> Value {
    let say = |en, zh| say(lang, en, zh);
    json!({
        "type": "object",
        "description": say("What every success has.", "成功的应答都有的内容。"),
        "properties": {
            "ret": { "const": 0 },
            "msg": { "type": "string", "description": say("A text without a meaning.", "没有含义的文字。"), "examples": ["success"] },
            "msdkExtInfo": { "type": "string", "description": say("As the request had it.", "与请求中相同。") },
        },
        "required": ["ret"],
    })
}

/// Three enums, since values of several types in one are no type that generators of clients know.
fn flag(lang: Lang) -> Value {
    json!({
        "description": say(lang, "Yes or no, however the platform writes it.", "是或否，平台有多种写法。"),
        "anyOf": [
            { "type": "integer", "enum": [0, 1] },
            { "type": "string", "enum": ["0", "1"] },
            { "type": "boolean" },
        ],
    })
}

fn refusal(lang: Lang) -> Value {
    let say = |en, zh| say(lang, en, zh);
    json!({
        "type": "object",
        "description": say(
            "The platform refuses, and the rest of the answer means nothing.",
            "平台拒绝；应答的其余内容没有意义。",
        ),
        "properties": {
            "ret": { "type": "integer", "not": { "const": 0 }, "description": say("The code.", "错误码。") },
            "msg": {
                "type": "string",
                "description": say(
                    "A text. Where `ret` is -10000 (mobile QQ) or -20000 (WeChat), the platform's own code stands before \
                     its first comma.",
                    "文字说明。`ret` 为 -10000（手机 QQ）或 -20000（微信）时，第一个逗号之前是平台自身的错误码。",
                ),
            },
            "platCode": {
                "type": ["integer", "string", "null"],
                "description": say("The platform's own code, of endpoints for QQ groups.", "平台自身的错误码，见于 QQ 群接口。"),
            },
            "err_type": {
                "type": ["integer", "string", "null"],
                "description": say(
                    "The platform's classification: 1 try later, 2 authorise again, 3 refresh the token.",
                    "平台的分类：1 稍后重试，2 重新授权，3 续期票据。",
                ),
            },
            "msdkExtInfo": { "type": "string", "description": say("As the request had it.", "与请求中相同。") },
        },
        "required": ["ret"],
    })
}
