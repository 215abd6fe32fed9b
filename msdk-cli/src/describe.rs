//! `msdk describe`.

mod codes;
mod json;
mod text;

use msdk::Lang;

use crate::{args, failure::Failure, output::Output, registry};

pub(crate) use codes::{own_tables, shared_tables};
pub(crate) use json::{code_as_json, constant};

/// Shows all that is known of one endpoint.
pub(crate) fn describe(describe: &args::Describe, lang: Lang) -> Result<Output, Failure> {
    let entry = registry::find(&describe.endpoint)?;
    let mut tables = own_tables(entry.metadata);
    if describe.all_codes {
        tables.extend(shared_tables());
    }
    Ok(Output::new(text::of(&entry, &tables, lang), json::of(&entry, &tables, lang)))
}
