/// One of the two.
#[msdk_object(check = check_target)]
pub enum Target {
    #[msdk(fixed(opt = "0"))]
    Guild {
        /// The guild.
        unionid: String,
        zone: u32,
    },
    #[msdk(fixed(opt = "1", deep = 1))]
    Group {
        zone: u32,
        #[msdk(flatten)]
        group: Group,
    },
    None,
}
