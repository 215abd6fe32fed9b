use msdk::wire_enum;

use super::Cover;

wire_enum! {
    /// What a reported value is: the 44 types of table 2.4.4.6. Others can be agreed on with the platform.
    pub enum ScoreType: int {
        /// The player's level, whenever it changes.
        Level = 1,
        /// The player's money, whenever it changes.
        Money = 2,
        /// The score of a round, from which the rankings are made. It expires when the ranking is settled.
        Score = 3,
        /// The player's experience, whenever it changes.
        Experience = 4,
        /// The best score ever. Computed by the platform.
        BestScore = 5,
        /// The final rank of last week. Computed by the platform.
        LastWeekRank = 6,
        /// The score of a challenge. It expires when the ranking is settled.
        ChallengeScore = 7,
        /// When the player last logged in, in seconds since 1970.
        LastLogin = 8,
        /// The rounds of today. Computed by the platform.
        RoundsToday = 9,
        /// The rounds of this week. Computed by the platform.
        RoundsThisWeek = 10,
        /// The best score of today. Computed by the platform.
        BestToday = 11,
        /// The player's system, 1 for Android and 2 for iOS; it goes with every report, see
        /// [`QqscoreBatch::new`](super::QqscoreBatch::new). Other pages of the vendor count from 0.
        Platform = 12,
        /// The mode of the game; games with several modes send it with every report.
        GameMode = 13,
        /// How long the player played this time, in seconds.
        PlayedSeconds = 14,
        /// The best score of this week. Computed by the platform.
        BestThisWeek = 15,
        /// The rank of this week. Computed by the platform.
        RankThisWeek = 16,
        /// The player's fighting power, whenever it changes.
        Power = 17,
        /// The rank by fighting power in the game.
        PowerRank = 18,
        /// How many levels are cleared, whenever it changes.
        LevelsCleared = 19,
        /// How many levels were cleared this week. Not in use.
        LevelsClearedThisWeek = 20,
        /// The player's points, whenever they change.
        Points = 21,
        /// The rank by points in the game.
        PointsRank = 22,
        /// The rounds of all time, whenever it changes.
        TotalRounds = 23,
        /// The share of rounds won, whenever it changes.
        WinRate = 24,
        /// When the player registered; once reported as 3001.
        RegisteredAt = 25,
        /// The id of the zone; games with several zones send it, the server and the role with every report.
        ZoneId = 26,
        /// The id of the server.
        ServerId = 27,
        /// The id of the role; several roles in one zone are kept apart.
        RoleId = 28,
        /// The name of the role, when it is made.
        RoleName = 29,
        /// The id of the guild, with everything that is reported of a guild.
        GuildId = 30,
        /// When the player joined the guild, in seconds since 1970.
        GuildJoinedAt = 31,
        /// The name of the guild, whenever it changes.
        GuildName = 301,
        /// The level of the guild, whenever it changes.
        GuildLevel = 302,
        /// The fighting power of the guild, whenever it changes.
        GuildPower = 303,
        /// The rank of the guild, whenever it changes.
        GuildRank = 304,
        /// The honour of the guild, whenever it changes.
        GuildHonour = 305,
        /// When the guild was founded, in seconds since 1970.
        GuildFoundedAt = 306,
        /// When the guild was dissolved, in seconds since 1970.
        GuildDissolvedAt = 307,
        /// How many members the guild has, whenever it changes.
        GuildMembers = 308,
        /// 1 when the player joined the guild, 2 when the player left it.
        GuildMemberChange = 309,
        /// What the guild says of itself, whenever it changes.
        GuildDescription = 310,
        /// The player's rank in the guild: 1 head, 2 deputy, 3 member.
        GuildPosition = 311,
        /// The QQ group that the guild is bound to, whenever it changes.
        GuildQqGroup = 312,
        /// When the QQ group was bound.
        GuildQqGroupBoundAt = 313,
    }
}

/// Who reports a value. A value that a game need not report is sent all the same if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reporting {
    /// The game.
    ByGame,
    /// Nobody: the platform computes it from [`ScoreType::Score`].
    ByPlatform,
    /// Nobody: it is not in use.
    Unused,
}

/// What the text of a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DataFormat {
    /// Any text.
    Text,
    /// Decimal digits, a number of seconds.
    Seconds,
    /// Decimal digits, seconds since 1970.
    UnixTime,
    /// One of a few codes.
    OneOf(&'static [&'static str]),
}

impl ScoreType {
    /// Returns who reports the value.
    pub const fn reporting(self) -> Reporting {
        match self {
            Self::BestScore
            | Self::LastWeekRank
            | Self::RoundsToday
            | Self::RoundsThisWeek
            | Self::BestToday
            | Self::BestThisWeek
            | Self::RankThisWeek => Reporting::ByPlatform,
            Self::LevelsClearedThisWeek => Reporting::Unused,
            _ => Reporting::ByGame,
        }
    }

    /// Returns what the text of the value must be.
    pub const fn data_format(self) -> DataFormat {
        match self {
            Self::LastLogin | Self::GuildJoinedAt | Self::GuildFoundedAt | Self::GuildDissolvedAt => {
                DataFormat::UnixTime
            }
            Self::PlayedSeconds => DataFormat::Seconds,
            Self::Platform | Self::GuildMemberChange => DataFormat::OneOf(&["1", "2"]),
            Self::GuildPosition => DataFormat::OneOf(&["1", "2", "3"]),
            _ => DataFormat::Text,
        }
    }

    /// Returns what the vendor's table wants done with an earlier value: all but [`Score`](Self::Score) replace it.
    pub const fn cover(self) -> Cover {
        if matches!(self, Self::Score) { Cover::KeepHigher } else { Cover::Overwrite }
    }

    /// Whether the vendor's table wants the value to expire when the game settles its ranking.
    pub const fn expires_at_settlement(self) -> bool {
        matches!(self, Self::Score | Self::LastWeekRank | Self::ChallengeScore)
    }

    /// Whether the value is about a guild and goes with [`GuildId`](Self::GuildId).
    pub const fn is_of_guild(self) -> bool {
        matches!(self, Self::GuildJoinedAt) || matches!(self.code(), 301..=313)
    }
}

#[cfg(test)]
mod tests;
