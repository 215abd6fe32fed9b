//! QQ groups of guilds.

use msdk::protocol::MsdkSigner;
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::{Binding, Call, Group, Refusal, World};

pub(super) fn get_groupopenid(world: &mut World, call: &Call<'_>) -> Outcome {
    let (group, _) = look_up(world, call)?;
    Ok(json!({"groupOpenid": group.openid, "platCode": "0", "is_lost": "0"}))
}

pub(super) fn get_group_detail(world: &mut World, call: &Call<'_>) -> Outcome {
    let (group, binding) = look_up(world, call)?;
    let fields = with(describe(group, binding), "groupOpenid", group.openid.as_str());
    Ok(with(fields, "joinGroupKey", group.join_key.as_str()))
}

pub(super) fn get_groupinfo(world: &mut World, call: &Call<'_>) -> Outcome {
    let wanted = call.text("groupOpenid");
    let (group, binding) = bound(world, |group, _| group.openid == wanted)?;
    Ok(describe(group, binding))
}

/// A success has an empty `platCode` here. A group whose key was not set has one all the same, which mobile QQ makes.
pub(super) fn get_group_key(world: &mut World, call: &Call<'_>) -> Outcome {
    let wanted = call.text("groupOpenid");
    let (group, _) = bound(world, |group, _| group.openid == wanted)?;
    let made = || MsdkSigner::new(group.code.as_str()).signature("join").expose().to_owned();
    let key = if group.join_key.is_empty() { made() } else { group.join_key.clone() };
    Ok(json!({"joinGroupKey": key, "platCode": "", "is_lost": "0"}))
}

pub(super) fn unbind_group(world: &mut World, call: &Call<'_>) -> Outcome {
    let wanted = call.text("groupOpenid");
    let mut groups = world.groups.iter_mut();
    let group = groups.find(|group| group.openid == wanted && group.binding.is_some());
    let group = group.ok_or_else(|| Refusal::group(2001, "no binding record of this groupOpenid"))?;
    if group.binding.as_ref().is_none_or(|binding| binding.unionid != call.text("unionid")) {
        return Err(Refusal::group(2002, "groupOpenid and unionid do not belong together"));
    }
    group.binding = None;
    Ok(json!({"platCode": "0", "is_lost": "0"}))
}

/// Finds the group that `opt` and its companions name: the guild's for `"0"`, where the caller must be a member, the
/// one with the number for `"1"`.
fn look_up<'a>(world: &'a World, call: &Call<'_>) -> Result<(&'a Group, &'a Binding), Refusal> {
    let companion = |name: &str| match call.text(name) {
        "" => Err(Refusal::group(2001, format!("opt \"{}\" needs {name}", call.text("opt")))),
        text => Ok(text),
    };
    match call.text("opt") {
        "" | "0" => {
            // The document asks for the guild only; a guild may have been bound without a zone.
            let (unionid, zoneid) = (companion("unionid")?, call.text("zoneid"));
            let found = bound(world, |_, binding| binding.unionid == unionid && binding.zoneid == zoneid)?;
            if !found.0.members.contains(call.openid()) {
                return Err(Refusal::group(2003, "openid is not a member of the group"));
            }
            Ok(found)
        }
        // The declaration knows "1" besides, and no more.
        _ => {
            let code = companion("groupCode")?;
            bound(world, |group, _| group.code == code)
        }
    }
}

/// Finds a group that is bound to a guild.
fn bound(world: &World, is_it: impl Fn(&Group, &Binding) -> bool) -> Result<(&Group, &Binding), Refusal> {
    let mut bound = world.groups.iter().filter_map(|group| group.binding.as_ref().map(|binding| (group, binding)));
    bound.find(|(group, binding)| is_it(group, binding)).ok_or_else(|| Refusal::group(2002, "no binding record"))
}

/// All of it is text, the numbers too.
fn describe(group: &Group, binding: &Binding) -> Value {
    json!({
        "groupName": group.name,
        "fingerMemo": group.memo,
        "memberNum": group.members.len().to_string(),
        "maxNum": group.capacity.to_string(),
        "ownerOpenid": group.owner,
        "unionid": binding.unionid,
        "zoneid": binding.zoneid,
        "adminOpenids": group.admins.join(","),
        "platCode": "0",
        "is_lost": "0",
    })
}
