//! Everything that can go wrong between a client and the platform, played by servers that follow a script.
//!
//! Each [`Row`] is one fault and what a caller may expect of a client that meets it. It is played against a
//! [`Contestant`], to an endpoint that may be called again and to one that must not, and what the server saw counts as
//! much as what the caller got: requests, connections, bytes. Whatever a contestant prints is searched for secrets.
//!
//! `cargo run -p msdk-faults` compares the client of this project with one on reqwest as it is commonly written.

mod answers;
mod certificates;
mod child;
mod contestant;
mod identity;
mod row;
mod rows;
mod server;
mod trial;

pub use child::{call_as_told, set_program};
pub use contestant::{
    Caller, Calling, Contestant, Endpoint, Failure, Order, Reply, Settings,
    msdk::{Msdk, MsdkOfWechat, MsdkOnReqwest},
    plain::Plain,
};
pub use row::{Row, Verdict};
pub use rows::ROWS;
pub use trial::Broken;
