//! The token that proves the player.

use msdk::{
    UnixTime,
    metadata::{Metadata, Part},
};
use serde_json::{Map, Value};

use super::GUEST;
use crate::{Player, Refusal, TokenState, WechatPlayer};

/// Checks every token of a body against the player's; an endpoint without one trusts the app.
///
/// That a token which may be left out is there was checked before.
pub(crate) fn check(
    metadata: &Metadata,
    body: &Map<String, Value>,
    player: &Player,
    now: UnixTime,
) -> Result<(), Refusal> {
    let own = metadata.fields.iter().filter(|field| field.part == Part::Token).map(|field| field.name);
    for name in metadata.identity.token.iter().copied().chain(own) {
        let Some(token) = body.get(name) else { continue };
        if let Some(wechat) = &player.wechat {
            check_of_wechat(name, token, player, wechat, now).map_err(|text| Refusal::wechat(40001, text))?;
            continue;
        }
        if token.as_str() != Some(player.token.expose()) {
            return Err(refuse(player, 100_013, format!("{name} is not the token of this player")));
        }
        match player.token_state {
            TokenState::Valid => {}
            TokenState::Expired => return Err(refuse(player, 100_014, format!("{name} is expired"))),
            TokenState::Revoked => return Err(refuse(player, 100_015, format!("{name} is revoked"))),
            TokenState::PasswordChanged => return Err(refuse(player, -73, "the user changed the password".to_owned())),
        }
    }
    Ok(())
}

/// WeChat has one code for a token that holds no more, 40001.
fn check_of_wechat(
    name: &str,
    token: &Value,
    player: &Player,
    wechat: &WechatPlayer,
    now: UnixTime,
) -> Result<(), String> {
    if token.as_str() != Some(player.token.expose()) {
        return Err(format!("{name} is not the token of this player"));
    }
    if player.token_state != TokenState::Valid {
        return Err(format!("{name} does not hold any more"));
    }
    if wechat.token_expires.is_some_and(|expires| expires.as_secs() <= now.as_secs()) {
        return Err(format!("{name} has expired, two hours after it was given"));
    }
    Ok(())
}

/// A guest's token is MSDK's own: its logic layer says -110, and mobile QQ is not asked.
fn refuse(player: &Player, code: i64, text: String) -> Refusal {
    if player.openid.starts_with(GUEST) { Refusal::access(-110, text) } else { Refusal::platform(code, text) }
}
