//! What is wrong with a setting.

use std::{sync::Arc, time::Duration};

use http::HeaderValue;

use crate::{CircuitBreaker, Error, MsdkSigner, RetryPolicy, Secret, Signer, Transport, types::GUEST_PREFIX};

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

pub(super) fn timeouts(timeouts: &[(&str, Duration)]) -> Result<(), Error> {
    match timeouts.iter().find(|(_, timeout)| timeout.is_zero()) {
        Some((name, _)) => Err(Error::config(format!("`{name}`: a timeout of zero leaves no time for a call"))),
        None => Ok(()),
    }
}

pub(super) fn retry_policy(policy: &RetryPolicy) -> Result<(), Error> {
    if policy.makes_none() {
        return Err(Error::config("`max_attempts`: a call that may make no attempt does nothing; 1 tries once"));
    }
    Ok(())
}

pub(super) fn circuit_breaker(breaker: &CircuitBreaker) -> Result<(), Error> {
    if breaker.is_always_open() {
        return Err(Error::config("a circuit breaker that opens after no failure would stop every call (`failures`)"));
    }
    Ok(())
}

/// Refuses what would do nothing beside a transport of the caller's own.
pub(super) fn beside_transport(
    of_connections: Option<&str>,
    keep_alive: Option<bool>,
    transport: &dyn Transport,
) -> Result<(), Error> {
    let name = match (of_connections, keep_alive) {
        (Some(name), _) => name,
        (None, Some(true)) if !transport.keeps_connections() => "keep_alive",
        _ => return Ok(()),
    };
    Err(Error::config(format!("`{name}` does nothing beside `transport`: it is a setting of the transport's")))
}

pub(super) fn max_under_way(requests: usize) -> Result<(), Error> {
    if requests == 0 {
        return Err(Error::config("`max_requests`: a client that may have no request under way can call nothing"));
    }
    Ok(())
}

pub(super) fn header(what: &str, value: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(value).map_err(|_| Error::config(format!("{what} is not a header's value")))
}
