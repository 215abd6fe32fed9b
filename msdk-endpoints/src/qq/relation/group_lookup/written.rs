//! A lookup as serde has it, under the keys of the wire.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{GroupLookup, LookupOption};

impl Serialize for GroupLookup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Keys::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for GroupLookup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Keys::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// The keys, of which `opt` says which ones count.
#[derive(Serialize, Deserialize)]
struct Keys {
    opt: LookupOption,
    #[serde(skip_serializing_if = "Option::is_none")]
    unionid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoneid: Option<String>,
    #[serde(rename = "groupCode", skip_serializing_if = "Option::is_none")]
    group_code: Option<String>,
}

impl From<GroupLookup> for Keys {
    fn from(lookup: GroupLookup) -> Self {
        match lookup {
            GroupLookup::Guild { unionid, zoneid } => {
                Self { opt: LookupOption::Guild, unionid: Some(unionid), zoneid: Some(zoneid), group_code: None }
            }
            GroupLookup::GroupCode { group_code } => {
                Self { opt: LookupOption::GroupCode, unionid: None, zoneid: None, group_code: Some(group_code) }
            }
            GroupLookup::Fields { opt, unionid, zoneid, group_code } => {
                Self { opt, unionid: Some(unionid), zoneid: Some(zoneid), group_code: Some(group_code) }
            }
        }
    }
}

impl TryFrom<Keys> for GroupLookup {
    type Error = &'static str;

    fn try_from(keys: Keys) -> Result<Self, Self::Error> {
        let Keys { opt, unionid, zoneid, group_code } = keys;
        match (opt, unionid, zoneid, group_code) {
            (LookupOption::Guild, Some(unionid), Some(zoneid), None) => Ok(Self::Guild { unionid, zoneid }),
            (LookupOption::GroupCode, None, None, Some(group_code)) => Ok(Self::GroupCode { group_code }),
            (opt, Some(unionid), Some(zoneid), Some(group_code)) => {
                Ok(Self::Fields { opt, unionid, zoneid, group_code })
            }
            _ => Err("a lookup has `unionid` and `zoneid`, or `groupCode`, or all of them"),
        }
    }
}
