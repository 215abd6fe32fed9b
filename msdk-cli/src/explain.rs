//! `msdk explain`.

use msdk::{ErrorKind, Lang, errors::ErrorSample};
use serde_json::json;

use crate::{failure::Failure, output::Output, registry};

/// Says what a refusal means, whose turn it is, and what to do.
pub(crate) fn explain(endpoint: &str, ret: i64, msg: Option<String>, lang: Lang) -> Result<Output, Failure> {
    let metadata = registry::find(endpoint)?.metadata;
    let error = ErrorSample::described(metadata, ErrorKind::Refused).ret(ret).msg(msg.unwrap_or_default()).build();
    let meaning = error.meaning().map(|text| text.in_lang(lang));
    let json = json!({
        "endpoint": metadata.path, "ret": ret, "platform_code": error.platform_code(), "layer": error.layer(),
        "meaning": meaning, "advice": error.advice(), "remedy": error.remedy().in_lang(lang), "turn": error.turn(),
        "may_have_acted": error.may_have_acted(),
    });
    let acted = match (error.may_have_acted(), lang) {
        (true, Lang::Zh) => "平台可能已执行",
        (false, Lang::Zh) => "平台未执行",
        (true, _) => "the platform may have acted",
        (false, _) => "the platform has not acted",
    };
    let text = format!(
        "{}\n{}: {}\n{acted}\n{}",
        meaning.unwrap_or("-"),
        error.advice(),
        error.remedy().in_lang(lang),
        error.turn()
    );
    Ok(Output::new(text, json))
}
