//! The gateway over a real socket: with the client where it can, raw where the client refuses to send.

mod access;
mod accounts;
mod body;
mod bounds;
mod declared;
mod document;
mod faults;
mod groups;
mod guests;
mod language;
mod mistakes;
mod modes;
mod players;
mod samples;
mod server;
mod support;
mod wechat;
mod writes;
