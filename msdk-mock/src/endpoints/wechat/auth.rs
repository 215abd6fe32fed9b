//! Logging in.

use serde_json::json;

use super::super::Outcome;
use crate::{Call, Refusal, WechatPlayer, World};

/// The token was checked on the way here.
#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
pub(in super::super) fn check_token(_: &mut World, _: &Call<'_>) -> Outcome {
    Ok(json!({"msg": "ok"}))
}

/// A refresh token is used up when it was used.
pub(in super::super) fn refresh_token(world: &mut World, call: &Call<'_>) -> Outcome {
    let player = world.find_mut(call.openid())?;
    let wechat = player.wechat.as_mut().ok_or_else(|| Refusal::wechat(40003, "invalid openid"))?;
    if call.text("refreshToken") != wechat.refresh_token.expose() {
        return Err(Refusal::wechat(40032, "refreshToken is not the last one that this player was given"));
    }
    if wechat.refresh_token_expires.is_some_and(|expires| expires.as_secs() <= call.now().as_secs()) {
        return Err(Refusal::wechat(42004, "refreshToken has expired, 30 days after it was given"));
    }
    player.token = wechat.refresh(call.now());
    player.token_state = crate::TokenState::Valid;
    Ok(json!({
        "accessToken": player.token.expose(),
        "expiresIn": WechatPlayer::TOKEN_SECONDS,
        "refreshToken": wechat.refresh_token.expose(),
        "openid": player.openid,
        "scope": "snsapi_userinfo,snsapi_friend,",
    }))
}
