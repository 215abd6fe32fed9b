//! Groups of guilds: found, described, unbound.

use msdk::{ErrorKind, Session};
use msdk_endpoints::qq::relation::{
    GetGroupDetail, GetGroupinfo, GetGroupopenid, GroupLookup, LookupOption, UnbindGroup,
};
use msdk_mock::demo;
use serde_json::{Value, json};

use crate::support::{Raw, answer, caller, client, group_refusal, start};

fn by_guild() -> GroupLookup {
    GroupLookup::by_guild(demo::UNION_ID, demo::ZONE_ID)
}

fn info() -> GetGroupinfo {
    GetGroupinfo { group_openid: demo::GROUP_OPENID.into() }
}

fn unbind(unionid: &str) -> UnbindGroup {
    UnbindGroup { group_openid: demo::GROUP_OPENID.into(), unionid: unionid.into() }
}

fn described() -> Value {
    json!({
        "ret": 0, "msg": "success", "platCode": "0", "is_lost": "0",
        "groupName": "傲世西游35区绑群", "fingerMemo": "", "memberNum": "3", "maxNum": "200",
        "ownerOpenid": demo::GROUP_OWNER, "unionid": "35502799", "zoneid": "35", "adminOpenids": demo::FRIEND,
    })
}

#[tokio::test]
async fn finds_groups_by_guild_and_by_number() {
    let gateway = start().await;
    let expected = json!({
        "ret": 0, "msg": "success", "groupOpenid": demo::GROUP_OPENID, "platCode": "0", "is_lost": "0",
    });
    for lookup in [by_guild(), GroupLookup::by_group_code(demo::GROUP_CODE)] {
        assert_eq!(answer(&gateway, GetGroupopenid { lookup }).await, expected);
    }
}

#[tokio::test]
async fn describes_groups() {
    let gateway = start().await;
    assert_eq!(answer(&gateway, info()).await, described());
    let mut detail = described();
    detail["groupOpenid"] = json!(demo::GROUP_OPENID);
    detail["joinGroupKey"] = json!("");
    assert_eq!(answer(&gateway, GetGroupDetail { lookup: by_guild() }).await, detail);
}

#[tokio::test]
async fn refuses_lookups_without_their_companions() {
    let gateway = start().await;
    let cases = [
        (json!({"opt": "0", "zoneid": "35"}), "opt \"0\" needs unionid"),
        (json!({"opt": "0", "unionid": "", "zoneid": "35", "groupCode": "1"}), "opt \"0\" needs unionid"),
        (json!({"opt": "1", "unionid": "35502799", "zoneid": "35"}), "opt \"1\" needs groupCode"),
    ];
    for (fields, text) in cases {
        let raw = Raw::of(&gateway, GetGroupDetail { lookup: by_guild() }).edit(|body| {
            let body = body.as_object_mut().unwrap();
            body.retain(|name, _| !["opt", "unionid", "zoneid"].contains(&name.as_str()));
            body.extend(fields.as_object().unwrap().clone());
        });
        assert_eq!(raw.send(&gateway).await, group_refusal("2001", text));
    }
}

#[tokio::test]
async fn takes_all_four_fields_as_the_document_s_samples_have_them() {
    let gateway = start().await;
    let lookup = |opt, unionid: &str, zoneid: &str| GroupLookup::Fields {
        opt,
        unionid: unionid.into(),
        zoneid: zoneid.into(),
        group_code: demo::GROUP_CODE.into(),
    };
    for lookup in [
        lookup(LookupOption::Guild, demo::UNION_ID, demo::ZONE_ID),
        lookup(LookupOption::GroupCode, demo::UNION_ID, demo::ZONE_ID),
        lookup(LookupOption::GroupCode, "", ""),
    ] {
        let reply = client(&gateway).call(&caller(), GetGroupopenid { lookup }).await.unwrap();
        assert_eq!(reply.group_openid, demo::GROUP_OPENID);
    }
    let elsewhere = GetGroupopenid { lookup: lookup(LookupOption::Guild, demo::UNION_ID, "") };
    assert_eq!(answer(&gateway, elsewhere).await, group_refusal("2002", "no binding record"));
    gateway.with_world(|world| {
        let group = world.groups.iter_mut().find(|group| group.openid == demo::GROUP_OPENID).unwrap();
        group.binding.as_mut().unwrap().zoneid.clear();
    });
    let without_zone = GetGroupopenid { lookup: lookup(LookupOption::Guild, demo::UNION_ID, "") };
    let reply = client(&gateway).call(&caller(), without_zone).await.unwrap();
    assert_eq!(reply.group_openid, demo::GROUP_OPENID);
}

#[tokio::test]
async fn refuses_unknown_guilds_and_players_outside() {
    let gateway = start().await;
    let lookup = GroupLookup::by_guild(demo::UNION_ID, "36");
    assert_eq!(answer(&gateway, GetGroupopenid { lookup }).await, group_refusal("2002", "no binding record"));

    let token = gateway.with_world(|world| world.players[demo::OTHER_FRIEND].token.clone());
    let outsider = Session::new(demo::OTHER_FRIEND, token);
    let raw = Raw::by(&gateway, &outsider, GetGroupopenid { lookup: by_guild() });
    assert_eq!(raw.send(&gateway).await, group_refusal("2003", "openid is not a member of the group"));
    let by_number = GetGroupopenid { lookup: GroupLookup::by_group_code(demo::GROUP_CODE) };
    let reply = client(&gateway).call(&outsider, by_number).await.unwrap();
    assert_eq!(reply.group_openid, demo::GROUP_OPENID);
}

#[tokio::test]
async fn unbinds_a_group_once() {
    let gateway = start().await;
    let text = "groupOpenid and unionid do not belong together";
    assert_eq!(answer(&gateway, unbind("1")).await, group_refusal("2002", text));
    let done = json!({"ret": 0, "msg": "success", "platCode": "0", "is_lost": "0"});
    assert_eq!(answer(&gateway, unbind(demo::UNION_ID)).await, done);

    let gone = group_refusal("2002", "no binding record");
    assert_eq!(answer(&gateway, info()).await, gone);
    for lookup in [by_guild(), GroupLookup::by_group_code(demo::GROUP_CODE)] {
        assert_eq!(answer(&gateway, GetGroupopenid { lookup: lookup.clone() }).await, gone);
        assert_eq!(answer(&gateway, GetGroupDetail { lookup }).await, gone);
    }
    let error = client(&gateway).call(&caller(), unbind(demo::UNION_ID)).await.unwrap_err();
    assert_eq!((error.kind(), error.plat_code()), (ErrorKind::Refused, Some(2001)));
    assert_eq!(error.msg(), Some("2001,no binding record of this groupOpenid"));
}
