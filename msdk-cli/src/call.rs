//! `msdk call`.

mod values;

use std::time::Duration;

use indicatif::ProgressBar;
use msdk::{Platform, Session};
use serde_json::json;

pub(crate) use self::values::put;
use crate::{args, curl, failure::Failure, output::Output, registry, secrets::Secrets, settings};

/// Calls an endpoint, or shows the request.
pub(crate) async fn call(call: &args::Call) -> Result<Output, Failure> {
    let metadata = registry::find(&call.endpoint)?.metadata;
    let values = values::read(metadata, &call.body, &call.set)?;
    let platform = if call.wechat { Some(Platform::WeChat) } else { metadata.platform };
    let session = session(platform, call)?;
    let client = settings::client(&call.account, platform, !call.dry_run)?;
    // All rules are checked here, and the secrets are in it however the request is written.
    let request = client.prepare_described(&session, metadata, &values)?;
    let secrets = Secrets::of(metadata, &request, &values);
    if call.dry_run {
        let shown = |text: &str| if call.show_secrets { text.to_owned() } else { secrets.mask(text) };
        let line = curl::line(&request, shown);
        return Ok(Output::new(line.clone(), json!({ "curl": line })));
    }
    // On a terminal only, since nobody else looks.
    let spinner = ProgressBar::new_spinner().with_message(metadata.path);
    spinner.enable_steady_tick(Duration::from_millis(100));
    let answer = client.call_described(&session, metadata, &values).await;
    spinner.finish_and_clear();
    let mut answer = answer?;
    if !call.show_secrets {
        secrets.mask_answer(&mut answer, metadata.reply);
    }
    Ok(Output::json(answer))
}

/// The session of a player of the platform.
fn session(platform: Option<Platform>, call: &args::Call) -> Result<Session, Failure> {
    let openid = settings::or_variable(call.openid.as_deref(), "MSDK_OPENID")?;
    let openid = openid.ok_or_else(|| Failure::usage("no player: --openid, or MSDK_OPENID"))?;
    let token = settings::or_variable(call.token.as_deref(), "MSDK_ACCESS_TOKEN")?;
    Ok(match (platform, token) {
        (Some(Platform::WeChat), Some(token)) => Session::wechat(openid, token),
        (Some(Platform::WeChat), None) => Session::wechat_without_token(openid),
        (Some(Platform::Guest), token) => Session::guest(&openid, token.unwrap_or_default()),
        (_, Some(token)) => Session::new(openid, token),
        (_, None) => Session::without_token(openid),
    })
}
