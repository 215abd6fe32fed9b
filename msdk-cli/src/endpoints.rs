//! `msdk endpoints`.

use std::fmt::Write as _;

use msdk::Lang;
use serde_json::{Value, json};

use crate::{
    output::Output,
    registry::{Entry, entries},
    texts,
};

/// Lists every endpoint with the first sentence of its docs, by chapter.
pub(crate) fn endpoints(lang: Lang) -> Output {
    let (mut text, mut json) = (String::new(), Vec::new());
    let mut shown = ("", "");
    for Entry { platform, chapter, metadata } in entries() {
        if shown != (platform, chapter) {
            let _ = writeln!(text, "{}{platform}::{chapter}", if text.is_empty() { "" } else { "\n" });
            shown = (platform, chapter);
        }
        let summary = texts::summary_of(lang, metadata);
        let _ = writeln!(text, "  {:<30} {:<18} {summary}", metadata.path, metadata.name);
        json.push(json!({
            "platform": platform, "chapter": chapter, "name": metadata.name, "path": metadata.path,
            "method": metadata.method.as_str(), "summary": summary, "idempotent": metadata.idempotent,
            "unreleased": metadata.unreleased, "replaced_by": metadata.replaced_by,
        }));
    }
    Output::new(text, Value::from(json))
}
