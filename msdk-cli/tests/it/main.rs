//! The command, run as users run it.

mod chinese;
mod commands;
mod control;
mod gateway;
mod openapi;
mod secrets;
mod support;
mod verify;
