//! Holds a page against what is declared.

mod field;
mod kind;
mod limits;

use std::fmt;

use crate::{
    declared::Declared,
    page::{Interface, Page, Place},
    show,
};

/// Where a page and a declaration differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line of the page, from 1; 0 for what no page has.
    pub line: usize,
    /// What differs, in words that stay the same as long as neither side changes: rulings are about them.
    pub key: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}

/// Compares pages with what is declared, and returns the differences of each page. An interface that no page has is a
/// difference of the first page with another one of its chapter.
#[must_use]
pub fn compare(pages: &[Page], declared: &[Declared]) -> Vec<Vec<Difference>> {
    let mut found: Vec<Vec<Difference>> = pages.iter().map(|page| compare_page(page, declared)).collect();
    let is_on = |page: &Page, one: &Declared| page.interfaces.iter().any(|interface| is_same(interface, one));
    for one in declared.iter().filter(|one| !pages.iter().any(|page| is_on(page, one))) {
        let is_near = |page: &Page| declared.iter().any(|other| other.chapter == one.chapter && is_on(page, other));
        if let Some(at) = pages.iter().position(is_near)
            && let Some(found) = found.get_mut(at)
        {
            found.push(Difference { line: 0, key: format!("{} interface: declared, not documented", one.path) });
        }
    }
    found
}

fn compare_page(page: &Page, declared: &[Declared]) -> Vec<Difference> {
    let mut found = Found { path: String::new(), differences: Vec::new() };
    for interface in &page.interfaces {
        if let Some(one) = declared.iter().find(|one| is_same(interface, one)) {
            found.path.clone_from(&one.path);
            compare_interface(interface, one, &mut found);
        } else {
            found.path = interface.key();
            found.add(interface.line, "interface: documented, not declared");
        }
    }
    found.differences
}

fn is_same(interface: &Interface, declared: &Declared) -> bool {
    let path = interface.path.as_deref().unwrap_or_default();
    path.trim_end_matches('/') == declared.path.trim_end_matches('/')
}

fn compare_interface(interface: &Interface, declared: &Declared, found: &mut Found) {
    for mention in &interface.mentions {
        // Headings leave out the slash at the end.
        let is_same = match mention.place {
            Place::Heading => mention.path.trim_end_matches('/') == declared.path.trim_end_matches('/'),
            Place::UrlRow | Place::Sample => mention.path == declared.path,
        };
        if !is_same {
            found.add(
                mention.line,
                format!("path: {} says {}, declared {}", mention.place, mention.path, declared.path),
            );
        }
    }
    if let Some(method) = &interface.method
        && method != declared.method
    {
        found.add(interface.line, format!("method: the document says {method}, declared {}", declared.method));
    }
    let opua = interface.query.contains("opua");
    if opua != declared.opua && !interface.query.is_empty() {
        found.add(
            interface.line,
            format!("query opua: {}", if opua { "documented, not declared" } else { "declared, not documented" }),
        );
    }
    if interface.unreleased != declared.unreleased {
        let (page, declaration) =
            if interface.unreleased { ("unreleased", "released") } else { ("released", "unreleased") };
        found.add(interface.line, format!("state: the document says {page}, declared {declaration}"));
    }
    field::compare_sides(interface, declared, found);
    for code in &interface.codes {
        let (low, high) = code.codes;
        if high - low > 1000 || (low..=high).any(|code| !declared.codes.contains(&code)) {
            found.add(
                code.line,
                format!("code {}: documented, without a meaning in the catalogue", show::range(code.codes)),
            );
        }
    }
}

/// The differences that were found so far.
struct Found {
    path: String,
    differences: Vec<Difference>,
}

impl Found {
    fn add(&mut self, line: usize, what: impl fmt::Display) {
        let difference = Difference { line, key: format!("{} {what}", self.path) };
        if !self.differences.iter().any(|known| known.key == difference.key) {
            self.differences.push(difference);
        }
    }
}
