//! The settings of a client that a deployment brings: a file, or the environment of the process.

use std::{
    env::{self, VarError},
    fmt,
    num::NonZeroU32,
    str::FromStr,
    time::Duration,
};

use serde_core::{
    Deserialize, Deserializer,
    de::{Error as _, IgnoredAny, MapAccess, Visitor},
};

use super::{Account, ClientBuilder, Environment, RetryPolicy};
use crate::{
    describe::Secret,
    error::{Error, SettingsError},
    wire::HyperTransport,
};

/// Declares the fields once: for the struct, the environment and serde.
macro_rules! config {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $variable:literal;)+) => {
        /// What a deployment says about a client. It is read from a configuration with serde, or from the environment of the
        /// process; what it leaves out has the default of [`ClientBuilder`].
        ///
        /// ```
        /// # extern crate msdk_core as msdk;
        /// let config: msdk::ClientConfig = serde_json::from_str(
        ///     r#"{"app_id": "100703379", "app_key": "0123456789abcdef", "environment": "test", "timeout_ms": 3000}"#,
        /// )?;
        /// let client = config.builder()?.build()?;
        /// assert_eq!(client.base_url(), "http://msdktest.qq.com");
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Default)]
        #[non_exhaustive]
        pub struct ClientConfig {
            $($(#[$doc])* #[doc = concat!("\n\nIn the environment: `", $variable, "`.")] pub $field: Option<$type>,)+
        }

        impl ClientConfig {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Reads the variables of the environment that are set.
            ///
            /// # Errors
            ///
            /// If one of them is not UTF-8, or not of its type; the error names it.
            pub fn from_env() -> Result<Self, Error> {
                Ok(Self { $($field: variable($variable)?),+ })
            }
        }

        /// From a map with the names of the fields; others are refused.
        impl<'de> Deserialize<'de> for ClientConfig {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de> Visitor<'de> for Fields {
                    type Value = ClientConfig;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("the settings of a client")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ClientConfig, A::Error> {
                        let mut config = ClientConfig::default();
                        while let Some(name) = map.next_key::<String>()? {
                            match name.as_str() {
                                $(stringify!($field) if config.$field.is_some() => {
                                    return Err(A::Error::duplicate_field(stringify!($field)));
                                }
                                stringify!($field) => config.$field = map.next_value()?,)+
                                _ => {
                                    map.next_value::<IgnoredAny>()?;
                                    return Err(A::Error::unknown_field(&name, ClientConfig::FIELDS));
                                }
                            }
                        }
                        Ok(config)
                    }
                }

                deserializer.deserialize_struct("ClientConfig", Self::FIELDS, Fields)
            }
        }
    };
}

config! {
    /// The id of the game on mobile QQ, or on WeChat if it has no other.
    app_id: String = "MSDK_APP_ID";
    /// The key that belongs to the app id.
    app_key: Secret = "MSDK_APP_KEY";
    /// The id of the game on WeChat.
    wx_app_id: String = "MSDK_WX_APP_ID";
    /// The key that belongs to the id on WeChat.
    wx_app_key: Secret = "MSDK_WX_APP_KEY";
    /// The platform's environment, by its name: `test`, `production` and so on.
    environment: Environment = "MSDK_ENVIRONMENT";
    /// A base URL, instead of an environment.
    base_url: String = "MSDK_BASE_URL";
    /// The time that a call may take in all, in milliseconds.
    timeout_ms: u64 = "MSDK_TIMEOUT_MS";
    /// The time that each attempt of a call may take, in milliseconds.
    attempt_timeout_ms: u64 = "MSDK_ATTEMPT_TIMEOUT_MS";
    /// The time that connecting may take, in milliseconds.
    connect_timeout_ms: u64 = "MSDK_CONNECT_TIMEOUT_MS";
    /// How many requests may be under way at once.
    max_requests: usize = "MSDK_MAX_REQUESTS";
    /// How many calls may wait beside them.
    max_waiting: usize = "MSDK_MAX_WAITING";
    /// How many attempts a call may make in all.
    max_attempts: u32 = "MSDK_MAX_ATTEMPTS";
    /// How many requests a second may be about one player, for each endpoint.
    requests_per_player: NonZeroU32 = "MSDK_REQUESTS_PER_PLAYER";
    /// The `User-Agent` of requests.
    user_agent: String = "MSDK_USER_AGENT";
}

