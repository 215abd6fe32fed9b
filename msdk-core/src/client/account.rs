//! The accounts of an app. The platform of a player decides which account signs a call.

use std::{fmt, sync::Arc};

use crate::{
    client::{Session, observe},
    describe::{Metadata, Secret},
    error::Violation,
    wire::{Protocol, Signer},
};

/// What a player logged in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Platform {
    /// Mobile QQ.
    Qq,
    /// WeChat.
    WeChat,
    /// Neither: the player is a guest, whose openid starts with `G_`.
    Guest,
}

impl Platform {
    /// Whether an endpoint of this platform can be called on behalf of a player of another.
    pub(crate) fn admits(self, player: Self) -> bool {
        // What becomes of a guest at an endpoint of mobile QQ is the platform's to say: it refuses most with -901.
        self == player || (self == Self::Qq && player == Self::Guest)
    }

    /// One of its players, in the text of an error.
    const fn player(self) -> &'static str {
        match self {
            Self::Qq => "a player of mobile QQ",
            Self::WeChat => "a player of WeChat",
            Self::Guest => "a guest",
        }
    }
}

/// An account of the game on a platform: an app id, the key that belongs to it, and how calls are signed.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{Account, Client, Environment};
///
/// let client = Client::builder()
///     .app_id("100703379")
///     .app_key("0123456789abcdef0123456789abcdef")
///     .wechat(Account::new("wxcde873f99466f74a", "fedcba9876543210fedcba9876543210"))
///     .environment(Environment::Test)
///     .build()?;
/// # Ok::<(), msdk::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Account {
    pub(crate) app_id: String,
    pub(crate) app_key: Option<Secret>,
    pub(crate) signer: Option<Arc<dyn Signer>>,
    pub(crate) protocol: Option<Arc<dyn Protocol>>,
}

impl Account {
    /// Makes an account from its app id and the key that belongs to it.
    pub fn new(app_id: impl fmt::Display, app_key: impl Into<Secret>) -> Self {
        Self { app_key: Some(app_key.into()), ..Self::without_key(app_id) }
    }

    /// Makes an account for a [`signer`](Self::signer) or a [`protocol`](Self::protocol) that needs no app key.
    pub fn without_key(app_id: impl fmt::Display) -> Self {
        Self { app_id: app_id.to_string(), ..Self::default() }
    }

    /// Replaces the platform's scheme of signing.
    pub fn signer(self, signer: impl Signer) -> Self {
        Self { signer: Some(Arc::new(signer)), ..self }
    }

    /// Replaces the envelope, for this account alone.
    pub fn protocol(self, protocol: impl Protocol) -> Self {
        Self { protocol: Some(Arc::new(protocol)), ..self }
    }

    /// Whether nothing of it was set.
    pub(crate) fn is_empty(&self) -> bool {
        let Self { app_id, app_key, signer, protocol } = self;
        app_id.is_empty() && app_key.is_none() && signer.is_none() && protocol.is_none()
    }
}

/// An account whose settings were found to be right.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) id: Arc<str>,
    pub(crate) label: observe::App,
    pub(crate) key: Option<Secret>,
    pub(crate) protocol: Arc<dyn Protocol>,
}

impl App {
    /// WeChat's app ids start with `wx`, which those of mobile QQ, decimal numbers, do not.
    pub(crate) fn is_wechat(&self) -> bool {
        self.id.starts_with("wx")
    }

    /// What of it must not be printed.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.protocol.secrets().into_iter().chain(&self.key).map(Secret::expose)
    }
}

/// The accounts of a client.
#[derive(Debug)]
pub(crate) struct Accounts {
    /// The one that was set first, or the only one.
    main: Arc<App>,
    qq: Option<Arc<App>>,
    wechat: Option<Arc<App>>,
}

impl Accounts {
    /// Has one account, of a game on WeChat alone.
    pub(crate) fn of_wechat(app: App) -> Self {
        let main = Arc::new(app);
        Self { qq: None, wechat: Some(Arc::clone(&main)), main }
    }

    /// Has an account for the players of mobile QQ, and perhaps one for those of WeChat.
    pub(crate) fn new(main: App, wechat: Option<App>) -> Self {
        let main = Arc::new(main);
        // Nobody says which of the two platforms a client with one account is for: the app id tells.
        let same = main.is_wechat().then(|| Arc::clone(&main));
        Self { qq: Some(Arc::clone(&main)), wechat: wechat.map(Arc::new).or(same), main }
    }

    pub(crate) fn main(&self) -> &Arc<App> {
        &self.main
    }

    /// Returns the account for the players of a platform, which for guests is the one of mobile QQ, or the only one.
    pub(crate) fn of(&self, platform: Platform) -> Option<&Arc<App>> {
        match platform {
            Platform::Guest => Some(&self.main),
            Platform::Qq => self.qq.as_ref(),
            Platform::WeChat => self.wechat.as_ref(),
        }
    }

    /// Returns the account that signs a call, and says what rule there is against it; any account will do then.
    pub(crate) fn for_call(
        &self,
        metadata: &Metadata,
        session: &Session,
        violations: &mut Vec<Violation>,
    ) -> &Arc<App> {
        let player = session.platform();
        match metadata.platform.filter(|platform| !platform.admits(player)) {
            Some(platform) => {
                let rule = format!("belongs to {}; the endpoint is called for {}", player.player(), platform.player());
                violations.push(Violation::new("session", rule));
                &self.main
            }
            None => self.of_player(metadata, player).unwrap_or_else(|rule| {
                violations.push(Violation::new("app id", rule));
                &self.main
            }),
        }
    }

    fn of_player(&self, metadata: &Metadata, player: Platform) -> Result<&Arc<App>, &'static str> {
        match self.of(player) {
            Some(app) => Ok(app),
            None if player == Platform::WeChat => Err(
                "is none of WeChat's, and the client has no other; set one with `ClientBuilder::wechat` (MSDK_WX_APP_ID)",
            ),
            // An endpoint of somebody's own, which need not be of either.
            None if metadata.platform.is_none() => Ok(&self.main),
            None => Err(
                "is WeChat's, and the client has no other; set the one of mobile QQ with `ClientBuilder::app_id` (MSDK_APP_ID)",
            ),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<App>> {
        [&self.main].into_iter().chain(&self.wechat)
    }
}
