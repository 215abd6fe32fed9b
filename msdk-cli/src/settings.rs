//! Keys and clients.

use std::{
    env::{self, VarError},
    io::Read as _,
    path::Path,
};

use msdk::{Client, ClientConfig, Platform, Secret};

use crate::{args, failure::Failure};

/// Makes a client for the players of a platform. A request that is not sent needs no host.
pub(crate) fn client(account: &args::Account, platform: Option<Platform>, is_sent: bool) -> Result<Client, Failure> {
    let mut config = ClientConfig::from_env()?;
    let key = account.key_file.as_deref().map(|path| secret_of(path, "app key")).transpose()?;
    let (app_id, app_key) = match platform {
        Some(Platform::WeChat) => (&mut config.wx_app_id, &mut config.wx_app_key),
        _ => (&mut config.app_id, &mut config.app_key),
    };
    *app_id = account.app_id.clone().or(app_id.take());
    *app_key = key.or(app_key.take());
    if let Some(base_url) = &account.base_url {
        config.base_url = Some(base_url.clone());
        config.environment = None;
    }
    if !is_sent && config.base_url.is_none() && config.environment.is_none() {
        config.environment = Some(msdk::Environment::Test);
    }
    Ok(config.builder()?.build()?)
}

/// The variable of the environment that has an app key.
pub(crate) const fn key_variable(is_wechat: bool) -> &'static str {
    if is_wechat { "MSDK_WX_APP_KEY" } else { "MSDK_APP_KEY" }
}

/// Reads the key of a file, or else of a variable, which need not be set.
pub(crate) fn app_key(key_file: Option<&Path>, variable: &str) -> Result<Option<Secret>, Failure> {
    match key_file {
        Some(path) => secret_of(path, "app key").map(Some),
        None => Ok(or_variable(None, variable)?.map(Secret::new)),
    }
}

/// Returns an argument, or what a variable of the environment has in its place, unless that is empty.
pub(crate) fn or_variable(argument: Option<&str>, name: &str) -> Result<Option<String>, Failure> {
    match (argument, env::var(name)) {
        (Some(text), _) => Ok(Some(text.to_owned())),
        (None, Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
        (None, Err(VarError::NotPresent)) => Ok(None),
        (None, Err(VarError::NotUnicode(_))) => Err(Failure::usage(format!("{name} is not UTF-8"))),
    }
}

/// Reads a secret that a file has to itself.
pub(crate) fn secret_of(path: &Path, what: &str) -> Result<Secret, Failure> {
    let text = std::fs::read_to_string(path).map(Secret::new);
    let text = text.map_err(|error| Failure::System(format!("{}: {error}", path.display())))?;
    let key = text.expose().trim();
    if key.is_empty() || key.contains(char::is_whitespace) {
        return Err(Failure::usage(format!("{} has to hold the {what} and nothing else", path.display())));
    }
    Ok(Secret::new(key))
}

/// Reads an argument that may be a file or standard input.
pub(crate) fn text_of(argument: &str) -> Result<String, Failure> {
    match (argument, argument.strip_prefix('@')) {
        ("-", _) => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            Ok(text)
        }
        (_, Some(path)) => std::fs::read_to_string(path).map_err(|error| Failure::usage(format!("{path}: {error}"))),
        _ => Ok(argument.to_owned()),
    }
}
