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
