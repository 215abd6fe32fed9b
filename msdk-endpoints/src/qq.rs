//! The interfaces for players who log in with mobile QQ.
//!
//! Every interface is a struct, with the function that calls it and the reply that comes back; the structs' fields are
//! what a caller has to say, since the identity comes from the client and the session. Section numbers are those of
//! the vendor's document.
//!
//! # Degraded answers
//!
//! Many replies have `is_lost`. Where it is true the platform could not reach all of its data: prefer a copy of your
//! own, use the reply only if there is none, and never keep it. Such a reply may lack any field; a lost text is empty
//! and a lost yes or no is no.

pub mod auth;
mod gender;
pub mod profile;
pub mod relation;
pub mod share;

pub use gender::Gender;

use msdk::Chapter;

/// Every interface, by chapter, in the order of the vendor's document.
pub const CHAPTERS: &[Chapter] = &[auth::CHAPTER, share::CHAPTER, relation::CHAPTER, profile::CHAPTER];
