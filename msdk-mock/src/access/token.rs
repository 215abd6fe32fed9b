//! The token that proves the player.

use msdk::{Metadata, Part};
use serde_json::{Map, Value};

use crate::{Player, Refusal, TokenState};

/// Checks every token of a body against the player's; an interface without one trusts the app.
pub(crate) fn check(metadata: &Metadata, body: &Map<String, Value>, player: &Player) -> Result<(), Refusal> {
    let own = metadata.fields.iter().filter(|field| field.part == Part::Token).map(|field| field.name);
    for name in metadata.identity.token.iter().copied().chain(own) {
        if body.get(name).and_then(Value::as_str) != Some(player.token.expose()) {
            return Err(Refusal::platform(100_013, format!("{name} is not the token of this player")));
        }
        match player.token_state {
            TokenState::Valid => {}
            TokenState::Expired => return Err(Refusal::platform(100_014, format!("{name} is expired"))),
            TokenState::Revoked => return Err(Refusal::platform(100_015, format!("{name} is revoked"))),
            TokenState::PasswordChanged => return Err(Refusal::platform(-73, "the user changed the password")),
        }
    }
    Ok(())
}
