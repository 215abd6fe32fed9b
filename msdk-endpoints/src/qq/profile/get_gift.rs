use msdk::{msdk_endpoint, msdk_reply};

/// Hands out the player's blue-diamond gift pack and empties it.
///
/// Section 2.4.2 of the vendor's document, whose table has the path of another chapter.
///
/// It is not idempotent: the pack is empty after the first call, also if its answer was lost. It asks for no token of
/// the player, so that whoever has the app key can empty it.
#[msdk_endpoint(path = "/profile/get_gift/", method = POST, token = none)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GetGift;

/// What was in the gift pack.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGiftReply {
    /// The gifts; empty if they were handed out before.
    #[msdk(name = "GiftPackList")]
    pub gift_pack_list: Vec<GiftPack>,
}

/// One gift.
#[msdk_reply]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GiftPack {
    /// The id of the gift.
    #[msdk(name = "giftId")]
    pub gift_id: String,
    /// How many of it.
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
        let expected = GetGiftReply { gift_pack_list: vec![GiftPack { gift_id: "1001".into(), gift_count: 1 }] };
        assert_eq!(answer(GetGift, body).unwrap(), expected);
    }

    #[test]
    fn ids_and_counts_may_be_numbers() {
        let body = r#"{"ret":0,"GiftPackList":[{"giftId":1001,"giftCount":2}]}"#;
        let expected = GetGiftReply { gift_pack_list: vec![GiftPack { gift_id: "1001".into(), gift_count: 2 }] };
        assert_eq!(answer(GetGift, body).unwrap(), expected);
        let body = r#"{"ret":0,"GiftPackList":[{"giftId":"1001","giftCount":"two"}]}"#;
        assert_eq!(answer(GetGift, body).unwrap_err().path(), Some("GiftPackList[0].giftCount"));
    }
}
