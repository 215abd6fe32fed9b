//! `msdk sign`.

use std::time::SystemTime;

use msdk::{Secret, UnixTime, protocol::MsdkSigner};
use serde_json::json;

use crate::{args, failure::Failure, output::Output, settings};

/// Computes the signature that belongs to a timestamp: the MD5 of the app key followed by it. It is printed, since it is what
/// was asked for.
pub(crate) fn sign(sign: &args::Sign) -> Result<Output, Failure> {
    let usual = settings::key_variable(sign.wechat);
    let variable = sign.app_key_from_env.as_deref().filter(|name| !name.is_empty()).unwrap_or(usual);
    let key: Option<Secret> = settings::app_key(sign.key_file.as_deref(), variable)?;
    let key = key.ok_or_else(|| Failure::usage(format!("{variable} is not set, and there is no --key-file")))?;
    let timestamp = sign.timestamp.clone().unwrap_or_else(|| UnixTime::from(SystemTime::now()).as_secs().to_string());
    if timestamp.is_empty() || !timestamp.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Failure::usage("a timestamp is the seconds since 1970, in digits"));
    }
    let signature = MsdkSigner::new(key).signature(&timestamp);
    let signature = signature.expose();
    Ok(Output::new(signature.to_owned(), json!({ "timestamp": timestamp, "sig": signature })))
}
