//! `msdk explain`.

use msdk::{Error, ErrorKind, Lang, catalogue::Acted, errors::ErrorSample};
use serde_json::json;

use crate::{args, failure::Failure, output::Output, registry, words::say};

/// Says what a refusal means, whose turn it is, and what to do.
pub(crate) fn explain(refusal: &args::Explain, lang: Lang) -> Result<Output, Failure> {
    let metadata = registry::find(&refusal.endpoint)?.metadata;
    if refusal.ret == 0 {
        return Err(Failure::usage("`ret` 0 is no refusal"));
    }
    let mut sample = ErrorSample::described(metadata, ErrorKind::Refused).ret(refusal.ret);
    sample = sample.msg(refusal.msg.as_deref().unwrap_or_default());
    sample = refusal.plat_code.into_iter().fold(sample, ErrorSample::plat_code);
    let error = refusal.err_type.into_iter().fold(sample, ErrorSample::err_type).build();
    let meaning = error.meaning().map(|text| text.in_lang(lang));
    let json = json!({
        "endpoint": metadata.path, "ret": refusal.ret, "platform_code": error.platform_code(), "layer": error.layer(),
        "meaning": meaning, "advice": error.advice(), "remedy": error.remedy().in_lang(lang), "turn": error.turn(),
        "may_have_acted": error.may_have_acted(),
    });
    let colon = say(lang, ": ", "：");
    let text = format!(
        "{}\n{}{colon}{}\n{}\n{}",
        meaning.unwrap_or("-"),
        error.advice().in_words().in_lang(lang),
        error.remedy().in_lang(lang),
        error.turn().in_words().in_lang(lang),
        acted(&error, lang),
    );
    Ok(Output::new(text, json))
}

fn acted(error: &Error, lang: Lang) -> &'static str {
    match error.catalogue_row().map(|row| row.acted) {
        Some(Acted::Done) => say(lang, "it had been done before", "此前已执行过"),
        _ if error.may_have_acted() => say(lang, "the platform may have acted", "平台可能已执行"),
        _ => say(lang, "the platform has not acted", "平台未执行"),
    }
}
