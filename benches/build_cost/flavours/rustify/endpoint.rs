
/// Reports what happened in zone __N__.
#[derive(Endpoint)]
#[endpoint(path = "/bench/e__N__/", method = "POST", response = "E__N__Reply")]
pub struct E__N__ {
    /// The app id.
    pub appid: String,
    /// The player.
    pub openid: String,
    /// The token of the player.
    pub accessToken: String,
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
#[derive(Deserialize)]
pub struct E__N__Reply {
    /// The player's name.
    pub nick: String,
    /// How many there are.
    pub count: u32,
    /// Whether friends may be missing.
    #[serde(deserialize_with = "flag")]
    pub is_lost: bool,
    /// The player's picture.
    pub picture: Option<String>,
    /// The friends.
    #[serde(default)]
    pub lists: Vec<String>,
}
