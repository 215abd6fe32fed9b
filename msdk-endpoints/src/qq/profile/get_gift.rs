use msdk::{declare::Whole, msdk_endpoint, msdk_reply};

/// Hands out the player's blue-diamond gift pack and empties it.
///
/// Section 2.4.2 of the vendor's document, whose table has the path of another chapter.
///
/// It is not idempotent: the pack is empty after the first call, also if its answer was lost. It asks for no token of
/// the player, so that whoever has the app key can empty it.
///
/// An answer that does not list the gifts, or says that a part of it is lost, is malformed, and
/// [`Error::answer`](msdk::Error::raw_answer) has it as the only record of what was handed out.
#[msdk_endpoint(path = "/profile/get_gift/", method = POST, platform = qq, token = none)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetGift;

/// What was in the gift pack.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GetGiftReply {
    /// The gifts; empty where the platform says that there are none, since they were handed out before. An answer
    /// without the list tells nothing of the gifts, so it is an error.
    #[msdk(name = "GiftPackList")]
    pub gift_pack_list: Vec<GiftPack>,
    /// The document has no `is_lost` here; one that says yes would mean that gifts are missing.
    is_lost: Whole,
}

/// One gift.
#[msdk_reply]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct GiftPack {
    /// The id of the gift; no gift may lack it.
    #[msdk(name = "giftId")]
    pub gift_id: String,
    /// How many of it; no gift may lack it.
    #[msdk(name = "giftCount")]
    pub gift_count: u32,
}

#[cfg(test)]
mod tests {
    use msdk::Session;

    use super::*;
    use crate::testing::{answer, assert_request};

    #[test]
    fn is_sent_as_documented_and_needs_no_token() {
        assert_request(
            &Session::without_token("A3284A812ECA15269F85AE1C2D94EB37"),
            GetGift,
            r#"
                POST http://msdktest.qq.com/profile/get_gift/
                ?timestamp=1381288134&appid=100703379&sig=a40e358132d0e9457e89bf30684b6e6b
                &openid=A3284A812ECA15269F85AE1C2D94EB37&encode=1

                content-type: application/x-www-form-urlencoded

                {"appid":"100703379","openid":"A3284A812ECA15269F85AE1C2D94EB37"}
                "#,
        );
    }

    #[test]
    fn the_sample_is_read() {
        let body = r#"{
            "GiftPackList": [
                {
                    "giftCount": "1",
                    "giftId": "1001"
                }
            ],
            "msdkExtInfo": "testhunter",
            "msg": "success",
            "ret": 0
        }"#;
        let expected =
            GetGiftReply { gift_pack_list: vec![GiftPack { gift_id: "1001".into(), gift_count: 1 }], is_lost: Whole };
        assert_eq!(answer(GetGift, body).unwrap(), expected);
    }

    #[test]
    fn ids_and_counts_may_be_numbers() {
        let body = r#"{"ret":0,"GiftPackList":[{"giftId":1001,"giftCount":2}]}"#;
        let expected =
            GetGiftReply { gift_pack_list: vec![GiftPack { gift_id: "1001".into(), gift_count: 2 }], is_lost: Whole };
        assert_eq!(answer(GetGift, body).unwrap(), expected);
        let body = r#"{"ret":0,"GiftPackList":[{"giftId":"1001","giftCount":"two"}]}"#;
        assert_eq!(answer(GetGift, body).unwrap_err().path(), Some("GiftPackList[0].giftCount"));
    }

    #[test]
    fn only_an_empty_list_says_that_there_is_no_gift() {
        let none = GetGiftReply { gift_pack_list: Vec::new(), is_lost: Whole };
        assert_eq!(answer(GetGift, r#"{"ret":0,"GiftPackList":[]}"#).unwrap(), none);
        for fields in [
            "",
            r#","GiftPackList":null"#,
            r#","GiftPackList":"""#,
            r#","GiftPackList":{}"#,
            r#","is_lost":1"#,
            r#","GiftPackList":[],"is_lost":"1""#,
            r#","GiftPackList":[{"giftId":"1001","giftCount":"1"}],"is_lost":1"#,
            r#","lists":[],"is_lost":"0""#,
        ] {
            let body = format!(r#"{{"ret":0{fields}}}"#);
            let error = answer(GetGift, &body).unwrap_err();
            assert_eq!(error.kind(), msdk::ErrorKind::MalformedAnswer, "{body}");
            assert_eq!(error.raw_answer(), Some(&*body), "the record of what was handed out is kept");
        }
    }

    #[test]
    fn an_odd_remark_takes_no_gift_away() {
        for is_lost in ["0", r#""""#, "null", r#""maybe""#, "[]"] {
            let body = format!(r#"{{"ret":0,"GiftPackList":[{{"giftId":"1","giftCount":1}}],"is_lost":{is_lost}}}"#);
            assert_eq!(answer(GetGift, &body).unwrap().gift_pack_list.len(), 1, "{body}");
        }
    }
}
