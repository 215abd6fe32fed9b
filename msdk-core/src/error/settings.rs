//! What is wrong with a client's settings.

use std::{borrow::Cow, fmt};

/// Why a client, or a transport, cannot be made with its settings. No value is in it, since that may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingsError {
    /// A setting without which no call can be made is not there.
    Missing {
        /// The name of the method that sets it, or of the variable of the environment.
        setting: &'static str,
        /// What is missing, for a person.
        reason: Cow<'static, str>,
    },
    /// A setting has a value that it cannot have.
    Invalid {
        /// The name of the method that sets it, or of the variable of the environment.
        setting: &'static str,
        /// The rule that is broken, for a person.
        reason: Cow<'static, str>,
    },
    /// A setting would do nothing beside another one.
    WithoutEffect {
        /// The name of the method that sets it.
        setting: &'static str,
        /// The other setting, for a person.
        reason: Cow<'static, str>,
    },
}

impl SettingsError {
    pub(crate) fn missing(setting: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::Missing { setting, reason: reason.into() }
    }

    pub(crate) fn invalid(setting: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::Invalid { setting, reason: reason.into() }
    }

    pub(crate) fn without_effect(setting: &'static str, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::WithoutEffect { setting, reason: reason.into() }
    }

    /// Returns the name of the method that sets what is wrong, such as `app_key`, or of the variable of the environment.
    pub const fn setting(&self) -> &'static str {
        match self {
            Self::Missing { setting, .. } | Self::Invalid { setting, .. } | Self::WithoutEffect { setting, .. } => {
                setting
            }
        }
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { reason, .. } | Self::Invalid { reason, .. } | Self::WithoutEffect { reason, .. } => {
                f.write_str(reason)
            }
        }
    }
}

impl std::error::Error for SettingsError {}
