//! The endpoints for players who log in with WeChat.
//!
//! They are called with a [`Session`](msdk::Session::wechat) of WeChat and signed by the client's account of WeChat, see
//! [`ClientBuilder::wechat`](msdk::ClientBuilder::wechat). Section numbers are those of the vendor's later edition, whose
//! chapter 3 they are.
//!
//! # Tokens
//!
//! An access token holds for two hours, a refresh token for 30 days. Once the access token has expired, WeChat refuses
//! with code 40001 or 42001, which is no mistake: the advice is
//! [`RefreshToken`](msdk::Advice::RefreshToken). [`refresh_token`](auth::refresh_token()) gives a new pair, of which the
//! refresh token too has to be stored. Codes 40032 and 42004 tell that the refresh token is used up as well: the player
//! logs in again.
//!
//! # Absent values
//!
//! They are read as those of [mobile QQ](crate::qq#absent-values) are.

pub mod auth;
mod picture;
pub mod profile;
pub mod relation;
pub mod share;

pub use crate::gender::Gender;
pub use picture::WxPicture;

use msdk::metadata::Chapter;

/// Every endpoint, by chapter, in the order of the vendor's document.
pub const CHAPTERS: &[Chapter] =
    &Chapter::distinct([auth::CHAPTER, share::CHAPTER, relation::CHAPTER, profile::CHAPTER]);

#[cfg(test)]
mod tests {
    use msdk::{Platform, metadata::Metadata};

    use super::*;

    fn names(wanted: fn(&Metadata) -> bool) -> Vec<&'static str> {
        let endpoints = CHAPTERS.iter().flat_map(|chapter| chapter.endpoints);
        endpoints.filter(|endpoint| wanted(endpoint)).map(|endpoint| endpoint.name).collect()
    }

    #[test]
    fn endpoints_are_listed_as_the_document_has_them() {
        let all = [
            "refresh_token",
            "check_token",
            "upload_wx",
            "share_wx",
            "share_wxgame",
            "wxfriends_profile",
            "wxprofile",
            "wxfriends",
            "wxuserinfo",
            "wxscore",
            "wxbattle_report",
            "wxget_vip",
        ];
        assert_eq!(names(|endpoint| endpoint.platform == Some(Platform::WeChat)), all);
        let writing = ["refresh_token", "upload_wx", "share_wx", "share_wxgame", "wxscore", "wxbattle_report"];
        assert_eq!(names(|endpoint| !endpoint.idempotent), writing);
    }

    #[test]
    fn an_invalid_credential_is_whose_credential_was_sent() {
        use msdk::{Advice, Turn};

        use super::{auth::*, profile::*, share::*};
        use crate::{qq::profile::Expiry, testing::answer};

        let refusal = r#"{"ret":-20000,"msg":"40001,invalid credential"}"#;
        let refresh = answer(RefreshToken { refresh_token: "R".into() }, refusal).unwrap_err();
        assert_eq!((refresh.advice(), refresh.turn()), (Advice::LogInAgain, Turn::Player));
        let score = answer(Wxscore { score: "1".into(), expires: Expiry::Never }, refusal).unwrap_err();
        let battle = answer(WxbattleReport { json: WxBattle::new(WxSystem::Ios).into() }, refusal).unwrap_err();
        let (content_type, picture) = (PictureType::Jpg, Thumbnail::new([1]));
        let upload = answer(UploadWx { filename: "a".into(), content_type, picture }, refusal).unwrap_err();
        for error in [score, battle, upload] {
            assert_eq!((error.advice(), error.turn()), (Advice::FixRequest, Turn::Caller), "{error}");
        }
    }
}