impl ClientConfig {
    /// Starts a client with these settings. Others can be added before it is made.
    ///
    /// # Errors
    ///
    /// If both `environment` and `base_url` are set. What else is wrong is told by [`ClientBuilder::build`].
    pub fn builder(self) -> Result<ClientBuilder, Error> {
        let mut builder = ClientBuilder::new();
        match (self.environment, self.base_url) {
            (Some(_), Some(_)) => {
                let reason = "`environment` does nothing beside `base_url`: set one of them";
                return Err(Error::config(SettingsError::without_effect("environment", reason)));
            }
            (Some(environment), None) => builder = builder.environment(environment),
            (None, Some(base_url)) => builder = builder.base_url(base_url),
            (None, None) => {}
        }
        if let Some(app_id) = self.app_id {
            builder = builder.app_id(app_id);
        }
        if let Some(app_key) = self.app_key {
            builder = builder.app_key(app_key);
        }
        if self.wx_app_id.is_some() || self.wx_app_key.is_some() {
            builder = builder.wechat(Account {
                app_id: self.wx_app_id.unwrap_or_default(),
                app_key: self.wx_app_key,
                ..Account::default()
            });
        }
        if let Some(timeout) = self.timeout_ms {
            builder = builder.timeout(Duration::from_millis(timeout));
        }
        if let Some(timeout) = self.attempt_timeout_ms {
            builder = builder.attempt_timeout(Duration::from_millis(timeout));
        }
        if let Some(timeout) = self.connect_timeout_ms {
            let connections = HyperTransport::builder().connect_timeout(Duration::from_millis(timeout));
            builder = builder.connections(connections);
        }
        if let Some(requests) = self.max_requests {
            builder = builder.max_requests(requests);
        }
        if let Some(calls) = self.max_waiting {
            builder = builder.max_waiting(calls);
        }
        if let Some(attempts) = self.max_attempts {
            builder = builder.retry_policy(RetryPolicy::new().max_attempts(attempts));
        }
        if let Some(per_second) = self.requests_per_player {
            builder = builder.requests_per_player(per_second);
        }
        if let Some(user_agent) = self.user_agent {
            builder = builder.user_agent(user_agent);
        }
        Ok(builder)
    }
}

/// Shows the app ids; a base URL may have a password.
impl fmt::Debug for ClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientConfig")
            .field("app_id", &self.app_id)
            .field("wx_app_id", &self.wx_app_id)
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}

/// Reads one variable, which may be absent.
fn variable<T: FromText>(name: &'static str) -> Result<Option<T>, Error> {
    let wrong = |rule: String| Error::config(SettingsError::invalid(name, format!("{name} {rule}")));
    // The errors of the standard library show the value.
    match env::var(name) {
        Ok(text) => T::from_text(text).map(Some).map_err(wrong),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(wrong("is not UTF-8".to_owned())),
    }
}

/// A value that a variable can have.
trait FromText: Sized {
    /// Reads it; a mistake is said without the value.
    fn from_text(text: String) -> Result<Self, String>;
}

impl FromText for String {
    fn from_text(text: String) -> Result<Self, String> {
        Ok(text)
    }
}

impl FromText for Secret {
    fn from_text(text: String) -> Result<Self, String> {
        Ok(Self::new(text))
    }
}

impl FromText for Environment {
    fn from_text(text: String) -> Result<Self, String> {
        text.parse().map_err(|error| format!("is {error}"))
    }
}

macro_rules! numbers {
    ($($type:ty)+) => {$(
        impl FromText for $type {
            fn from_text(text: String) -> Result<Self, String> {
                <$type>::from_str(&text).map_err(|_| "is not a number that it can be".to_owned())
            }
        }
    )+};
}
numbers! { u32 u64 usize NonZeroU32 }
