use msdk::msdk_endpoint;

/// Checks that a guest's login is still valid.
///
/// Section 4.1 of the vendor's later edition. The guest's id is `guestid` in the body, with the prefix `G_` that it has in
/// the query. A token that does not belong to the guest is a refusal; code -110 asks for a new login.
#[msdk_endpoint(
    path = "/auth/guest_check_token/", method = POST, platform = guest,
    appid = none, openid = "guestid", idempotent, reply = (),
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GuestCheckToken;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, guest, session, violations_of};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &guest(),
            GuestCheckToken,
            r#"
                POST http://msdktest.qq.com/auth/guest_check_token/
                ?timestamp=1381288134&appid=G_100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=G_0E22AFA1E42BCB1D4C4A5CBF8D1D4B55&encode=1

                content-type: application/x-www-form-urlencoded

                {"guestid":"G_0E22AFA1E42BCB1D4C4A5CBF8D1D4B55","accessToken":"2B4D1E8E9C0F"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        answer(GuestCheckToken, r#"{"ret":0,"msg":"ok"}"#).unwrap();
    }

    #[test]
    fn it_is_for_guests() {
        let rule = "`session` belongs to a player of mobile QQ; the endpoint is called for a guest";
        assert_eq!(violations_of(&session(), GuestCheckToken), [rule]);
    }
}
