//! What is declared, in a form that can be held against a page.

use msdk::metadata::{Chapter, Field, FixedValue, Limits, Metadata, Method, Part, Shape};

/// A declared interface.
#[derive(Debug, Clone)]
pub struct Declared {
    /// The platform and the chapter that have it.
    pub chapter: (&'static str, &'static str),
    /// The path, with the slash at its end if it has one.
    pub path: String,
    /// The method, in capitals.
    pub method: &'static str,
    /// Whether the query may have `opua`.
    pub opua: bool,
    /// Whether it is for joint debugging only.
    pub unreleased: bool,
    /// What is sent, identity and constants included.
    pub request: Vec<DeclaredField>,
    /// What is read.
    pub reply: Vec<DeclaredField>,
    /// The codes of its own that have a meaning.
    pub codes: Vec<i64>,
}

/// A field as it is declared.
#[derive(Debug, Clone)]
pub struct DeclaredField {
    /// The key on the wire.
    pub name: String,
    /// The JSON type.
    pub shape: Shape,
    /// Whether it is always there.
    pub required: bool,
    /// What its value may be.
    pub limits: Limits,
    /// Whether a constant is sent for a value that is left out.
    pub has_default: bool,
    /// The constant that is sent.
    pub only: Option<FixedValue>,
    /// The fields of the object that it holds, alone or in a list.
    pub fields: Vec<DeclaredField>,
}

/// Returns the interfaces of some platforms, each with its chapters, such as [`msdk::PLATFORMS`].
#[must_use]
pub fn declared(platforms: &[(&'static str, &[Chapter])]) -> Vec<Declared> {
    let chapters =
        platforms.iter().flat_map(|(platform, chapters)| chapters.iter().map(move |chapter| (*platform, chapter)));
    chapters
        .flat_map(|(platform, chapter)| {
            chapter.endpoints.iter().map(move |endpoint| one((platform, chapter.name), endpoint))
        })
        .collect()
}

fn one(chapter: (&'static str, &'static str), endpoint: &Metadata) -> Declared {
    let identity = endpoint.identity;
    let mut request = Vec::new();
    for (names, shape) in [
        (identity.appid, identity.appid_shape),
        (identity.openid, Shape::Text),
        (identity.token, Shape::Text),
        (identity.app_key, Shape::Text),
    ] {
        request.extend(names.iter().map(|name| plain(name, shape, None)));
    }
    for fixed in endpoint.fixed {
        let shape = if matches!(fixed.value, FixedValue::Int(_)) { Shape::Int } else { Shape::Text };
        request.push(plain(fixed.name, shape, Some(fixed.value)));
    }
    add_fields(endpoint.fields, DEPTH, &mut request);
    let mut reply = Vec::new();
    if let Shape::Object(fields) = endpoint.reply {
        add_fields(fields, DEPTH, &mut reply);
    }
    let path = endpoint.path.trim_end_matches('/');
    let tables =
        msdk::catalogue::tables().iter().filter(|table| table.endpoint == Some(path)).flat_map(|table| table.codes);
    let codes = tables.chain(endpoint.codes).filter_map(|code| code.code).collect();
    Declared {
        chapter,
        path: endpoint.path.to_owned(),
        method: if matches!(endpoint.method, Method::GET) { "GET" } else { "POST" },
        opua: endpoint.opua,
        unreleased: endpoint.unreleased,
        request,
        reply,
        codes,
    }
}

fn plain(name: &str, shape: Shape, only: Option<FixedValue>) -> DeclaredField {
    DeclaredField {
        name: name.to_owned(),
        shape,
        required: true,
        limits: Limits::NONE,
        has_default: false,
        only,
        fields: Vec::new(),
    }
}

/// How many objects inside of each other are looked at: those that hold themselves have no end, and no page has more.
const DEPTH: usize = 6;

/// Adds fields, those of a flattened object in its place. A field that several kinds of an object have counts once.
fn add_fields(fields: &[Field], depth: usize, into: &mut Vec<DeclaredField>) {
    for field in fields {
        match field.shape.resolved() {
            Shape::Object(inner) if field.part == Part::Flattened || field.name.is_empty() => {
                add_fields(inner, depth, into);
            }
            _ if into.iter().any(|known| known.name == field.name) => {}
            shape => into.push(DeclaredField {
                name: field.name.to_owned(),
                shape,
                required: field.required,
                limits: field.limits,
                has_default: field.default.is_some(),
                only: None,
                fields: inner(shape, depth),
            }),
        }
    }
}

/// The fields inside of a value, those of all its alternatives.
fn inner(shape: Shape, depth: usize) -> Vec<DeclaredField> {
    let mut fields = Vec::new();
    let Some(deeper) = depth.checked_sub(1) else { return fields };
    match shape.resolved() {
        Shape::Object(inner) => add_fields(inner, deeper, &mut fields),
        Shape::List(item) | Shape::Map(item) => fields = inner(*item, depth),
        Shape::AnyOf(alternatives) => {
            for field in alternatives.iter().flat_map(|alternative| inner(alternative.shape, deeper)) {
                if !fields.iter().any(|known: &DeclaredField| known.name == field.name) {
                    fields.push(field);
                }
            }
        }
        _ => {}
    }
    fields
}

/// Returns the name of a JSON type, the same as a page's.
#[must_use]
pub fn name_of(shape: Shape) -> String {
    match shape.resolved() {
        Shape::Text => "string".into(),
        Shape::JoinedText(_) => "list in a string".into(),
        Shape::JsonText => "JSON in a string".into(),
        Shape::Int | Shape::Mask(_) => "integer".into(),
        Shape::Number => "number".into(),
        Shape::Quoted(_) => "number in a string".into(),
        Shape::Bool => "boolean".into(),
        Shape::Flag => "yes or no".into(),
        Shape::List(item) => format!("list of {}", name_of(*item)),
        Shape::Object(_) => "object".into(),
        Shape::Map(value) => format!("object with values of {}", name_of(*value)),
        Shape::AnyOf(alternatives) => {
            alternatives.iter().map(|field| name_of(field.shape)).collect::<Vec<_>>().join(" or ")
        }
        _ => "unknown".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_constants_and_flattened_fields_are_fields() {
        let all = declared(&msdk::PLATFORMS);
        let names = |path: &str| -> Vec<String> {
            let found = all.iter().find(|declared| declared.path == path).unwrap();
            found.request.iter().map(|field| field.name.clone()).collect()
        };
        assert_eq!(names("/profile/load_vip/"), ["appid", "openid", "accessToken", "login", "uin", "vip"]);
        let lookup = ["appid", "openid", "accessToken", "opt", "unionid", "zoneid", "groupCode"];
        assert_eq!(names("/relation/get_groupopenid/"), lookup);
    }
}
