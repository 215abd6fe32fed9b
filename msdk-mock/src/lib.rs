//! A gateway that speaks MSDK, for tests and examples.
//!
//! [`Gateway`] is an HTTP server on a free port of 127.0.0.1 that plays the platform's side of the mobile-QQ
//! endpoints. It checks requests strictly against the declarations of the endpoints: the query, the signature, the
//! time, the types and limits of the body, the player's token. What it refuses, it explains in `msg`. What it lets
//! through meets a small [`World`] of players and groups, kept in memory, and is answered in the vendor's shapes.
//!
//! It is bounded, so that it can run under load and for long: it keeps the latest 10,000 requests with their answers, 64 MiB
//! at most, about as many messages and chests, has 1,024 connections, and waits 30 s for a request. [`GatewayBuilder`] sets the bounds, [`Gateway::clear_received`]
//! forgets what was kept.
//!
//! ```
//! # use msdk_endpoints::qq::relation::Qqprofile;
//! use msdk::Session;
//! use msdk_mock::{Gateway, demo};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let gateway = Gateway::start().await?;
//! let client = gateway.client_builder().build()?;
//! let caller = Session::new(demo::CALLER, demo::CALLER_TOKEN);
//!
//! assert_eq!(client.call(&caller, Qqprofile).await?.nick_name, "憨特");
//! assert_eq!(gateway.received().len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! A test can also say what it expects to be called and what is answered, in the types of the endpoints: [`Gateway::on`].
//! [`Fault`] has what can be made to go wrong, from latency to half an answer. [`GatewayBuilder::in_process`] does without
//! a socket, so that a paused clock works.
//!
//! [`refusals`] lists what is refused, each rule with its source, and where the gateway is stricter than the platform.
//!
//! A request passes one module after the other: `access` admits or refuses it, the endpoint's handler in
//! `endpoints`, or one of your own, looks at the [`World`] and changes it, and `gateway` wraps what comes out.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[doc = include_str!("refusals.md")]
pub mod refusals {}

mod access;
mod call;
mod deed;
mod endpoints;
mod expect;
mod faults;
mod gateway;
mod received;
mod refusal;
mod server;
mod store;
mod world;

pub use call::Call;
pub use expect::{Expectation, First, Next, On};
pub use faults::{ActiveFault, Fault, FaultRule};
pub use gateway::{Gateway, GatewayBuilder, InProcess};
pub use received::{Received, Verdict};
pub use refusal::Refusal;
pub use store::WorldStore;
pub use world::{
    Binding, Chest, Gender, Gift, Group, Message, Picture, Player, Problem, Score, Term, TokenState, Vip, VipKind,
    Wechat, WechatPlayer, WechatVip, World, demo,
};

/// The app id for WeChat of a gateway that was given none.
pub const WX_APP_ID: &str = "wxcde873f99466f74a";

/// The made-up app key that belongs to [`WX_APP_ID`].
pub const WX_APP_KEY: &str = "fedcba9876543210fedcba9876543210";

/// The app id of a gateway that was given none.
pub const APP_ID: &str = "100703379";

/// The made-up app key that belongs to [`APP_ID`].
pub const APP_KEY: &str = "0123456789abcdef0123456789abcdef";
