//! Settings from the environment of the process.

use std::env::{self, VarError};

use super::{ClientBuilder, accounts};
use crate::{client::Account, error::Error};

/// Reads what [`ClientBuilder::from_env`] says.
pub(super) fn settings() -> Result<ClientBuilder, Error> {
    let [app_id, app_key] = accounts::MAIN.variables;
    let wechat = accounts::WECHAT.variables;
    let builder = ClientBuilder::new().base_url(read("MSDK_BASE_URL")?);
    let has_wechat = wechat.iter().any(|name| env::var_os(name).is_some());
    let builder = if has_wechat {
        let [app_id, app_key] = wechat;
        builder.wechat(Account::new(read(app_id)?, read(app_key)?))
    } else {
        builder
    };
    // A game that WeChat's players alone have needs no account of mobile QQ.
    if has_wechat && [app_id, app_key].iter().all(|name| env::var_os(name).is_none()) {
        return Ok(builder);
    }
    Ok(builder.app_id(read(app_id)?).app_key(read(app_key)?))
}

fn read(name: &str) -> Result<String, Error> {
    // The error of the standard library shows a value that is not UTF-8.
    env::var(name).map_err(|error| match error {
        VarError::NotPresent => Error::config(format!("{name} is not set")),
        VarError::NotUnicode(_) => Error::config(format!("{name} is not UTF-8")),
    })
}
