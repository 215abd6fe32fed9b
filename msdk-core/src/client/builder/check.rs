//! What is wrong with a setting.

use std::time::Duration;

use http::HeaderValue;

use crate::{
    client::{CircuitBreaker, RetryPolicy},
    error::Error,
    wire::Transport,
};

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
