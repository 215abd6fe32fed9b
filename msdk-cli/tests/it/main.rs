//! The command, run as users run it.

mod commands;
mod gateway;
mod openapi;
mod secrets;
mod support;
mod verify;
