//! From a body to bytes and back: the envelope, its signature, and the transport that carries both.

pub(crate) mod ext_info;
pub(crate) mod patience;
pub(crate) mod protocol;
pub(crate) mod sign;
pub(crate) mod transport;
pub(crate) mod wait;

pub use ext_info::ExtInfo;
pub use protocol::{AnswerFormat, Codec, Draft, MsdkProtocol, Outbound, Protocol, ProtocolError, V3Protocol};
pub use sign::{MsdkSigner, Signer, Unsigned};
pub use transport::{
    Attempt, Delivered, Fault, HyperTransport, HyperTransportBuilder, Sent, Transport, TransportError, TransportFuture,
};
#[cfg(feature = "reqwest")]
pub use transport::{ReqwestTransport, ReqwestTransportBuilder};
