//! What the documented endpoints do, one chapter or subject a file.

mod auth;
mod groups;
mod memberships;
mod people;
mod perks;
mod scores;
mod share;
mod wechat;

use msdk::metadata::Metadata;
use serde_json::Value;

use crate::{Call, Refusal, World};

/// What answers one endpoint.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Outcome;

/// The fields of the reply besides the envelope's, or a refusal.
type Outcome = Result<Value, Refusal>;

/// Every documented endpoint by its path.
const HANDLERS: [(&str, Handler); 32] = [
    ("/auth/verify_login/", auth::verify_login),
    ("/share/qq/", share::qq),
    ("/relation/qqprofile/", people::qqprofile),
    ("/relation/qqfriends_detail/", people::qqfriends_detail),
    ("/relation/qqstrange_profile/", people::qqstrange_profile),
    ("/relation/qqfriends_vip/", memberships::qqfriends_vip),
    ("/relation/get_groupopenid/", groups::get_groupopenid),
    ("/relation/get_groupinfo/", groups::get_groupinfo),
    ("/relation/unbind_group/", groups::unbind_group),
    ("/relation/get_group_detail", groups::get_group_detail),
    ("/relation/get_vip_rich_info/", memberships::get_vip_rich_info),
    ("/profile/load_vip/", memberships::load_vip),
    ("/profile/get_gift/", perks::get_gift),
    ("/profile/get_wifi/", perks::get_wifi),
    ("/profile/qqscore_batch/", scores::qqscore_batch),
    ("/relation/get_group_key", groups::get_group_key),
    ("/relation/qq_gain_chest/", perks::qq_gain_chest),
    ("/profile/query_vip/", memberships::query_vip),
    ("/profile/qqscore/", scores::qqscore),
    ("/auth/refresh_token/", wechat::auth::refresh_token),
    ("/auth/check_token/", wechat::auth::check_token),
    ("/share/upload_wx/", wechat::share::upload_wx),
    ("/share/wx/", wechat::share::wx),
    ("/share/wxgame/", wechat::share::wxgame),
    ("/relation/wxfriends_profile/", wechat::people::wxfriends_profile),
    ("/relation/wxprofile/", wechat::people::wxprofile),
    ("/relation/wxfriends/", wechat::people::wxfriends),
    ("/relation/wxuserinfo/", wechat::people::wxuserinfo),
    ("/profile/wxscore/", wechat::scores::wxscore),
    ("/profile/wxbattle_report/", wechat::scores::wxbattle_report),
    ("/profile/wxget_vip/", wechat::people::wxget_vip),
    ("/auth/guest_check_token/", wechat::auth::check_token),
];

/// Returns the documented endpoints with their handlers.
pub(crate) fn documented() -> impl Iterator<Item = (&'static Metadata, Handler)> {
    declared().filter_map(|metadata| {
        let handler = HANDLERS.iter().find(|(path, _)| *path == metadata.path)?.1;
        Some((metadata, handler))
    })
}

/// Every documented endpoint.
pub(crate) fn declared() -> impl Iterator<Item = &'static Metadata> {
    let chapters = msdk_endpoints::PLATFORMS.iter().flat_map(|(_, chapters)| chapters.iter());
    chapters.flat_map(|chapter| chapter.endpoints.iter().copied())
}

/// Adds a field to an object.
fn with(mut fields: Value, name: &str, value: impl Into<Value>) -> Value {
    if let Value::Object(object) = &mut fields {
        object.insert(name.to_owned(), value.into());
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::{HANDLERS, declared, documented};

    #[test]
    fn every_documented_endpoint_has_a_handler() {
        let declared: Vec<&str> = declared().map(|metadata| metadata.path).collect();
        let handled: Vec<&str> = documented().map(|(metadata, _)| metadata.path).collect();
        assert_eq!(handled, declared);
        assert_eq!(handled.len(), HANDLERS.len());
    }
}
