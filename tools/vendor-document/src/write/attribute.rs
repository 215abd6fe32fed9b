//! The attribute of an endpoint, and its struct.

use super::{docs, layout, object::Writer};
use crate::page::{Field, Interface, Kind};

/// How the identity of a call stands among the fields of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    /// The names of the app id, and whether it is an integer.
    appid: Vec<(String, bool)>,
    openid: Option<String>,
    token: Vec<String>,
    app_key: Option<String>,
}

impl Identity {
    /// Finds it by its names, which are the same on all pages.
    pub(super) fn of(interface: &Interface) -> Self {
        let mut identity = Self::default();
        // A token that is always empty is none.
        let is_empty = |field: &&Field| field.prose.only.as_deref() == Some("");
        for field in interface.request.iter().filter(|field| !is_empty(field)) {
            let is_value = !matches!(field.kind, Kind::List(_) | Kind::Object(_));
            let name = field.name.clone();
            match field.name.to_ascii_lowercase().as_str() {
                "appid" | "oauth_consumer_key" if is_value && identity.appid.len() < 2 => {
                    identity.appid.push((name, field.kind == Kind::Int));
                }
                "openid" | "guestid" if is_value && identity.openid.is_none() => identity.openid = Some(name),
                "accesstoken" | "access_token" | "openkey" if is_value && identity.token.len() < 2 => {
                    identity.token.push(name);
                }
                "secret" | "appkey" | "app_key" if field.about.to_ascii_lowercase().contains("appkey") => {
                    identity.app_key = Some(name);
                }
                _ => {}
            }
        }
        // The name that all interfaces have comes first.
        identity.appid.sort_by_key(|(name, _)| name != "appid");
        identity
    }

    /// Whether a field is a part of it.
    fn has(&self, name: &str) -> bool {
        let mut names =
            self.appid.iter().map(|(name, _)| name).chain(&self.openid).chain(&self.token).chain(&self.app_key);
        names.any(|own| own == name)
    }

    /// The words of the attribute; nothing for what is as usual.
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        match self.appid.first() {
            None => words.push("appid = none".to_owned()),
            Some((name, is_int)) => {
                let kind = if *is_int { "int" } else { "string" };
                if name != "appid" {
                    words.push(format!("appid = {kind}({name:?})"));
                } else if *is_int {
                    words.push("appid = int".to_owned());
                }
            }
        }
        if let Some((also, _)) = self.appid.get(1) {
            words.push(format!("appid_also = {also:?}"));
        }
        match self.openid.as_deref() {
            None => words.push("openid = none".to_owned()),
            Some("openid") => {}
            Some(name) => words.push(format!("openid = {name:?}")),
        }
        match self.token.first().map(String::as_str) {
            None => words.push("token = none".to_owned()),
            Some("accessToken") => {}
            Some(name) => words.push(format!("token = {name:?}")),
        }
        if let Some(also) = self.token.get(1) {
            words.push(format!("token_also = {also:?}"));
        }
        words.extend(self.app_key.iter().map(|name| format!("app_key = {name:?}")));
        words
    }
}

/// Writes an endpoint.
pub(super) fn endpoint(
    interface: &Interface,
    identity: &Identity,
    reply: Option<&str>,
    name: &str,
    writer: &mut Writer,
) -> String {
    writer.uses("msdk_endpoint");
    let method = interface.method.as_deref().filter(|method| *method == "GET").unwrap_or("POST");
    writer.is_query = method == "GET";
    let own: Vec<&Field> = interface.request.iter().filter(|field| !identity.has(&field.name)).collect();
    let (fixed, fields): (Vec<&Field>, Vec<&Field>) = own.into_iter().partition(|field| constant(field).is_some());
    let mut words = vec![format!("path = {:?}", interface.key()), format!("method = {method}")];
    if !interface.request.is_empty() {
        words.extend(identity.words());
    }
    if !fixed.is_empty() {
        let constants = fixed.iter().filter_map(|field| Some(format!("{} = {}", field.name, constant(field)?)));
        words.push(format!("fixed({})", constants.collect::<Vec<_>>().join(", ")));
    }
    words.extend(interface.query.contains("opua").then(|| "opua".to_owned()));
    words.extend(interface.unreleased.then(|| "unreleased".to_owned()));
    words.extend(reply.is_none().then(|| "reply = ()".to_owned()));
    let mut text = describe(interface, writer);
    for to_do in to_dos(interface) {
        text.push_str(&layout::comment("// TODO:", &to_do, 0));
    }
    text.push_str(&attribute("msdk_endpoint", &words));
    text.push_str("#[derive(Debug, Clone, PartialEq)]\n");
    let fields = writer.request_fields(&fields);
    if fields.is_empty() {
        text.extend(["pub struct ", name, ";\n"]);
    } else {
        text.extend(["pub struct ", name, " {\n", &fields, "}\n"]);
    }
    text
}

