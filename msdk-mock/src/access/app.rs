//! One account, and the proof of its calls.

use msdk::{Secret, UnixTime, protocol::MsdkSigner};

use super::query::Caller;
use crate::Refusal;

/// What a guest's app id and openid start with.
pub(crate) const GUEST: &str = "G_";
/// How far a timestamp may be off, in seconds: ten minutes, says platform code -25.
const TOLERANCE: u64 = 600;
/// How many digits the seconds since 1970 have until the year 2286. Milliseconds have three more.
const DIGITS_OF_SECONDS: usize = 10;

/// An account of the game.
pub(crate) struct App {
    pub(crate) id: String,
    pub(crate) key: Secret,
    pub(super) signer: MsdkSigner,
}

impl App {
    pub(crate) fn new(id: String, key: Secret) -> Self {
        Self { id, signer: MsdkSigner::new(key.clone()), key }
    }
}

/// Sections 1.2 and 1.6: a guest's app id and openid both start with `G_`.
pub(super) fn check_guest(caller: &Caller<'_>, admits_guests: bool) -> Result<(), Refusal> {
    match (caller.appid.starts_with(GUEST), caller.openid.starts_with(GUEST)) {
        (true, true) if !admits_guests => Err(Refusal::access(-901, "guests may not call this endpoint")),
        (true, true) | (false, false) => Ok(()),
        (true, false) => Err(Refusal::access(-504, "`appid` is a guest's (G_), and `openid` is not")),
        (false, true) => Err(Refusal::access(-504, "`openid` is a guest's (G_), and `appid` is not")),
    }
}

/// Section 1.2: the MD5 of a key and the timestamp, in lower case.
pub(super) fn check_signature(signer: &MsdkSigner, key: &str, caller: &Caller<'_>) -> Result<(), Refusal> {
    let refuse = |text: String| Err(Refusal::access(-502, text));
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if caller.sig.len() != 32 || !caller.sig.bytes().all(is_digit) {
        return refuse("`sig` must be 32 lower-case hexadecimal digits".into());
    }
    if signer.signature(caller.timestamp).expose() != caller.sig {
        return refuse(format!("`sig` is not the MD5 of the {key} followed by `timestamp`"));
    }
    Ok(())
}

/// Refuses every call if the gateway's clock is too far off.
pub(crate) fn check_skew(seconds: i64) -> Result<(), Refusal> {
    let now = UnixTime::from_secs(1_000_000_000);
    let skewed = UnixTime::from_secs(now.as_secs().saturating_add(seconds));
    check_age(&now.as_secs().to_string(), now.as_secs(), skewed)
}

pub(super) fn check_age(text: &str, timestamp: i64, now: UnixTime) -> Result<(), Refusal> {
    let distance = timestamp.abs_diff(now.as_secs());
    if distance <= TOLERANCE {
        return Ok(());
    }
    let digits = text.trim_start_matches('0').len();
    let text = if digits == DIGITS_OF_SECONDS + 3 {
        "timestamp is in milliseconds (13 digits); it must be in seconds (10)".to_owned()
    } else if digits > DIGITS_OF_SECONDS {
        format!("timestamp has {digits} digits; seconds since 1970 have {DIGITS_OF_SECONDS}")
    } else {
        format!("timestamp is {distance} seconds off the gateway's clock, more than {TOLERANCE}")
    };
    Err(Refusal::platform(-25, text))
}
