//! Who calls, with values that are looked for in everything printed.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

use md5::{Digest, Md5};

/// The app and the player of one trial; no other trial has the same.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub(crate) app_key: String,
    pub(crate) openid: String,
    pub(crate) token: String,
}

impl Identity {
    pub(crate) fn new() -> Self {
        Self { app_key: canary().to_lowercase(), openid: canary(), token: canary() }
    }
}

/// Returns what signs a time.
pub(crate) fn signature(app_key: &str, timestamp: &str) -> String {
    Md5::digest(format!("{app_key}{timestamp}")).iter().fold(String::new(), |sig, byte| format!("{sig}{byte:02x}"))
}

/// Returns 32 hexadecimal digits that occur nowhere else.
fn canary() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let hash = |salt: u64| RandomState::new().hash_one((number, salt));
    format!("{:016X}{:016X}", hash(0), hash(1))
}
