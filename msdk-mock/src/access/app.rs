//! The app that calls, and its proof.

use msdk::{MsdkSigner, Secret, UnixTime};

use super::query::{self, Caller};
use crate::Refusal;

/// What a guest's app id and openid start with.
pub(crate) const GUEST: &str = "G_";
/// How far a timestamp may be off, in seconds: ten minutes, says platform code -25.
const TOLERANCE: u64 = 600;
/// How many digits the seconds since 1970 have until the year 2286. Milliseconds have three more.
const DIGITS_OF_SECONDS: usize = 10;

/// The app that the gateway knows.
pub(crate) struct App {
    pub(crate) id: String,
    pub(crate) key: Secret,
    signer: MsdkSigner,
}

impl App {
    pub(crate) fn new(id: String, key: Secret) -> Self {
        Self { id, signer: MsdkSigner::new(key.clone()), key }
    }

    /// Checks who calls: the app id, the kind of player, the signature and its age.
    pub(crate) fn check(&self, caller: &Caller<'_>, admits_guests: bool, now: UnixTime) -> Result<(), Refusal> {
        self.check_id(caller, admits_guests)?;
        let seconds = Some(caller.timestamp).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        let seconds = seconds.and_then(|text| text.parse::<i64>().ok());
        let seconds =
            seconds.ok_or_else(|| query::refuse("`timestamp` must be seconds since 1970 in decimal digits"))?;
        self.check_signature(caller)?;
        check_age(caller.timestamp, seconds, now)
    }

    /// Sections 1.2 and 1.6: a guest's app id and openid both start with `G_`.
    fn check_id(&self, caller: &Caller<'_>, admits_guests: bool) -> Result<(), Refusal> {
        if caller.appid.strip_prefix(GUEST).unwrap_or(caller.appid) != self.id {
            return Err(Refusal::access(-504, "`appid` is not an app of this gateway"));
        }
        match (caller.appid.starts_with(GUEST), caller.openid.starts_with(GUEST)) {
            (true, true) if !admits_guests => Err(Refusal::access(-901, "guests may not call this interface")),
            (true, true) | (false, false) => Ok(()),
            (true, false) => Err(Refusal::access(-504, "`appid` is a guest's (G_), and `openid` is not")),
            (false, true) => Err(Refusal::access(-504, "`openid` is a guest's (G_), and `appid` is not")),
        }
    }

    /// Section 1.2: the MD5 of the key and the timestamp, in lower case.
    fn check_signature(&self, caller: &Caller<'_>) -> Result<(), Refusal> {
        let refuse = |text| Err(Refusal::access(-502, text));
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if caller.sig.len() != 32 || !caller.sig.bytes().all(is_digit) {
            return refuse("`sig` must be 32 lower-case hexadecimal digits");
        }
        if self.signer.signature(caller.timestamp).expose() != caller.sig {
            return refuse("`sig` is not the MD5 of the app key followed by `timestamp`");
        }
        Ok(())
    }
}

fn check_age(text: &str, timestamp: i64, now: UnixTime) -> Result<(), Refusal> {
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
