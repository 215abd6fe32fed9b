//! What is wrong with a setting.

use std::{sync::Arc, time::Duration};

use http::HeaderValue;

use crate::{Error, MsdkSigner, Secret, Signer, types::GUEST_PREFIX};

pub(super) fn app_id(app_id: &str) -> Result<(), Error> {
    if app_id.is_empty() {
        return Err(Error::config("the app id is missing (MSDK_APP_ID)"));
    }
    if app_id.starts_with(GUEST_PREFIX) {
        return Err(Error::config("the app id is the game's own; a guest's session marks it (MSDK_APP_ID)"));
    }
    if !app_id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Err(Error::config("the app id must be ASCII letters, digits and underscores (MSDK_APP_ID)"));
    }
    Ok(())
}

/// Returns a key without the line break that a file ends with, if it is a key.
pub(super) fn app_key(app_key: Secret) -> Result<Secret, Error> {
    let text = app_key.expose();
    let line = text.strip_suffix('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let app_key = match line {
        Some(line) => {
            tracing::warn!(target: "msdk", "the app key ends with a line break, which is dropped (MSDK_APP_KEY)");
            Secret::new(line)
        }
        None => app_key,
    };
    if app_key.expose().is_empty() {
        return Err(Error::config("the app key is empty (MSDK_APP_KEY)"));
    }
    if !app_key.expose().bytes().all(|byte| byte.is_ascii_graphic()) {
        let rule = "the app key has a space, a line break or a character outside of ASCII (MSDK_APP_KEY)";
        return Err(Error::config(rule));
    }
    Ok(app_key)
}

/// Returns the signer that was set, or the platform's own, which needs the app key.
pub(super) fn signer(signer: Option<Arc<dyn Signer>>, app_key: Option<&Secret>) -> Result<Arc<dyn Signer>, Error> {
    match (signer, app_key) {
        (Some(signer), _) => Ok(signer),
        (None, Some(app_key)) => Ok(Arc::new(MsdkSigner::new(app_key.clone()))),
        (None, None) => Err(Error::config("the app key is missing (MSDK_APP_KEY)")),
    }
}

pub(super) fn base_url(url: Option<String>) -> Result<String, Error> {
    url.ok_or_else(|| Error::config("neither an environment nor a base URL is set (MSDK_BASE_URL)"))
}

pub(super) fn timeouts(timeouts: &[Duration]) -> Result<(), Error> {
    if timeouts.iter().any(Duration::is_zero) {
        return Err(Error::config("a timeout of zero leaves no time for a call"));
    }
    Ok(())
}

pub(super) fn max_under_way(requests: usize) -> Result<(), Error> {
    if requests == 0 {
        return Err(Error::config("a client that may have no request under way can call nothing"));
    }
    Ok(())
}

pub(super) fn header(what: &str, value: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(value).map_err(|_| Error::config(format!("{what} is not a header's value")))
}
