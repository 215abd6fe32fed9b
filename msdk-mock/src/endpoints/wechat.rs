//! The endpoints for players of WeChat.

pub(super) mod auth;
pub(super) mod people;
pub(super) mod scores;
pub(super) mod share;
