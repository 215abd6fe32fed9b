//! What endpoints and fields mean, in two languages: English from the declarations, Chinese from a table beside this file.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use msdk::{
    Lang,
    metadata::{Field, Metadata, Part},
};

use crate::docs;

/// The Chinese texts: of each endpoint by its path, and in it of each field by its path or its name; `names` has those of
/// fields that mean the same wherever they stand. A test holds it against the registry.
static CHINESE: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
    LazyLock::new(|| toml::from_str(include_str!("endpoints.zh-CN.toml")).unwrap_or_default());

/// What stands for an endpoint in the place of a field's path.
const ABOUT: &str = "about";

/// What an endpoint does.
pub(crate) fn of_endpoint(lang: Lang, endpoint: &Metadata) -> Cow<'static, str> {
    match chinese(lang, endpoint, ABOUT) {
        Some(text) => text.into(),
        None => docs::plain(endpoint.docs).into(),
    }
}

/// What an endpoint does, on one line.
pub(crate) fn summary_of(lang: Lang, endpoint: &Metadata) -> Cow<'static, str> {
    match chinese(lang, endpoint, ABOUT) {
        Some(text) => text.into(),
        None => docs::summary(endpoint.docs).into(),
    }
}

/// What a field means, which stands at a path such as `lists.openid` and has this text in its declaration.
pub(crate) fn of_field(lang: Lang, endpoint: &Metadata, path: &str, english: &str) -> Cow<'static, str> {
    match chinese(lang, endpoint, path) {
        Some(text) => text.into(),
        None => docs::plain(english).into(),
    }
}

/// An object of an endpoint, whose fields are described in a language.
#[derive(Clone)]
pub(crate) struct At {
    pub(crate) lang: Lang,
    endpoint: &'static Metadata,
    /// The path of the object with a point behind it, or nothing.
    before: String,
}

impl At {
    /// The body of a request or of a reply.
    pub(crate) const fn body(lang: Lang, endpoint: &'static Metadata) -> Self {
        Self { lang, endpoint, before: String::new() }
    }

    /// What is inside of a field. The fields of a flattened object stand beside those around it.
    pub(crate) fn inside(&self, field: &Field) -> Self {
        match field.part {
            Part::Flattened => self.clone(),
            _ => Self { before: format!("{}{}.", self.before, field.name), ..*self },
        }
    }

    /// What a field means; `english` is the text of its declaration.
    pub(crate) fn field(&self, field: &Field, english: &str) -> Cow<'static, str> {
        if field.part == Part::Flattened {
            return self.nameless(english);
        }
        of_field(self.lang, self.endpoint, &format!("{}{}", self.before, field.name), english)
    }

    /// What something means that has no name in the JSON: a flattened object, or one kind of a value. There are texts for
    /// names only, so that this is English or nothing.
    pub(crate) fn nameless(&self, english: &str) -> Cow<'static, str> {
        match self.lang {
            Lang::Zh => "".into(),
            _ => docs::plain(english).into(),
        }
    }
}

/// The Chinese text, if it is asked for and there is one.
fn chinese(lang: Lang, endpoint: &Metadata, path: &str) -> Option<&'static str> {
    let name = path.rsplit('.').next().unwrap_or(path);
    let places = [(endpoint.path, path), (endpoint.path, name), ("names", name)];
    let find = |(table, key): &(&str, &str)| CHINESE.get(*table)?.get(*key);
    places.iter().filter(|_| lang == Lang::Zh).find_map(find).map(String::as_str)
}
