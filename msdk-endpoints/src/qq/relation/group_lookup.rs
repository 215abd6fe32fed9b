use msdk::msdk_object;

/// How the QQ group of a guild is found: by the guild, or by the group's number.
#[msdk_object]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupLookup {
    /// By the guild that bound the group; the player must be a member of the group. See [`by_guild`](Self::by_guild).
    #[msdk(fixed(opt = "0"))]
    Guild {
        /// The id of the guild in the game.
        #[msdk(bytes = 1..)]
        unionid: String,
        /// The zone of the game with which the group was bound.
        #[msdk(bytes = 1..)]
        zoneid: String,
    },
    /// By the number of the group, of which the player need not be a member. See
    /// [`by_group_code`](Self::by_group_code).
    #[msdk(fixed(opt = "1"))]
    GroupCode {
        /// The number of the group in QQ.
        #[msdk(name = "groupCode", bytes = 1..)]
        group_code: String,
    },
}

impl GroupLookup {
    /// Finds the group that `unionid`, the guild, bound in `zoneid`, `"0"` for a game without zones.
    pub fn by_guild(unionid: impl Into<String>, zoneid: impl Into<String>) -> Self {
        Self::Guild { unionid: unionid.into(), zoneid: zoneid.into() }
    }

    /// Finds the group with a number.
    pub fn by_group_code(group_code: impl Into<String>) -> Self {
        Self::GroupCode { group_code: group_code.into() }
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
