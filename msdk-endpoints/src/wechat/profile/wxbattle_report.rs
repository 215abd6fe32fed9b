use std::collections::BTreeMap;

use msdk::{OpenId, declare::Report, msdk_endpoint, msdk_object, wire_enum};

/// Reports battles and other facts of players to WeChat, which shows them in its game centre.
///
/// Section 3.4.2 of the vendor's document. It asks for no token of the player. Nothing but the system of the player has
/// to be reported; what else there is differs between the editions of the document, so all of it can be left out.
///
/// It is not idempotent: a late repeat can overwrite newer facts.
#[msdk_endpoint(
    path = "/profile/wxbattle_report/", method = POST, platform = wechat,
    token = none, check = check_players, reply = (),
    codes(40001 = fix_request("the app id or the app key is wrong, since no token of a player was sent")),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq)]
pub struct WxbattleReport {
    /// What is reported.
    pub json: WxBattles,
}

/// One report about the caller, or several about several players.
#[msdk_object(untagged)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
#[derive(Debug, Clone, PartialEq)]
pub enum WxBattles {
    /// About the caller.
    One(Box<WxBattle>),
    /// About several players, each with an openid; at least one.
    Many(#[msdk(items = 1..)] Vec<WxBattle>),
}

impl From<WxBattle> for WxBattles {
    fn from(battle: WxBattle) -> Self {
        Self::One(Box::new(battle))
    }
}

impl From<Vec<WxBattle>> for WxBattles {
    fn from(battles: Vec<WxBattle>) -> Self {
        Self::Many(battles)
    }
}

/// What is reported of one player.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq)]
pub struct WxBattle {
    /// Who the player is.
    pub baseinfo: WxBaseInfo,
    /// How a battle ended.
    pub battleinfo: Option<WxBattleInfo>,
    /// Facts of the game's own, by their names.
    pub userdefined: Option<BTreeMap<String, WxFact>>,
}

impl WxBattle {
    /// Makes a report with nothing but the system on which the player plays.
    pub const fn new(platid: WxSystem) -> Self {
        let baseinfo =
            WxBaseInfo { openid: None, gamename: None, platid, partitionid: None, roleid: None, level: None };
        Self { baseinfo, battleinfo: None, userdefined: None }
    }

    /// Adds a fact of the game's own, or replaces the one with the same name.
    #[must_use]
    pub fn with_fact(mut self, name: impl Into<String>, value: impl Into<WxFactValue>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.userdefined.get_or_insert_default().insert(name.clone(), WxFact { name, value });
        self
    }
}

/// Who a player is.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxBaseInfo {
    /// The player's openid, which every report of several has to have.
    pub openid: Option<OpenId>,
    /// The name of the game.
    pub gamename: Option<String>,
    /// The system on which the player plays.
    #[msdk(range = 0..=1)]
    pub platid: WxSystem,
    /// The zone of the game.
    pub partitionid: Option<String>,
    /// The id of the role.
    pub roleid: Option<String>,
    /// The level of the role.
    pub level: Option<i64>,
}

wire_enum! {
    /// The system on which a player plays. Mobile QQ counts otherwise, see
    /// [`PlayerSystem`](crate::qq::profile::PlayerSystem).
    pub enum WxSystem: int {
        /// iOS.
        Ios = 0,
        /// Android.
        Android = 1,
    }
}

/// How a battle ended.
#[msdk_object(check = check_time)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WxBattleInfo {
    /// The score.
    pub score: Option<i64>,
    /// Whether the player has won.
    pub iswin: Option<bool>,
    /// The mode of the game, in the edition of 2015.
    pub modeid: Option<i64>,
    /// When the battle was, as `YYYY-MM-DD hh:mm:ss`, in the edition of 2015.
    pub acttime: Option<String>,
}

/// A fact of the game's own.
#[msdk_object]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WxFact {
    /// Its name, the same as the key under which it stands.
    #[msdk(bytes = 1..)]
    pub name: String,
    /// Its value.
    pub value: WxFactValue,
}

/// The value of a fact of the game's own.
#[msdk_object(untagged)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WxFactValue {
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

