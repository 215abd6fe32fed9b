#[cfg(feature = "serde")]
mod written;

use msdk::{declare::Report, msdk_object, wire_enum};

/// How the QQ group of a guild is found: by the guild, or by the group's number.
#[msdk_object(check = check_fields)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupLookup {
    /// By the guild that bound the group; the player must be a member of the group. See [`by_guild`](Self::by_guild).
    #[msdk(fixed(opt = "0"))]
    Guild {
        /// The id of the guild in the game; not empty.
        unionid: String,
        /// The zone of the game with which the group was bound, which may have been none.
        zoneid: String,
    },
    /// By the number of the group, of which the player need not be a member. See
    /// [`by_group_code`](Self::by_group_code).
    #[msdk(fixed(opt = "1"))]
    GroupCode {
        /// The number of the group in QQ; not empty.
        #[msdk(name = "groupCode")]
        group_code: String,
    },
    /// With all four fields, as the samples of the document send them. What `opt` does not look at may be empty.
    Fields {
        /// What finds the group.
        #[msdk(one_of = ["0", "1"])]
        opt: LookupOption,
        /// The id of the guild in the game.
        unionid: String,
        /// The zone of the game with which the group was bound.
        zoneid: String,
        /// The number of the group in QQ.
        #[msdk(name = "groupCode")]
        group_code: String,
    },
}

wire_enum! {
    /// What finds a group, where a lookup has all four fields.
    pub enum LookupOption: string {
        /// The guild and its zone.
        Guild = "0",
        /// The number of the group.
        GroupCode = "1",
    }
}

impl GroupLookup {
    /// Finds the group that `unionid`, the guild, bound in `zoneid`, which for a game without zones is `"0"`.
    pub fn by_guild(unionid: impl Into<String>, zoneid: impl Into<String>) -> Self {
        Self::Guild { unionid: unionid.into(), zoneid: zoneid.into() }
    }

    /// Finds the group with a number.
    pub fn by_group_code(group_code: impl Into<String>) -> Self {
        Self::GroupCode { group_code: group_code.into() }
    }
}

/// What finds the group is not empty. The zone may be: only the guild is said to be needed in the document.
fn check_fields(lookup: &GroupLookup, report: &mut Report<'_>) {
    let (name, value) = match lookup {
        GroupLookup::Guild { unionid, .. } | GroupLookup::Fields { opt: LookupOption::Guild, unionid, .. } => {
            ("unionid", unionid)
        }
        GroupLookup::GroupCode { group_code }
        | GroupLookup::Fields { opt: LookupOption::GroupCode, group_code, .. } => ("groupCode", group_code),
        GroupLookup::Fields { .. } => return,
    };
    if value.is_empty() {
        report.add(name, "must not be empty, since it finds the group");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        qq::relation::{GetGroupDetail, GetGroupopenid},
        testing::{assert_request, session_with_opua, violations},
    };

    fn fields(opt: LookupOption, unionid: &str, zoneid: &str, group_code: &str) -> GroupLookup {
        GroupLookup::Fields { opt, unionid: unionid.into(), zoneid: zoneid.into(), group_code: group_code.into() }
    }

    #[test]
    fn what_finds_a_group_is_not_empty() {
        let guild = "`unionid` must not be empty, since it finds the group";
        let number = "`groupCode` must not be empty, since it finds the group";
        let cases: [(_, &[&str]); 11] = [
            (GroupLookup::by_guild("1", "0"), &[]),
            (GroupLookup::by_guild("", ""), &[guild]),
            (GroupLookup::by_guild("1", ""), &[]),
            (GroupLookup::by_group_code("1"), &[]),
            (GroupLookup::by_group_code(""), &[number]),
            (fields(LookupOption::Guild, "1", "", "2"), &[]),
            (fields(LookupOption::Guild, "1", "", ""), &[]),
            (fields(LookupOption::Guild, "", "0", "2"), &[guild]),
            (fields(LookupOption::GroupCode, "", "", "2"), &[]),
            (fields(LookupOption::GroupCode, "1", "0", ""), &[number]),
            (fields(LookupOption::Other("2".into()), "", "", ""), &["`opt` must be one of \"0\", \"1\""]),
        ];
        for (lookup, expected) in cases {
            assert_eq!(violations(GetGroupopenid { lookup }), expected);
        }
    }

    #[test]
    fn the_document_s_own_sample_is_sent() {
        assert_request(
            &session_with_opua(),
            GetGroupDetail { lookup: fields(LookupOption::GroupCode, "35502799", "35", "188959810") },
            r#"
                POST http://msdktest.qq.com/relation/get_group_detail
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1&opua=AndroidSDK_17_maguro_4.2.2

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "opt":"1","unionid":"35502799","zoneid":"35","groupCode":"188959810"}
                "#,
        );
    }
}
