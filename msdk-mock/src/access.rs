//! The access layer: who may pass, and what was wrong with who may not.
//!
//! Checks run in the order of the modules below. No message repeats a signature, a token or a key.

pub(crate) mod route;

pub(crate) mod query;

mod app;

mod apps;

pub(crate) mod json;
mod kind;

mod document;

pub(crate) mod body;

mod place;

pub(crate) mod placed;

pub(crate) mod token;

mod coerce;
mod strictness;

pub(crate) use app::{App, GUEST, check_skew};
pub(crate) use apps::Apps;
pub(crate) use strictness::Strictness;
