use msdk::{msdk_endpoint, msdk_reply};

use super::ScoreReport;

/// Reports one score to QQ, in the form that came before [`qqscore_batch`](super::qqscore_batch()).
///
/// Section 2.4.4 of the vendor's edition of 2014.
///
/// It is not idempotent: a late repeat can overwrite a newer value.
#[msdk_endpoint(path = "/profile/qqscore/", method = POST, platform = qq, deprecated = "qqscore_batch")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qqscore {
    /// The fact; on the wire the keys `type`, `data`, `expires` and `bcover`.
    #[msdk(flatten)]
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub score: ScoreReport,
}

/// What was reported.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QqscoreReply {
    /// The type of the value, as it was sent; `None` where the platform does not repeat it.
    pub r#type: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        qq::profile::ScoreType,
        testing::{answer, assert_request, session, violations},
    };

    fn call() -> Qqscore {
        Qqscore { score: ScoreReport::new(ScoreType::Level, 7) }
    }

    #[test]
    fn is_sent_as_documented() {
        assert_request(
            &session(),
            call(),
            r#"
                POST http://msdktest.qq.com/profile/qqscore/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37",
                "accessToken":"933FE8C9AB9C585D7EABD04373B7155F",
                "type":1,"data":"7","expires":"0","bcover":1}
                "#,
        );
        let empty = Qqscore { score: ScoreReport::new(ScoreType::Level, "") };
        assert_eq!(violations(empty), ["`data` must have at least 1 byte of UTF-8, has 0"]);
    }

    #[test]
    fn the_type_comes_back_or_not() {
        assert_eq!(answer(call(), r#"{"ret":0,"msg":"success","type":1}"#).unwrap().r#type, Some(1));
        assert_eq!(answer(call(), r#"{"ret":0}"#).unwrap().r#type, None);
    }
}
