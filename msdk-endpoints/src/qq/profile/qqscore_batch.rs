mod score_type;

use std::fmt;

use msdk::{
    UnixTime,
    declare::{Encode, Encoder, Report},
    metadata::Shape,
    msdk_endpoint, msdk_object, wire_enum,
};

pub use score_type::{DataFormat, Reporting, ScoreType};

/// Reports scores and other facts of the player to QQ, which shows them in its game centre at once.
///
/// Section 2.4.4 of the vendor's document; [`ScoreType`] is its table 2.4.4.6. The table wants
/// [`ScoreType::Platform`] with every report, and the sample beside it goes without, so it is not demanded here:
/// [`new`](Self::new) adds it. What a guild reports goes with [`ScoreType::GuildId`]; a game with zones and servers
/// reports zone, server and role together.
///
/// It is not idempotent: the same data twice is harmless, but a late repeat can overwrite a newer value.
#[msdk_endpoint(path = "/profile/qqscore_batch/", method = POST, platform = qq, check = check_company, reply = ())]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QqscoreBatch {
    /// The facts, at least one.
    #[msdk(items = 1..)]
    pub param: Vec<ScoreReport>,
}

impl QqscoreBatch {
    /// Makes a report of `facts`, with the player's system as the table wants it.
    ///
    /// ```
    /// use msdk_endpoints::qq::profile::{PlayerSystem, QqscoreBatch, ScoreReport, ScoreType};
    ///
    /// let report = QqscoreBatch::new(PlayerSystem::Android, [ScoreReport::new(ScoreType::Level, 7)]);
    /// assert_eq!(report.param[0], ScoreReport::new(ScoreType::Platform, 1));
    /// ```
    pub fn new(system: PlayerSystem, facts: impl IntoIterator<Item = ScoreReport>) -> Self {
        let system = ScoreReport::new(ScoreType::Platform, system.code());
        Self { param: std::iter::once(system).chain(facts).collect() }
    }
}

/// The system on which the player plays, as [`ScoreType::Platform`] counts: other pages of the vendor count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlayerSystem {
    /// Android, 1.
    Android,
    /// iOS, 2.
    Ios,
}

impl PlayerSystem {
    const fn code(self) -> u8 {
        match self {
            Self::Android => 1,
            Self::Ios => 2,
        }
    }
}

/// One fact of a report.
#[msdk_object(check = check_data)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreReport {
    /// What the value is.
    pub r#type: ScoreType,
    /// The value, as text; not empty.
    #[msdk(bytes = 1..)]
    pub data: String,
    /// Until when the value counts.
    pub expires: Expiry,
    /// Whether the value replaces a higher one.
    #[msdk(range = 0..=1)]
    pub bcover: Cover,
}

impl ScoreReport {
    /// Makes a fact that counts for ever and replaces the earlier one as the vendor's table wants it for its type.
    pub fn new(r#type: ScoreType, data: impl fmt::Display) -> Self {
        Self { r#type, data: data.to_string(), expires: Expiry::Never, bcover: r#type.cover() }
    }

    /// Makes the fact expire when the game settles its ranking, as [`ScoreType::expires_at_settlement`] asks for.
    pub fn with_settlement(self, time: UnixTime) -> Self {
        Self { expires: Expiry::At(time), ..self }
    }
}

/// Until when a reported value counts; on the wire a string of seconds since 1970, `"0"` for never.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// It counts for ever.
    Never,
    /// It counts until a point in time, which is after 1970.
    At(UnixTime),
}

#[diagnostic::do_not_recommend]
impl Encode for Expiry {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        if matches!(self, Self::At(time) if time.as_secs() <= 0) {
            out.reject("must be a point in time after 1970");
        }
        out.text(&self.to_string());
    }
}

/// The seconds since 1970, `0` for never.
impl fmt::Display for Expiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.write_str("0"),
            Self::At(time) => time.as_secs().fmt(f),
        }
    }
}

/// Writes the seconds since 1970, `0` for never.
impl From<Expiry> for String {
    fn from(expiry: Expiry) -> Self {
        expiry.to_string()
    }
}

/// Reads the seconds since 1970; `0` and an empty text are never.
impl TryFrom<String> for Expiry {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "" | "0" => Ok(Self::Never),
            seconds => seconds.parse().map(|seconds| Self::At(UnixTime::from_secs(seconds))),
        }
    }
}

wire_enum! {
    /// What happens to the value that was reported before.
    pub enum Cover: int {
        /// The higher one is kept, as rankings want it.
        KeepHigher = 0,
        /// It is replaced.
        Overwrite = 1,
    }
}

/// Rules of one fact.
fn check_data(score: &ScoreReport, report: &mut Report<'_>) {
    let is_number = !score.data.is_empty() && score.data.bytes().all(|byte| byte.is_ascii_digit());
    let broken = match score.r#type.data_format() {
        DataFormat::UnixTime if !is_number => Some("must be seconds since 1970".to_owned()),
        DataFormat::Seconds if !is_number => Some("must be a number of seconds".to_owned()),
        DataFormat::OneOf(values) if !values.contains(&score.data.as_str()) => {
            Some(format!("must be one of {}", values.join(", ")))
        }
        _ => None,
    };
    if let Some(rule) = broken {
        report.add("data", rule);
    }
}

/// Which facts go together.
fn check_company(request: &QqscoreBatch, report: &mut Report<'_>) {
    let has = |wanted: ScoreType| request.param.iter().any(|score| score.r#type == wanted);
    if request.param.iter().any(|score| score.r#type.is_of_guild()) && !has(ScoreType::GuildId) {
        report.add("param", "must have type 30, the guild's id, which goes with everything a guild reports");
    }
    // A game without zones may have roles; one with zones or servers has to say where the role is.
    let role = [ScoreType::ZoneId, ScoreType::ServerId, ScoreType::RoleId];
    if (has(ScoreType::ZoneId) || has(ScoreType::ServerId)) && !role.into_iter().all(has) {
        report.add("param", "must have all of the types 26, 27 and 28, or none: zone, server and role go together");
    }
}

#[cfg(test)]
mod tests;
