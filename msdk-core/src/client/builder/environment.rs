//! Settings from the environment of the process.

use super::{ClientBuilder, accounts};
use crate::{
    client::ClientConfig,
    error::{Error, SettingsError},
};

/// Reads what [`ClientBuilder::from_env`] says.
pub(super) fn settings() -> Result<ClientBuilder, Error> {
    let config = ClientConfig::from_env()?;
    let (main, wechat) = (accounts::MAIN.variables, accounts::WECHAT.variables);
    let has_wechat = config.wx_app_id.is_some() || config.wx_app_key.is_some();
    // A game that WeChat's players alone have needs no account of mobile QQ.
    let has_main = !has_wechat || config.app_id.is_some() || config.app_key.is_some();
    let wanted = [
        (true, "MSDK_BASE_URL", config.base_url.is_some() || config.environment.is_some()),
        (has_wechat, wechat[0], config.wx_app_id.is_some()),
        (has_wechat, wechat[1], config.wx_app_key.is_some()),
        (has_main, main[0], config.app_id.is_some()),
        (has_main, main[1], config.app_key.is_some()),
    ];
    if let Some((_, name, _)) = wanted.into_iter().find(|(is_wanted, _, is_set)| *is_wanted && !is_set) {
        return Err(Error::config(SettingsError::missing(name, format!("{name} is not set"))));
    }
    config.builder()
}
