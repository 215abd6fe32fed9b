//! `msdk sign`.

use msdk::protocol::MsdkSigner;
use serde_json::json;

use crate::{args, failure::Failure, output::Output, settings};

/// Computes the signature that belongs to a timestamp: the MD5 of the app key followed by it.
pub(crate) fn sign(sign: &args::Sign) -> Result<Output, Failure> {
    let signature = MsdkSigner::new(settings::app_key(sign.key_file.as_ref())?).signature(&sign.timestamp);
    let signature = signature.expose();
    Ok(Output::new(signature.to_owned(), json!({ "timestamp": sign.timestamp, "sig": signature })))
}
