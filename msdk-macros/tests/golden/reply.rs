/// What came back.
#[msdk_reply]
pub struct TreasuryReply {
    /// How much is in it.
    pub gold: u64,
    #[msdk(name = "keyHolders")]
    pub key_holders: CommaList<String>,
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
}

#[msdk_reply]
pub struct Nothing;
