//! What is wrong with an account.

use std::sync::Arc;

use crate::{
    client::{
        Account,
        account::{Accounts, App},
        observe,
    },
    describe::{Secret, types::GUEST_PREFIX},
    error::{Error, SettingsError},
    wire::{MsdkProtocol, MsdkSigner, Protocol},
};

/// How an account is spoken of.
pub(super) struct Name {
    app_id: &'static str,
    app_key: &'static str,
    /// The variables of the environment for both.
    pub(super) variables: [&'static str; 2],
}

const MISSING: &str = "is missing";

pub(super) const MAIN: Name =
    Name { app_id: "the app id", app_key: "the app key", variables: ["MSDK_APP_ID", "MSDK_APP_KEY"] };

pub(super) const WECHAT: Name =
    Name { app_id: "WeChat's app id", app_key: "WeChat's app key", variables: ["MSDK_WX_APP_ID", "MSDK_WX_APP_KEY"] };

/// Checks the accounts of a client, which has at least one. `protocol` is for those that have none of their own.
pub(super) fn checked(
    main: Account,
    wechat: Option<Account>,
    protocol: Option<&Arc<dyn Protocol>>,
) -> Result<Accounts, Error> {
    match wechat {
        Some(wechat) if main.is_empty() => Ok(Accounts::of_wechat(WECHAT.check(wechat, protocol)?)),
        Some(wechat) => {
            let (main, wechat) = (MAIN.check(main, protocol)?, WECHAT.check(wechat, protocol)?);
            if main.is_wechat() {
                let rule = "the app id is one of WeChat (`wx…`), and `wechat` sets another; set the one of mobile QQ";
                return Err(Error::config(SettingsError::invalid("app_id", format!("{rule} ({})", MAIN.variables[0]))));
            }
            Ok(Accounts::new(main, Some(wechat)))
        }
        None => Ok(Accounts::new(MAIN.check(main, protocol)?, None)),
    }
}

impl Name {
    fn check(&self, account: Account, shared: Option<&Arc<dyn Protocol>>) -> Result<App, Error> {
        let Account { app_id, app_key, signer, protocol } = account;
        self.check_app_id(&app_id)?;
        let app_key = app_key.map(|app_key| self.check_app_key(app_key)).transpose()?;
        let protocol = match (signer, protocol.as_ref().or(shared), &app_key) {
            (Some(_), Some(_), _) => {
                let reason = "`signer` does nothing beside `protocol`, which signs in its own way";
                return Err(Error::config(SettingsError::without_effect("signer", reason)));
            }
            (Some(signer), None, _) => Arc::new(MsdkProtocol::signed_by(signer)),
            (None, Some(protocol), app_key) => {
                let refused = |error| Error::config(SettingsError::invalid("protocol", format!("`protocol`: {error}")));
                protocol.check(app_key.as_ref()).map_err(refused)?;
                Arc::clone(protocol)
            }
            (None, None, Some(app_key)) => Arc::new(MsdkProtocol::new(MsdkSigner::new(app_key.clone()))),
            (None, None, None) => return Err(self.of_app_key(MISSING)),
        };
        let id = Arc::from(app_id);
        Ok(App { label: observe::App::new(&id), id, key: app_key, protocol })
    }

    fn check_app_id(&self, app_id: &str) -> Result<(), Error> {
        if app_id.is_empty() {
            return Err(self.of_app_id(MISSING));
        }
        if app_id.starts_with(GUEST_PREFIX) {
            return Err(self.of_app_id("is the game's own; a guest's session marks it"));
        }
        if !app_id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(self.of_app_id("must be ASCII letters, digits and underscores"));
        }
        Ok(())
    }

    /// Returns a key without the line break that a file ends with, if it is a key.
    fn check_app_key(&self, app_key: Secret) -> Result<Secret, Error> {
        let text = app_key.expose();
        let line = text.strip_suffix('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let app_key = match line {
            Some(line) => {
                let Self { app_key: name, variables: [_, variable], .. } = self;
                tracing::warn!(target: "msdk", "{name} ends with a line break, which is dropped ({variable})");
                Secret::new(line)
            }
            None => app_key,
        };
        if app_key.expose().is_empty() {
            return Err(self.of_app_key("is empty"));
        }
        if !app_key.expose().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(self.of_app_key("has a space, a line break or a character outside of ASCII"));
        }
        Ok(app_key)
    }

    fn of_app_id(&self, rule: &str) -> Error {
        Error::config(wrong("app_id", rule, format!("{} {rule} ({})", self.app_id, self.variables[0])))
    }

    fn of_app_key(&self, rule: &str) -> Error {
        Error::config(wrong("app_key", rule, format!("{} {rule} ({})", self.app_key, self.variables[1])))
    }
}

/// What is wrong with a part of an account. Those of WeChat have the same names.
fn wrong(setting: &'static str, rule: &str, reason: String) -> SettingsError {
    if rule == MISSING { SettingsError::missing(setting, reason) } else { SettingsError::invalid(setting, reason) }
}
