//! What can be made to go wrong, and for which calls.

mod plan;
mod rules;

use serde::{Deserialize, Serialize};

pub(crate) use plan::{Instead, Plan};
pub(crate) use rules::Rules;

/// Something that goes wrong with a call.
///
/// As JSON it is an object with `kind` and the fields of the variant: `{"kind": "latency", "ms": 200}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Fault {
    /// The answer comes late. The endpoint did its work at once.
    Latency {
        /// How late, in milliseconds.
        ms: u64,
        /// Up to how much later still, by chance, in milliseconds.
        #[serde(default)]
        jitter_ms: u64,
    },
    /// The request is read, the endpoint does nothing, and no answer ever comes.
    Hang,
    /// The connection is reset before the body is read. The endpoint does nothing.
    ResetUnread,
    /// The connection is reset instead of an answer. The endpoint did its work.
    ResetUnanswered,
    /// Half of the answer comes, then the connection ends. The endpoint did its work.
    HalfAnswer,
    /// The answer comes in small pieces.
    Drip {
        /// The bytes of a piece, at least one.
        bytes: u32,
        /// The pause before each piece, in milliseconds.
        ms: u64,
    },
    /// A page of HTML comes, as proxies send it. The endpoint does nothing.
    Html {
        /// The HTTP status, 200 to 599.
        #[serde(default = "bad_gateway")]
        status: u16,
    },
    /// An HTTP status comes without a body. The endpoint does nothing.
    Status {
        /// The status, 200 to 599.
        status: u16,
        /// The header `Retry-After`, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u32>,
    },
    /// A refusal comes. The endpoint does nothing.
    Refuse {
        /// The code.
        ret: i64,
        /// The reason; where a platform refuses, `ret` is -10000 or -20000 and its code stands in front, with a comma.
        #[serde(default)]
        msg: String,
    },
    /// The answer says by `is_lost` that the platform's data is incomplete.
    IsLost,
    /// The answer is in GBK instead of UTF-8.
    Gbk,
    /// The answer to the call before comes, once there was one: the gateway has lost count. The endpoint did its work.
    AnswerBehind,
    /// The gateway's clock is off, which signatures are held against.
    ClockSkew {
        /// By how much, in seconds; negative if it is slow.
        seconds: i64,
    },
}

const fn bad_gateway() -> u16 {
    502
}

impl Fault {
    fn check(&self) -> Result<(), String> {
        match self {
            Self::Html { status } | Self::Status { status, .. } if !(200..=599).contains(status) => {
                Err(format!("`status` must be 200 to 599, and is {status}"))
            }
            Self::Drip { bytes: 0, .. } => Err("`bytes` must be at least 1".to_owned()),
            Self::Refuse { ret: 0, .. } => Err("`ret` must not be 0, which is no refusal".to_owned()),
            _ => Ok(()),
        }
    }
}

/// A fault, and the calls that it strikes: by default all.
///
/// ```
/// use msdk_mock::{Fault, FaultRule};
///
/// // The third call of qqprofile, whoever makes it, breaks off in the middle of the answer.
/// let rule = FaultRule::new(Fault::HalfAnswer).at("/relation/qqprofile/").nth(3);
/// let json = serde_json::json!({
///     "fault": {"kind": "half_answer"}, "path": "/relation/qqprofile/", "first": 3, "times": 1
/// });
/// assert_eq!(rule, serde_json::from_value(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
#[must_use]
pub struct FaultRule {
    /// What goes wrong.
    pub fault: Fault,
    /// The path of the calls, with or without the slashes at its ends; any if it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The openid of the calling player; anybody if it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub openid: Option<String>,
    /// The first call that it may strike, counted from 1 among those of the path and the player.
    #[serde(default = "first")]
    pub first: u64,
    /// How often it strikes; for ever if it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// The share of calls that it strikes by chance, from 0 to 1.
    #[serde(default = "all")]
    pub share: f64,
    /// What the chance starts from: the same seed strikes the same calls.
    #[serde(default)]
    pub seed: u64,
}

const fn first() -> u64 {
    1
}

const fn all() -> f64 {
    1.0
}

impl FaultRule {
    /// Has a fault strike every call.
    pub const fn new(fault: Fault) -> Self {
        Self { fault, path: None, openid: None, first: first(), times: None, share: all(), seed: 0 }
    }

    /// Strikes calls of one endpoint only.
    pub fn at(self, path: impl Into<String>) -> Self {
        Self { path: Some(path.into()), ..self }
    }

    /// Strikes calls of one player only.
    pub fn of_player(self, openid: impl Into<String>) -> Self {
        Self { openid: Some(openid.into()), ..self }
    }

    /// Strikes one call only, counted from 1.
    pub fn nth(self, nth: u64) -> Self {
        Self { first: nth, times: Some(1), ..self }
    }

    /// Strikes so many times.
    pub fn times(self, times: u64) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Strikes a share of the calls, from 0 to 1, by a chance that starts from a seed.
    pub fn share(self, share: f64, seed: u64) -> Self {
        Self { share, seed, ..self }
    }

    /// Checks that the rule can strike.
    ///
    /// # Errors
    ///
    /// What is wrong with it: a share outside of 0 to 1, a first call 0, a status that is none, and the like.
    pub fn check(&self) -> Result<(), String> {
        if !(0.0..=1.0).contains(&self.share) {
            return Err(format!("`share` must be 0 to 1, and is {}", self.share));
        }
        if self.first == 0 {
            return Err("`first` counts from 1".to_owned());
        }
        self.fault.check()
    }
}

/// A rule that a gateway has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ActiveFault {
    /// By which it is taken away.
    pub id: u64,
    /// The rule.
    #[serde(flatten)]
    pub rule: FaultRule,
    /// How many calls were of its path and player.
    pub met: u64,
    /// How many of them it struck.
    pub struck: u64,
}
