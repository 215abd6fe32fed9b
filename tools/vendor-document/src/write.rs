//! Writes declarations from what a page says: a draft that compiles, with a to-do wherever the page leaves a question.

mod attribute;
mod docs;
mod english;
mod layout;
mod names;
mod object;
mod types;

use std::collections::BTreeSet;

use crate::page::{Interface, Page};

/// What doc comments are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The page's own words.
    Chinese,
    /// English put together from a list of phrases, and the page's words where that knows none.
    English,
}

/// Writes the declarations of all interfaces of a page, each in a module of its own.
#[must_use]
pub fn declare_page(page: &Page, source: &str, language: Language) -> String {
    let mut text = head(source, language);
    let mut taken = BTreeSet::new();
    for interface in &page.interfaces {
        let module = names::free(&names::snake(&names::of_path(&interface.key())), &mut taken);
        text.push('\n');
        text.push_str(&layout::comment("///", &format!("`{}`, {}.", interface.key(), section(interface)), 0));
        text.extend(["pub mod ", &module, " {\n"]);
        text.push_str(&layout::indent(&declarations(interface, language)));
        text.push_str("}\n");
    }
    text
}

/// Writes the declaration of one interface.
#[must_use]
pub fn declare(interface: &Interface, source: &str, language: Language) -> String {
    format!("{}\n{}", head(source, language), declarations(interface, language))
}

fn head(source: &str, language: Language) -> String {
    let docs = match language {
        Language::Chinese => "Docs are the page's own Chinese.",
        Language::English => "Docs are machine-made English, and the page's Chinese where that fails.",
    };
    layout::comment(
        "//",
        &format!("Written by msdk-document from {source}. {docs} Each to-do is a question that the page leaves open."),
        0,
    )
}

fn section(interface: &Interface) -> String {
    interface.number.as_ref().map_or_else(|| format!("line {}", interface.line), |number| format!("section {number}"))
}

/// Writes what one interface needs: its struct, its reply, and the objects in both.
fn declarations(interface: &Interface, language: Language) -> String {
    if interface.path.is_none() {
        return layout::comment("// TODO:", "the page has no path for this section, so that nothing is declared", 0);
    }
    let mut writer = object::Writer::new(language);
    let name = writer.reserve(&names::of_path(&interface.key()));
    let has_reply = !object::reply_fields(interface).is_empty();
    let reply_name = has_reply.then(|| writer.reserve(&format!("{name}Reply")));
    let identity = attribute::Identity::of(interface);
    let endpoint = attribute::endpoint(interface, &identity, reply_name.as_deref(), &name, &mut writer);
    let reply = reply_name.map(|reply_name| {
        let docs = layout::comment("///", &format!("What [`{name}`] is answered."), 0);
        writer.reply(interface, &reply_name, &docs)
    });
    let mut text = format!("{}\n{endpoint}", writer.imported());
    for item in reply.iter().chain(&writer.items) {
        text.push('\n');
        text.push_str(item);
    }
    text
}

#[cfg(test)]
mod tests;
