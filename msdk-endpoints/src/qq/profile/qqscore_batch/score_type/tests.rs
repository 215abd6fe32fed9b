use super::{
    Cover::{KeepHigher, Overwrite},
    DataFormat,
    Reporting::{ByGame, ByPlatform, Unused},
    *,
};

/// The table of the document: number, name, who reports it, cover, whether it expires at the settlement.
const TABLE: [(i64, &str, Reporting, Cover, bool); 44] = [
    (1, "Level", ByGame, Overwrite, false),
    (2, "Money", ByGame, Overwrite, false),
    (3, "Score", ByGame, KeepHigher, true),
    (4, "Experience", ByGame, Overwrite, false),
    (5, "BestScore", ByPlatform, Overwrite, false),
    (6, "LastWeekRank", ByPlatform, Overwrite, true),
    (7, "ChallengeScore", ByGame, Overwrite, true),
    (8, "LastLogin", ByGame, Overwrite, false),
    (9, "RoundsToday", ByPlatform, Overwrite, false),
    (10, "RoundsThisWeek", ByPlatform, Overwrite, false),
    (11, "BestToday", ByPlatform, Overwrite, false),
    (12, "Platform", ByGame, Overwrite, false),
    (13, "GameMode", ByGame, Overwrite, false),
    (14, "PlayedSeconds", ByGame, Overwrite, false),
    (15, "BestThisWeek", ByPlatform, Overwrite, false),
    (16, "RankThisWeek", ByPlatform, Overwrite, false),
    (17, "Power", ByGame, Overwrite, false),
    (18, "PowerRank", ByGame, Overwrite, false),
    (19, "LevelsCleared", ByGame, Overwrite, false),
    (20, "LevelsClearedThisWeek", Unused, Overwrite, false),
    (21, "Points", ByGame, Overwrite, false),
    (22, "PointsRank", ByGame, Overwrite, false),
    (23, "TotalRounds", ByGame, Overwrite, false),
    (24, "WinRate", ByGame, Overwrite, false),
    (25, "RegisteredAt", ByGame, Overwrite, false),
    (26, "ZoneId", ByGame, Overwrite, false),
    (27, "ServerId", ByGame, Overwrite, false),
    (28, "RoleId", ByGame, Overwrite, false),
    (29, "RoleName", ByGame, Overwrite, false),
    (30, "GuildId", ByGame, Overwrite, false),
    (31, "GuildJoinedAt", ByGame, Overwrite, false),
    (301, "GuildName", ByGame, Overwrite, false),
    (302, "GuildLevel", ByGame, Overwrite, false),
    (303, "GuildPower", ByGame, Overwrite, false),
    (304, "GuildRank", ByGame, Overwrite, false),
    (305, "GuildHonour", ByGame, Overwrite, false),
    (306, "GuildFoundedAt", ByGame, Overwrite, false),
    (307, "GuildDissolvedAt", ByGame, Overwrite, false),
    (308, "GuildMembers", ByGame, Overwrite, false),
    (309, "GuildMemberChange", ByGame, Overwrite, false),
    (310, "GuildDescription", ByGame, Overwrite, false),
    (311, "GuildPosition", ByGame, Overwrite, false),
    (312, "GuildQqGroup", ByGame, Overwrite, false),
    (313, "GuildQqGroupBoundAt", ByGame, Overwrite, false),
];

#[test]
fn types_are_those_of_the_table() {
    let types: Vec<_> = ScoreType::ALL
        .iter()
        .map(|kind| (kind.code(), format!("{kind:?}"), kind.reporting(), kind.cover(), kind.expires_at_settlement()))
        .collect();
    assert_eq!(types, TABLE.map(|(code, name, by, cover, settled)| (code, name.to_owned(), by, cover, settled)));
    let count = |wanted| TABLE.iter().filter(|row| row.2 == wanted).count();
    assert_eq!([ByGame, ByPlatform, Unused].map(count), [36, 7, 1]);
}

#[test]
fn codes_are_turned_into_types_and_back() {
    for kind in ScoreType::ALL {
        assert_eq!(ScoreType::from_code(kind.code()), *kind);
    }
    for code in [-1, 0, 32, 45, 300, 314, 1001, 3001] {
        assert_eq!(ScoreType::from_code(code), ScoreType::Other(code));
        assert_eq!(ScoreType::from_code(code).code(), code);
    }
}

#[test]
fn an_unknown_type_is_any_text_of_the_game() {
    let kind = ScoreType::Other(1001);
    assert_eq!((kind.reporting(), kind.data_format(), kind.cover()), (ByGame, DataFormat::Text, Overwrite));
    assert!(!kind.expires_at_settlement() && !kind.is_of_guild());
}

#[test]
fn formats_are_those_of_the_table() {
    let formatted: Vec<_> = ScoreType::ALL
        .iter()
        .map(|kind| (kind.code(), kind.data_format()))
        .filter(|(_, format)| *format != DataFormat::Text)
        .collect();
    let expected = [
        (8, DataFormat::UnixTime),
        (12, DataFormat::OneOf(&["1", "2"])),
        (14, DataFormat::Seconds),
        (31, DataFormat::UnixTime),
        (306, DataFormat::UnixTime),
        (307, DataFormat::UnixTime),
        (309, DataFormat::OneOf(&["1", "2"])),
        (311, DataFormat::OneOf(&["1", "2", "3"])),
    ];
    assert_eq!(formatted, expected);
}

#[test]
fn guild_facts_are_31_and_301_to_313() {
    let of_guild: Vec<i64> = ScoreType::ALL.iter().filter(|kind| kind.is_of_guild()).map(|kind| kind.code()).collect();
    assert_eq!(of_guild, [31, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313]);
}
