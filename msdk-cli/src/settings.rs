//! Keys and clients.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use msdk::{Client, ClientBuilder, ClientConfig, Secret};

use crate::failure::Failure;

/// Makes a client from the environment, with the key of a file if there is one. A request that is not sent needs no host.
pub(crate) fn client(key_file: Option<&PathBuf>, is_sent: bool) -> Result<Client, Failure> {
    let config = ClientConfig::from_env()?;
    let has_host = config.base_url.is_some() || config.environment.is_some();
    let mut builder: ClientBuilder = config.builder()?;
    if !has_host && !is_sent {
        builder = builder.environment(msdk::Environment::Test);
    }
    if let Some(path) = key_file {
        builder = builder.app_key(key_of(path)?);
    }
    Ok(builder.build()?)
}

/// Reads the app key of a file or of the environment.
pub(crate) fn app_key(key_file: Option<&PathBuf>) -> Result<Secret, Failure> {
    match key_file {
        Some(path) => key_of(path),
        None => ClientConfig::from_env()?
            .app_key
            .ok_or_else(|| Failure::usage("MSDK_APP_KEY is not set, and there is no --key-file")),
    }
}

fn key_of(path: &Path) -> Result<Secret, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
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
