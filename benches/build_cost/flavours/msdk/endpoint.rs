
/// Reports what happened in zone __N__.
#[msdk_endpoint(path = "/bench/e__N__/", method = POST)]
pub struct E__N__ {
    /// The zone.
    pub zone: String,
    /// The address of the caller.
    pub userip: String,
    /// Where the player logged in.
    pub pf: Option<String>,
    /// How many coins.
    pub coins: u32,
    /// What is left.
    pub balance: i64,
    /// The friends.
    pub fopenids: Vec<String>,
}

/// What came back for zone __N__.
#[msdk_reply]
pub struct E__N__Reply {
    /// The player's name.
    pub nick: String,
    /// How many there are.
    pub count: u32,
    /// Whether friends may be missing.
    pub is_lost: bool,
    /// The player's picture.
    pub picture: Option<String>,
    /// The friends.
    pub lists: Vec<String>,
}