impl From<i64> for WxFactValue {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for WxFactValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for WxFactValue {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

/// Reports about several players say whom each is about.
fn check_players(request: &WxbattleReport, report: &mut Report<'_>) {
    if let WxBattles::Many(battles) = &request.json
        && battles.iter().any(|battle| battle.baseinfo.openid.is_none())
    {
        report.add("json", "must have an openid in each `baseinfo`, since there are several reports");
    }
}

/// `2015-06-30 12:00:00`
fn check_time(battle: &WxBattleInfo, report: &mut Report<'_>) {
    const FORM: &str = "0000-00-00 00:00:00";
    let is_right = |(found, form): (char, char)| if form == '0' { found.is_ascii_digit() } else { found == form };
    if let Some(time) = &battle.acttime
        && (time.len() != FORM.len() || !time.chars().zip(FORM.chars()).all(is_right))
    {
        report.add("acttime", "must be a time as `YYYY-MM-DD hh:mm:ss`");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, body_of, violations};

    fn json_of(json: WxBattles) -> String {
        let body = body_of(WxbattleReport { json });
        let identity = r#"{"appid":"wxcde873f99466f74a","openid":"oGRTijlTHnyvS3bXHbdGB8hSPZ-_","json":"#;
        body.strip_prefix(identity).and_then(|rest| rest.strip_suffix('}')).unwrap().to_owned()
    }

    #[test]
    fn one_report_is_an_object_and_several_are_an_array() {
        let battle = WxBattle::new(WxSystem::Ios);
        assert_eq!(json_of(battle.clone().into()), r#"{"baseinfo":{"platid":0}}"#);
        let of_somebody = |openid: &str| WxBattle {
            baseinfo: WxBaseInfo { openid: Some(openid.into()), ..battle.baseinfo.clone() },
            ..battle.clone()
        };
        assert_eq!(
            json_of(WxBattles::from(vec![of_somebody("o1"), of_somebody("o2")])),
            r#"[{"baseinfo":{"openid":"o1","platid":0}},{"baseinfo":{"openid":"o2","platid":0}}]"#
        );
    }

    #[test]
    fn everything_can_be_reported() {
        let battle = WxBattle {
            baseinfo: WxBaseInfo {
                openid: Some("o1".into()),
                gamename: Some("game".into()),
                platid: WxSystem::Android,
                partitionid: Some("1".into()),
                roleid: Some("r".into()),
                level: Some(30),
            },
            battleinfo: Some(WxBattleInfo {
                score: Some(-5),
                iswin: Some(true),
                modeid: Some(2),
                acttime: Some("2015-06-30 12:00:00".into()),
            }),
            userdefined: None,
        };
        let battle = battle.with_fact("rank", 3).with_fact("hero", "赵云");
        assert_eq!(
            json_of(battle.into()),
            r#"{"baseinfo":{"openid":"o1","gamename":"game","platid":1,"partitionid":"1","roleid":"r","level":30},"battleinfo":{"score":-5,"iswin":true,"modeid":2,"acttime":"2015-06-30 12:00:00"},"userdefined":{"hero":{"name":"hero","value":"赵云"},"rank":{"name":"rank","value":3}}}"#
        );
    }

    #[test]
    fn mistakes_are_found_before_anything_is_sent() {
        let battle = WxBattle::new(WxSystem::Other(2));
        let battleinfo = Some(WxBattleInfo { acttime: Some("2015/06/30".into()), ..WxBattleInfo::default() });
        let json = WxBattles::from(vec![WxBattle { battleinfo, ..battle }.with_fact("", 1)]);
        assert_eq!(
            violations(WxbattleReport { json }),
            [
                "`json[0].baseinfo.platid` must be 0 or 1, is 2",
                "`json[0].battleinfo.acttime` must be a time as `YYYY-MM-DD hh:mm:ss`",
                "`json[0].userdefined[0].name` must have at least 1 byte of UTF-8, has 0",
                "`json` must have an openid in each `baseinfo`, since there are several reports",
            ]
        );
        assert_eq!(
            violations(WxbattleReport { json: WxBattles::Many(Vec::new()) }),
            ["`json` must have at least 1 item, has 0"]
        );
    }

    #[test]
    fn the_sample_is_read() {
        let json = WxBattle::new(WxSystem::Ios).into();
        answer(WxbattleReport { json }, r#"{"ret":0,"msg":"success"}"#).unwrap();
    }
}
