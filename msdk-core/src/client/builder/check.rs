//! What is wrong with a setting.

use std::time::Duration;

use http::HeaderValue;

use crate::{
    client::{CircuitBreaker, RetryPolicy},
    error::{Error, SettingsError},
};

pub(super) fn base_url(url: Option<String>) -> Result<String, Error> {
    let reason = "neither an environment nor a base URL is set (MSDK_BASE_URL)";
    url.ok_or_else(|| Error::config(SettingsError::missing("base_url", reason)))
}

pub(super) fn timeouts(timeouts: &[(&'static str, Duration)]) -> Result<(), Error> {
    match timeouts.iter().find(|(_, timeout)| timeout.is_zero()) {
        Some((name, _)) => {
            let reason = format!("`{name}`: a timeout of zero leaves no time for a call");
            Err(Error::config(SettingsError::invalid(name, reason)))
        }
        None => Ok(()),
    }
}

pub(super) fn retry_policy(policy: &RetryPolicy) -> Result<(), Error> {
    if policy.makes_none() {
        let reason = "`max_attempts`: a call that may make no attempt does nothing; 1 tries once";
        return Err(Error::config(SettingsError::invalid("max_attempts", reason)));
    }
    Ok(())
}

pub(super) fn circuit_breaker(breaker: &CircuitBreaker) -> Result<(), Error> {
    if breaker.is_always_open() {
        let reason = "a circuit breaker that opens after no failure would stop every call (`failures`)";
        return Err(Error::config(SettingsError::invalid("failures", reason)));
    }
    Ok(())
}

pub(super) fn max_under_way(requests: usize) -> Result<(), Error> {
    if requests == 0 {
        let reason = "`max_requests`: a client that may have no request under way can call nothing";
        return Err(Error::config(SettingsError::invalid("max_requests", reason)));
    }
    Ok(())
}

pub(super) fn header(setting: &'static str, what: &str, value: &str) -> Result<HeaderValue, Error> {
    let reason = || format!("{what} is not a header's value");
    HeaderValue::from_str(value).map_err(|_| Error::config(SettingsError::invalid(setting, reason())))
}
