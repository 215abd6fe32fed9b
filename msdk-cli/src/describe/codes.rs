//! The codes that an endpoint may answer.

use msdk::{
    catalogue::{self, Code},
    metadata::Metadata,
};

/// A table of codes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) codes: &'static [Code],
}

/// The tables of one endpoint: the one that its declaration brings, and those that the platform has for it.
pub(crate) fn own_tables(endpoint: &Metadata) -> Vec<Table> {
    let declared = Table { name: "declared", codes: endpoint.codes };
    let path = endpoint.path.trim_end_matches('/');
    let scoped = catalogue::tables().iter().filter(|table| table.endpoint == Some(path));
    let scoped = scoped.map(|table| Table { name: table.name, codes: table.codes });
    [declared].into_iter().chain(scoped).filter(|table| !table.codes.is_empty()).collect()
}

/// The tables of the whole platform.
pub(crate) fn shared_tables() -> impl Iterator<Item = Table> {
    let shared = catalogue::tables().iter().filter(|table| table.endpoint.is_none());
    shared.map(|table| Table { name: table.name, codes: table.codes })
}
