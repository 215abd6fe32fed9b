use msdk::{msdk_object, wire_enum};

/// How the QQ group of a guild is found: by the guild, or by the group's number. The constructors send with each way
/// what it needs.
#[msdk_object]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLookup {
    /// `"0"` by guild and zone, `"1"` by group number.
    opt: GroupOption,
    /// The id of the guild in the game.
    #[msdk(bytes = 1..)]
    unionid: Option<String>,
    /// The zone of the game with which the group was bound.
    #[msdk(bytes = 1..)]
    zoneid: Option<String>,
    /// The number of the group in QQ.
    #[msdk(name = "groupCode", bytes = 1..)]
    group_code: Option<String>,
}

wire_enum! {
    /// The wire's word for a way to find a group.
    enum GroupOption: string {
        /// By guild and zone.
        Guild = "0",
        /// By group number.
        GroupCode = "1",
    }
}

impl GroupLookup {
    /// Finds the group that `unionid`, the guild, bound in `zoneid`, `"0"` for a game without zones. The player must be
    /// a member of the group.
    pub fn by_guild(unionid: impl Into<String>, zoneid: impl Into<String>) -> Self {
        let (unionid, zoneid) = (Some(unionid.into()), Some(zoneid.into()));
        Self { opt: GroupOption::Guild, unionid, zoneid, group_code: None }
    }

    /// Finds the group with a number, of which the player need not be a member.
    pub fn by_group_code(group_code: impl Into<String>) -> Self {
        let group_code = Some(group_code.into());
        Self { opt: GroupOption::GroupCode, unionid: None, zoneid: None, group_code }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{qq::relation::GetGroupopenid, testing::violations};

    #[test]
    fn what_finds_a_group_is_not_empty() {
        let cases: [(_, &[&str]); 5] = [
            (GroupLookup::by_guild("1", "0"), &[]),
            (
                GroupLookup::by_guild("", ""),
                &[
                    "`unionid` must have at least 1 byte of UTF-8, has 0",
                    "`zoneid` must have at least 1 byte of UTF-8, has 0",
                ],
            ),
            (GroupLookup::by_guild("1", ""), &["`zoneid` must have at least 1 byte of UTF-8, has 0"]),
            (GroupLookup::by_group_code("1"), &[]),
            (GroupLookup::by_group_code(""), &["`groupCode` must have at least 1 byte of UTF-8, has 0"]),
        ];
        for (lookup, expected) in cases {
            assert_eq!(violations(GetGroupopenid { lookup }), expected);
        }
    }
}
