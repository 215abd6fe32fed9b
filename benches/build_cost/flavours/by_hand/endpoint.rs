
/// Reports what happened in zone __N__.
#[derive(Serialize)]
pub struct E__N__ {
    /// The zone.
    pub zone: String,
    /// The address of the caller.
    pub userip: String,
    /// Where the player logged in.
    #[serde(skip_serializing_if = "Option::is_none")]
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
