//! The runtime under the `msdk` crate.
//!
//! A call goes through one module after the other:
//!
//! 1. an [`Endpoint`] writes its fields into an [`Encoder`], which checks every rule on the way;
//! 2. the identity of the [`Session`] and the constants of the [`Metadata`] complete the body;
//! 3. a [`Protocol`] writes the query and the headers around it, with the signature, for each attempt anew;
//! 4. a [`Transport`] sends the `http` request, and nothing else here performs I/O;
//! 5. the envelope of the answer is read, `ret` first, and what is left is [`Decode`]d into the typed reply.
//!
//! Use it through `msdk`, which adds the documented interfaces of the vendor.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod account;
mod answer;
mod bit_mask;
mod boxed;
mod catalogue;
mod client;
mod clock;
mod cut;
mod decode;
mod encode;
mod endpoint;
mod envelope;
mod error;
mod ext_info;
mod field;
mod key;
mod load;
mod merge;
mod metadata;
mod names;
mod observe;
mod patience;
mod plain_bytes;
mod protocol;
mod random;
mod registry;
mod retry;
mod session;
mod sign;
mod skew;
mod transport;
mod turn;
mod types;
mod wire_enum;

/// The crates whose types stand in the signatures of this one.
pub use {bytes, http};

/// The same calls for programs that are not asynchronous.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use crate::client::BlockingClient;
}

pub use account::{Account, Platform};
pub use answer::Answer;
pub use catalogue::{Acted, Advice, Bilingual, Code, CodeTable, Layer, catalogue};
pub use client::{Call, CallFuture, ChunkFailure, Chunks, Client, ClientBuilder, Environment, Merged};
pub use clock::{Clock, Sleep, SystemClock};
#[doc(hidden)]
pub use decode::FromSerde;
pub use decode::{Decode, DecodeError, Json, JsonObject};
#[doc(hidden)]
pub use encode::BySerde;
pub use encode::{Chunk, Encode, Encoder, Items, Measure, Number, Object, Report, Text};
pub use endpoint::{ChunkedEndpoint, Endpoint};
pub use error::{Error, ErrorKind, ErrorSample, Violation};
pub use ext_info::ExtInfo;
pub use field::{Bit, Field, Limits, Part, Place, Shape};
pub use key::Key;
pub use load::CircuitBreaker;
pub use merge::Merge;
pub use metadata::{Fixed, FixedValue, Identity, Metadata, Method};
pub use msdk_macros::{msdk_endpoint, msdk_endpoints, msdk_object, msdk_reply};
pub use names::UnknownName;
pub use protocol::{AnswerFormat, Codec, Draft, MsdkProtocol, Outbound, Protocol, ProtocolError, V3Protocol};
pub use random::{Randomness, SystemRandomness};
pub use registry::Chapter;
pub use retry::{RetryBudget, RetryPolicy};
pub use session::Session;
pub use sign::{MsdkSigner, Signer, Unsigned};
pub use transport::{
    Attempt, Delivered, Fault, HyperTransport, HyperTransportBuilder, Sent, Transport, TransportError, TransportFuture,
};
#[cfg(feature = "reqwest")]
pub use transport::{ReqwestTransport, ReqwestTransportBuilder};
pub use turn::Turn;
pub use types::{CommaList, OpenId, PictureUrl, Secret, SharedText, UnixTime, Whole};
