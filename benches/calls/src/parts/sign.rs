//! The signature of a timestamp.

use std::hint::black_box;

use common::answers::APP_KEY;
use md5::{Digest, Md5};
use msdk::protocol::MsdkSigner;

const TIMESTAMP: &str = "1381288134";

pub(super) fn signature() -> impl FnMut() {
    let signer = MsdkSigner::new(APP_KEY);
    move || drop(black_box(signer.signature(black_box(TIMESTAMP))))
}

/// The digest of the same bytes, which fit in one block, without the digits that it is written in.
pub(super) fn one_block() -> impl FnMut() {
    let signed = format!("{APP_KEY}{TIMESTAMP}");
    move || {
        black_box(Md5::digest(black_box(signed.as_bytes())));
    }
}
