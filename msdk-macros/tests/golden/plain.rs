/// Returns the profiles of friends.
#[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST)]
pub struct QqfriendsDetail {
    /// Who asks.
    pub userip: IpAddr,
    /// The friends.
    pub fopenids: Vec<OpenId>,
    /// The size of the pictures.
    pub size: Option<u32>,
    /// The names to look up.
    pub names: String,
    /// Whether strangers are included.
    pub strangers: bool,
}
