/// One deed.
#[msdk_object(check = deeds::check)]
pub struct Deed {
    /// The kind.
    pub r#type: u32,
    /// What was done.
    #[msdk(bytes = 1..=45)]
    pub data: String,
}
