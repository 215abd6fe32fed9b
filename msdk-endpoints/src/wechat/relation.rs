//! Profiles and friends (chapter 3.3).

mod profiles;
mod wxfriends;
mod wxfriends_profile;
mod wxprofile;
mod wxuserinfo;

pub use self::{profiles::*, wxfriends::*, wxfriends_profile::*, wxprofile::*, wxuserinfo::*};

msdk::chapter! {
    /// The endpoints of this chapter.
    pub const CHAPTER = "relation": [WxfriendsProfile, Wxprofile, Wxfriends, Wxuserinfo];
}
