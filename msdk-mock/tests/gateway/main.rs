//! The gateway over a real socket: with the client where it can, raw where the client refuses to send.

mod access;
mod body;
mod declared;
mod groups;
mod players;
mod server;
mod support;
mod writes;
