/// The memberships of friends.
#[msdk_reply(merge)]
pub struct QqfriendsVipReply {
    /// The friends.
    pub lists: Vec<FriendVip>,
    /// Whether friends may be missing.
    #[msdk(default)]
    pub is_lost: bool,
    /// Where to go on.
    #[msdk(flatten, keep)]
    pub cursor: Cursor,
}

/// A reply that is an object of its own under each of its parts.
#[msdk_reply]
pub struct Parts<T: Decode> {
    #[msdk(flatten)]
    pub first: T,
}
