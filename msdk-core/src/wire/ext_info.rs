//! `msdkExtInfo`, by which an answer is known to belong to its request.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

use arrayvec::ArrayString;

/// Whether requests carry an `msdkExtInfo`, and what is thought of an answer that does not repeat it.
///
/// The platform repeats the `msdkExtInfo` of a request in its answer. A connection on which answers are one behind, or
/// which delivers the answer to a request that was given up, would hand one player's data to another; with this it
/// cannot. A session may have an `msdkExtInfo` of its own, see [`Session::with_ext_info`](crate::client::Session::with_ext_info);
/// otherwise each attempt has a new one that nobody can guess.
///
/// An answer that repeats another is refused in any case, with the kind
/// [`MismatchedAnswer`](crate::error::ErrorKind::MismatchedAnswer), and its connection is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ExtInfo {
    /// Requests carry one. An answer without one is refused once an answer of the same endpoint has been seen to repeat
    /// it. Successes and refusals are told apart, since a refusal may come from a layer that repeats nothing; where
    /// refusals were seen to repeat it, one that does not may be another call's, and is not taken for "nothing was done".
    #[default]
    Learn,
    /// Requests carry one, and a success that does not repeat it is refused.
    Always,
    /// Requests carry none, unless the session has its own: for gateways that refuse parameters which they do not know.
    Never,
}

/// Makes one `msdkExtInfo` after another.
#[derive(Debug)]
pub(crate) struct Serials {
    // Keyed by the operating system's randomness, so that a serial number tells nothing of the next.
    keys: [RandomState; 2],
    count: AtomicU64,
}

impl Serials {
    pub(crate) fn new() -> Self {
        Self { keys: [RandomState::new(), RandomState::new()], count: AtomicU64::new(0) }
    }

    pub(crate) fn next(&self) -> Serial {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let mut serial = ArrayString::new();
        for key in &self.keys {
            let mut digits = [0; 16];
            // Both have the room that is asked for.
            let digits = base16ct::lower::encode_str(&key.hash_one(count).to_be_bytes(), &mut digits);
            let _ = serial.try_push_str(digits.unwrap_or_default());
        }
        Serial(serial)
    }
}

/// 128 bits in hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Serial(ArrayString<32>);

impl Serial {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was seen of the answers of one endpoint: whether they repeat the `msdkExtInfo` of their requests.
#[derive(Debug, Default)]
pub(crate) struct Echoes {
    successes: AtomicBool,
    refusals: AtomicBool,
}

impl Echoes {
    /// Whether an answer to a request that carried `sent` is another's, by what it repeats.
    pub(crate) fn is_foreign(&self, setting: ExtInfo, sent: &str, repeated: Option<&str>, is_success: bool) -> bool {
        let seen = if is_success { &self.successes } else { &self.refusals };
        match repeated {
            Some(repeated) if repeated == sent => {
                // Written once, so that calls on other cores can go on reading.
                if !seen.load(Ordering::Relaxed) {
                    seen.store(true, Ordering::Relaxed);
                }
                false
            }
            Some(_) => true,
            None => match setting {
                ExtInfo::Always if is_success => true,
                ExtInfo::Always | ExtInfo::Learn => seen.load(Ordering::Relaxed),
                ExtInfo::Never => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_new_and_fit_for_a_query() {
        let serials = Serials::new();
        let made: std::collections::HashSet<String> = (0..1000).map(|_| serials.next().as_str().to_owned()).collect();
        assert_eq!(made.len(), 1000);
        assert!(made.iter().all(|serial| serial.len() == 32 && serial.bytes().all(|byte| byte.is_ascii_hexdigit())));
        assert_ne!(Serials::new().next(), Serials::new().next(), "another process starts elsewhere");
    }

    #[test]
    fn what_repeats_nothing_is_foreign_once_the_platform_was_seen_to_repeat() {
        use ExtInfo::{Always, Learn, Never};
        for (setting, before, after) in [(Learn, false, true), (Always, true, true), (Never, false, false)] {
            let echoes = Echoes::default();
            assert!(echoes.is_foreign(setting, "a", Some("b"), true));
            assert_eq!(echoes.is_foreign(setting, "a", None, true), before, "{setting:?}");
            assert!(!echoes.is_foreign(setting, "a", Some("a"), true));
            assert_eq!(echoes.is_foreign(setting, "a", None, true), after, "{setting:?}");
            assert!(!echoes.is_foreign(setting, "a", None, false), "refusals were not seen to repeat it");
            assert!(!echoes.is_foreign(setting, "a", Some("a"), false));
            assert_eq!(echoes.is_foreign(setting, "a", None, false), setting != Never, "{setting:?}");
        }
    }
}