/// The constant that a field always has, as Rust writes it.
fn constant(field: &Field) -> Option<String> {
    let is_plain = field.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let only = field.prose.only.as_ref().filter(|_| field.optional != Some(true) && is_plain)?;
    match field.kind {
        Kind::Int => only.parse::<i64>().ok().map(|value| value.to_string()),
        Kind::Text => Some(format!("{only:?}")),
        _ => None,
    }
}

fn describe(interface: &Interface, writer: &Writer) -> String {
    let about = if interface.about.is_empty() { &interface.title } else { &interface.about };
    let mut text = docs::of_item(about, "The page does not say what it does.", writer.language);
    let section = interface.number.as_ref().map_or(String::new(), |number| format!("section {number}, "));
    text.push_str("///\n");
    text.push_str(&layout::comment("///", &format!("Of the vendor's page: {section}line {}.", interface.line), 0));
    if !interface.codes.is_empty() {
        text.push_str("///\n/// Codes:\n///\n");
        for code in &interface.codes {
            let meaning = docs::escape(&docs::clean(&code.meaning));
            text.push_str(&layout::comment("///", &format!("- {}: {meaning}", crate::show::range(code.codes)), 0));
        }
    }
    text
}

/// What the page leaves open of the interface as a whole.
fn to_dos(interface: &Interface) -> Vec<String> {
    let mut to_dos = Vec::new();
    // A sample that is no JSON is the page's own affair.
    for slip in interface.slips.iter().filter(|slip| !slip.what.contains("is no JSON")) {
        to_dos.push(format!("the page, line {}: {}", slip.line, slip.what));
    }
    if interface.method.is_none() {
        to_dos.push("the page does not say which method it has; all others have POST".to_owned());
    }
    if interface.request.is_empty() {
        to_dos.push(
            "the page has no table of the request, so that it has the usual identity and nothing else".to_owned(),
        );
    }
    to_dos.push("the page does not say whether a repeated call does harm; add `idempotent` if it does not".to_owned());
    if !interface.codes.is_empty() {
        to_dos.push(
            "the page does not say what to do about its codes; add `codes(...)` with an advice for each".to_owned(),
        );
    }
    to_dos
}

/// Writes an attribute, in several lines if it takes them.
pub(super) fn attribute(name: &str, words: &[String]) -> String {
    if words.is_empty() {
        return format!("#[{name}]\n");
    }
    let line = format!("#[{name}({})]\n", words.join(", "));
    if line.len() <= 120 {
        return line;
    }
    format!("#[{name}(\n    {},\n)]\n", words.join(",\n    "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(fields: &[(&str, Kind, &str)]) -> Vec<String> {
        let field = |(name, kind, about): &(&str, Kind, &str)| Field {
            name: (*name).to_owned(),
            kind: kind.clone(),
            about: (*about).to_owned(),
            ..Field::default()
        };
        Identity::of(&Interface { request: fields.iter().map(field).collect(), ..Interface::default() }).words()
    }

    #[test]
    fn identity_is_found_by_its_names() {
        let text = Kind::Text;
        assert_eq!(
            words(&[("appid", text.clone(), ""), ("openid", text.clone(), ""), ("accessToken", text.clone(), "")]),
            [""; 0]
        );
        let share = [
            ("openkey", text.clone(), ""),
            ("oauth_consumer_key", Kind::Int, ""),
            ("appid", Kind::Int, ""),
            ("openid", text.clone(), ""),
            ("access_token", text.clone(), ""),
        ];
        let expected = [
            "appid = int",
            "appid_also = \"oauth_consumer_key\"",
            "token = \"openkey\"",
            "token_also = \"access_token\"",
        ];
        assert_eq!(words(&share), expected);
        let guest = [("guestid", text.clone(), ""), ("secret", text, "填appkey")];
        assert_eq!(words(&guest), ["appid = none", "openid = \"guestid\"", "token = none", "app_key = \"secret\""]);
    }
}
