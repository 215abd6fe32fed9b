//! The documented endpoints.

use msdk::{
    PLATFORMS,
    metadata::{Chapter, Metadata},
};

use crate::failure::Failure;

/// An endpoint and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) platform: &'static str,
    pub(crate) chapter: &'static str,
    pub(crate) metadata: &'static Metadata,
}

impl Entry {
    /// The chapter with its platform, such as `qq/auth`.
    pub(crate) fn tag(&self) -> String {
        if self.platform == self.chapter {
            return self.chapter.to_owned();
        }
        format!("{}/{}", self.platform, self.chapter)
    }
}

/// Every endpoint, in the order of the vendor's documents.
pub(crate) fn entries() -> impl Iterator<Item = Entry> {
    let chapters =
        PLATFORMS.iter().flat_map(|(platform, chapters)| chapters.iter().map(move |chapter| (*platform, chapter)));
    chapters.flat_map(|(platform, chapter): (&'static str, &'static Chapter)| {
        chapter.endpoints.iter().map(move |metadata| Entry { platform, chapter: chapter.name, metadata })
    })
}

/// Finds an endpoint by its path, whatever slashes it has at its ends, or by its name.
pub(crate) fn find(wanted: &str) -> Result<Entry, Failure> {
    let path = wanted.trim_matches('/');
    let is_wanted = |entry: &Entry| entry.metadata.path.trim_matches('/') == path || entry.metadata.name == wanted;
    let found = entries().find(is_wanted);
    found.ok_or_else(|| {
        let hint = nearest(path).map_or_else(|| ";".to_owned(), |near| format!(", did you mean {near}?"));
        Failure::usage(format!("no endpoint has the path or the name {wanted:?}{hint} `msdk endpoints` lists them"))
    })
}

/// The path of the endpoint whose path or name comes closest.
fn nearest(wanted: &str) -> Option<&'static str> {
    let likeness = |entry: &Entry| {
        let names = [entry.metadata.path.trim_matches('/'), entry.metadata.name];
        names.map(|name| strsim::jaro(name, wanted)).into_iter().fold(0.0, f64::max)
    };
    let best = entries().map(|entry| (likeness(&entry), entry)).max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(likeness, _)| *likeness > 0.7).map(|(_, entry)| entry.metadata.path)
}
