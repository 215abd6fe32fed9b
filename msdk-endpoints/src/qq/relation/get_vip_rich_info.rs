use msdk::{UnixTime, msdk_endpoint, msdk_reply};

/// Returns since when and until when the player is a member of QQ.
///
/// Section 2.3.8 of the vendor's document, where it is for joint debugging only; later editions release it.
#[msdk_endpoint(path = "/relation/get_vip_rich_info/", method = POST, platform = qq, idempotent, unreleased)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetVipRichInfo;

/// The player's memberships. The platform writes all values as strings, and a date it does not have as `"0"`: a
/// date that is `"0"` or absent is `None`, and a yes or no that is absent is no.
///
/// Dates are not always in step with the yes or no beside them: a member may have an end in the past.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetVipRichInfoReply {
    /// Whether the player is a member.
    #[msdk(default)]
    pub is_qq_vip: bool,
    /// When the membership was last paid.
    pub qq_vip_start: Option<UnixTime>,
    /// When the membership ends.
    pub qq_vip_end: Option<UnixTime>,
    /// Whether the membership is paid by the year.
    #[msdk(default)]
    pub is_qq_year_vip: bool,
    /// When the yearly membership was last paid.
    pub qq_year_vip_start: Option<UnixTime>,
    /// When the yearly membership ends; the document's words for it belong to `qq_svip_start`.
    pub qq_year_vip_end: Option<UnixTime>,
    /// Whether the player is a super member.
    #[msdk(default)]
    pub is_svip: bool,
    /// When the super membership was last paid; reserved, with no meaning yet.
    pub qq_svip_start: Option<UnixTime>,
    /// When the super membership ends; reserved, with no meaning yet.
    pub qq_svip_end: Option<UnixTime>,
    /// Whether the data is [degraded](crate::qq#degraded-answers); no where it is absent.
    #[msdk(default)]
    pub is_lost: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, assert_request, session};

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            GetVipRichInfo,
            r#"
                POST http://msdktest.qq.com/relation/get_vip_rich_info/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read_and_0_is_no_date() {
        let body = r#"{
            "is_lost": "0",
            "is_qq_vip": "0",
            "msg": "success",
            "qq_svip_end": "0",
            "qq_svip_start": "0",
            "qq_vip_end": "0",
            "qq_vip_start": "0",
            "qq_year_vip_end": "0",
            "qq_year_vip_start": "0",
            "ret": 0,
            "is_qq_year_vip": "1",
            "is_svip": "1"
        }"#;
        let expected = GetVipRichInfoReply {
            is_qq_vip: false,
            qq_vip_start: None,
            qq_vip_end: None,
            is_qq_year_vip: true,
            qq_year_vip_start: None,
            qq_year_vip_end: None,
            is_svip: true,
            qq_svip_start: None,
            qq_svip_end: None,
            is_lost: false,
        };
        assert_eq!(answer(GetVipRichInfo, body).unwrap(), expected);
    }

    #[test]
    fn dates_are_strings_numbers_or_none() {
        let body = r#"{
            "ret": 0, "is_lost": "1", "is_qq_vip": "1", "qq_vip_start": "1425513600", "qq_vip_end": 1457136000,
            "qq_year_vip_start": "", "qq_year_vip_end": null, "qq_svip_start": 0
        }"#;
        let expected = GetVipRichInfoReply {
            is_qq_vip: true,
            qq_vip_start: Some(UnixTime::from_secs(1_425_513_600)),
            qq_vip_end: Some(UnixTime::from_secs(1_457_136_000)),
            is_qq_year_vip: false,
            qq_year_vip_start: None,
            qq_year_vip_end: None,
            is_svip: false,
            qq_svip_start: None,
            qq_svip_end: None,
            is_lost: true,
        };
        assert_eq!(answer(GetVipRichInfo, body).unwrap(), expected);
        let error = answer(GetVipRichInfo, r#"{"ret":0,"qq_vip_end":"2015-03-05"}"#).unwrap_err();
        assert_eq!(error.path(), Some("qq_vip_end"));
    }
}
