//! The runtime under the `msdk` crate.
//!
//! A call goes through one module after the other:
//!
//! 1. an [`Endpoint`](declare::Endpoint) writes its fields into an [`Encoder`](declare::Encoder), which checks every rule on the way;
//! 2. the identity of the [`Session`] and the constants of the [`Metadata`](metadata::Metadata) complete the body;
//! 3. a [`Protocol`](protocol::Protocol) writes the query and the headers around it, with the signature, for each attempt anew;
//! 4. a [`Transport`](transport::Transport) sends the `http` request, and nothing else here performs I/O;
//! 5. the envelope of the answer is read, `ret` first, and what is left is [`Decode`](declare::Decode)d into the typed reply.
//!
//! Use it through `msdk`, which adds the documented endpoints of the vendor.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod client;
mod decode;
mod describe;
mod encode;
mod error;
mod wire;

/// The crates whose types stand in the signatures of this one.
pub use {bytes, http};

pub use client::{Account, Answer, Call, Client, ClientBuilder, ClientConfig, Environment, Platform, Session};
pub use describe::{CommaList, OpenId, PictureUrl, Secret, UnixTime};
pub use error::{Advice, Error, ErrorKind, Lang, Turn};
pub use msdk_macros::{msdk_endpoint, msdk_endpoints, msdk_object, msdk_reply};

/// For those who declare endpoints and write their types by hand.
pub mod declare {
    pub use crate::{
        client::Merge,
        decode::{Decode, DecodeError, Json, JsonObject},
        describe::{ChunkedEndpoint, Endpoint, SharedText, Whole},
        encode::{Chunk, Encode, Encoder, Key, ListValue, Measure, NumberValue, Object, Report, TextValue},
    };
    #[doc(hidden)]
    pub use crate::{decode::FromSerde, encode::BySerde};
}

/// What is known of an endpoint without calling it.
pub mod metadata {
    pub use crate::describe::{
        Bit, Chapter, Field, Fixed, FixedValue, Identity, Limits, Metadata, Method, Part, Place, Shape,
    };
}

/// Calls that are made in parts, and the future of a call.
pub mod call {
    pub use crate::client::{CallFuture, ChunkFailure, Chunks, Merged};
}

/// When a call is tried again, when it is not sent at all, and how its answer is matched to it.
pub mod policy {
    pub use crate::{
        client::{CircuitBreaker, RetryBudget, RetryPolicy},
        wire::ExtInfo,
    };
}

/// How requests reach the platform: the transports, and the trait for one of your own.
pub mod transport {
    pub use crate::client::{AttemptObserver, Attempted};
    pub use crate::wire::{
        Attempt, Delivered, Fault, HyperTransport, HyperTransportBuilder, Sent, Transport, TransportError,
        TransportFuture,
    };
    #[cfg(feature = "reqwest")]
    pub use crate::wire::{ReqwestTransport, ReqwestTransportBuilder};
}

/// The envelope of requests and answers, and what signs them: the vendor's, and the traits for others.
pub mod protocol {
    pub use crate::wire::{
        AnswerFormat, Codec, Draft, MsdkProtocol, MsdkSigner, Outbound, Protocol, ProtocolError, Signer, Unsigned,
        V3Protocol,
    };
}

/// Time and chance as a client sees them, for tests that set both.
pub mod clock {
    pub use crate::client::{Clock, Randomness, Sleep, SystemClock, SystemRandomness};
}

/// What the codes of the platform mean, and what to do about them.
pub mod catalogue {
    pub use crate::error::{Acted, Bilingual, Code, CodeTable, Layer, catalogue::tables};
}

/// What an [`Error`] is made of, and how a test makes one.
pub mod errors {
    pub use crate::{
        describe::UnknownName,
        error::{ErrorSample, SettingsError, Violation},
    };
}

/// The same calls for programs that are not asynchronous.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use crate::client::BlockingClient;
}
