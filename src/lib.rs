//! Tencent MSDK for game servers: signed calls and typed answers of the platforms of mobile QQ and WeChat.
//!
//! The documented endpoints are in [`qq`], [`wechat`] and [`guest`], one struct and one function each:
//!
//! ```no_run
//! use msdk::{Client, Environment, Session, qq::relation};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .app_id("100703379")
//!     .app_key(std::env::var("MSDK_APP_KEY")?)
//!     .environment(Environment::Test)
//!     .build()?;
//! let session = Session::new("A3284A812ECA15269F85AE1C2D94EB37", "933FE8C9AB9C585D7EABD04373B7155F");
//!
//! let profile = relation::qqprofile(&client, &session, relation::Qqprofile).await?;
//! println!("{} ({:?})", profile.nick_name, profile.gender);
//! # Ok(())
//! # }
//! ```
//!
//! An endpoint that is not there is declared with [`macro@msdk_endpoint`] in your own crate, which needs no other
//! dependency than this one:
//!
//! ```
//! use msdk::{msdk_endpoint, msdk_reply};
//!
//! /// Returns how many coins the player has.
//! #[msdk_endpoint(path = "/game/coins/", method = POST, idempotent)]
//! pub struct Coins {
//!     /// The zone of the game, 1 to 99.
//!     #[msdk(range = 1..=99)]
//!     pub zone: u32,
//! }
//!
//! /// The player's coins.
//! #[msdk_reply]
//! pub struct CoinsReply {
//!     pub coins: u64,
//! }
//!
//! # fn check(client: &msdk::Client, session: &msdk::Session) {
//! let call = coins(client, session, Coins { zone: 7 }); // and `.await?` gives a `CoinsReply`
//! # drop(call);
//! # }
//! ```
//!
//! # Who calls, and for whom
//!
//! A [`Client`] stands for the app and lives as long as the server; cloning it is cheap. A [`Session`] stands for one
//! player. Together they fill in what every endpoint asks for, the query and its signature and the app id, openid and
//! token of the body, so that a request holds only what is asked. [`Client::call`] is the same call as the function of
//! an endpoint, with the envelope on request ([`Call::answer`]) and a time of its own ([`Call::timeout`]);
//! [`Client::prepare`] gives the signed request without sending it.
//!
//! A game with players of WeChat too has a second [`Account`]; a gateway with another envelope is spoken to by another
//! [`Protocol`](protocol::Protocol).
//!
//! # What goes wrong
//!
//! Every failure is an [`Error`] whose [`kind`](Error::kind) says how far the call came. Rules of fields are checked
//! before anything is sent, and all that are broken come in one error.
//!
//! # In tests
//!
//! A reply is read from a text by [`Decode::from_json`](declare::Decode::from_json), or made by `Default` and its fields; [`ErrorSample`](errors::ErrorSample) makes an error
//! of any kind. The crate `msdk-mock` is a whole gateway.
//!
//! # Features
//!
//! - `tls`, on by default: https base URLs, with Mozilla's root certificates built in. The hosts of the vendor's
//!   document speak plain http. The cryptography is ring's, which runs on every processor and needs a C compiler to
//!   build; `HyperTransportBuilder::tls_config` takes a `rustls` configuration of your own, with another provider, such
//!   as a certified one, or with certificates of the client's.
//! - `blocking`: `blocking::BlockingClient`, the same calls for programs that are not asynchronous, and beside each function
//!   one that blocks, such as `qqprofile_blocking`. Functions with type parameters have none.
//! - `serde`: serde's traits for the requests and replies of the documented endpoints, under the documented names. Values
//!   such as [`OpenId`], names such as those of [`Advice`], and [`Error`] have them without it. A struct of your own gets
//!   them from serde's derives beside our attributes; `#[msdk(name = "...")]` is its name for serde too. What holds a
//!   [`Secret`] is not written.
//! - `reqwest`: `ReqwestTransport`, for servers that reach the platform through a proxy only. A program that uses
//!   reqwest itself without any TLS feature, beside this one with `tls`, has to install a rustls provider before it
//!   makes a client of its own.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[doc(hidden)]
pub use msdk_core::__private;
#[cfg(feature = "blocking")]
pub use msdk_core::blocking;
pub use msdk_core::msdk_endpoints;
pub use msdk_core::{
    Account, Advice, Answer, Call, Client, ClientBuilder, ClientConfig, CommaList, Environment, Error, ErrorKind, Lang,
    OpenId, PictureUrl, Platform, Secret, Session, Turn, UnixTime, bit_mask, bytes, call, catalogue, chapter, clock,
    declare, errors, http, metadata, policy, protocol, transport, wire_enum,
};
pub use msdk_endpoints::{PLATFORMS, guest, qq, wechat};

#[doc = include_str!("../docs/msdk_endpoint.md")]
pub use msdk_core::msdk_endpoint;
#[doc = include_str!("../docs/msdk_object.md")]
pub use msdk_core::msdk_object;
#[doc = include_str!("../docs/msdk_reply.md")]
pub use msdk_core::msdk_reply;

/// The programs of the README, compiled.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    struct English;

    #[doc = include_str!("../README.zh-CN.md")]
    struct Chinese;
}

/// The programs about accounts and gateways, compiled and run.
#[cfg(doctest)]
mod accounts_and_gateways {
    #[doc = include_str!("../docs/accounts-and-gateways.md")]
    struct English;

    #[doc = include_str!("../docs/accounts-and-gateways.zh-CN.md")]
    struct Chinese;
}

/// The programs of the guide, compiled and run.
#[cfg(doctest)]
mod when_a_call_fails {
    #[doc = include_str!("../docs/when-a-call-fails.md")]
    struct English;

    #[doc = include_str!("../docs/when-a-call-fails.zh-CN.md")]
    struct Chinese;
}

/// The programs of the Chinese reference, compiled and run.
#[cfg(doctest)]
mod reference {
    #[doc = include_str!("../docs/msdk_endpoint.zh-CN.md")]
    struct OfEndpoints;

    #[doc = include_str!("../docs/msdk_object.zh-CN.md")]
    struct OfObjects;

    #[doc = include_str!("../docs/msdk_reply.zh-CN.md")]
    struct OfReplies;
}
