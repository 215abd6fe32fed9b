//! Reads the vendor's pages, compares them with the declarations, and writes declarations from them.
//!
//! A page goes through stages, one module each:
//!
//! ```text
//! Markdown text
//!   | read         lines -> headings, tables, code, text        knows Markdown, not MSDK
//!   | understand   blocks -> interfaces with fields, samples    knows how the vendor writes, not what is declared
//!   |
//!   +-- compare    interfaces + registry -> differences         what is declared otherwise than documented
//!   |     rulings  differences + a list of reasons -> new ones  what has to be looked at
//!   |
//!   +-- write      interface -> Rust                            a declaration to start from
//! ```
//!
//! The pages are written by hand, by many people. Nothing in a page makes the reader fail: what it cannot make sense of
//! is a [slip](page::Slip) with its line, and a to-do in what is written from it.

pub mod compare;
pub mod declared;
pub mod json;
pub mod page;
pub mod read;
pub mod rulings;
mod show;
pub mod understand;
mod words;
pub mod write;
