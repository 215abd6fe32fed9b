//! The player on whose behalf a call is made.

use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
};

use crate::{
    client::Platform,
    describe::{OpenId, Secret, types::GUEST_PREFIX},
    error::Violation,
};

/// One player: the openid, the access token, and what else a call may carry for them.
///
/// The app id comes from the client. Mistakes in a session are reported by the call that uses it, before anything is
/// sent.
///
/// Cloning it is cheap.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    openid: OpenId,
    is_of_wechat: bool,
    token: Option<Secret>,
    ext_info: Option<String>,
    opua: Option<String>,
    /// Set once it was found to break no rule.
    checked: OnceLock<()>,
}

impl Session {
    /// Makes the session of a player who logged in with mobile QQ.
    ///
    /// The vendor calls the same token `openkey`, `accessToken` and `access_token`; which name is sent depends on the
    /// endpoint. It may have up to 4096 bytes, and no control characters.
    pub fn new(openid: impl Into<OpenId>, token: impl Into<Secret>) -> Self {
        Self::without_token(openid).with(|inner| inner.token = Some(token.into()))
    }

    /// Makes a session for the endpoints that ask for no token.
    pub fn without_token(openid: impl Into<OpenId>) -> Self {
        Self(Arc::new(Inner {
            openid: openid.into(),
            is_of_wechat: false,
            token: None,
            ext_info: None,
            opua: None,
            checked: OnceLock::new(),
        }))
    }

    /// Makes the session of a player who logged in with WeChat: the openid and the access token that WeChat's log-in gave
    /// the game. Calls for them are signed with the client's account of WeChat.
    pub fn wechat(openid: impl Into<OpenId>, token: impl Into<Secret>) -> Self {
        Self::new(openid, token).with(|inner| inner.is_of_wechat = true)
    }

    /// Makes a session for the endpoints of WeChat that ask for no token.
    pub fn wechat_without_token(openid: impl Into<OpenId>) -> Self {
        Self::without_token(openid).with(|inner| inner.is_of_wechat = true)
    }

    /// Makes the session of a guest: `G_` is put before `id` unless it stands there, and before the app id of every
    /// call. Only endpoints whose app id is a string can carry it, and the platform refuses guests on many.
    pub fn guest(id: &str, token: impl Into<Secret>) -> Self {
        let id = id.strip_prefix(GUEST_PREFIX).unwrap_or(id);
        Self::new(format!("{GUEST_PREFIX}{id}"), token)
    }

    /// Sets the `msdkExtInfo` that the platform repeats in its answers, for a sequence number that your logs share with the
    /// platform's. It may have ASCII letters, digits and underscores, and should be new for each call: it stands in for the
    /// one that the client makes for each attempt, by which an answer is known to be no other call's ([`ExtInfo`]).
    ///
    /// [`ExtInfo`]: crate::wire::ExtInfo
    pub fn with_ext_info(self, ext_info: impl Into<String>) -> Self {
        self.with(|inner| inner.ext_info = Some(ext_info.into()))
    }

    /// Reports the player's terminal (`opua`), such as `AndroidSDK_17_maguro_4.2.2`, to the endpoints that take it.
    pub fn with_opua(self, opua: impl Into<String>) -> Self {
        self.with(|inner| inner.opua = Some(opua.into()))
    }

    fn with(mut self, set: impl FnOnce(&mut Inner)) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        inner.checked = OnceLock::new();
        set(inner);
        self
    }

    /// Returns the player's openid.
    pub fn openid(&self) -> &OpenId {
        &self.0.openid
    }

    /// Returns what the player logged in with.
    pub fn platform(&self) -> Platform {
        if self.0.is_of_wechat {
            Platform::WeChat
        } else if self.0.openid.is_guest() {
            Platform::Guest
        } else {
            Platform::Qq
        }
    }

    pub(crate) fn token(&self) -> Option<&Secret> {
        self.0.token.as_ref()
    }

    pub(crate) fn ext_info(&self) -> Option<&str> {
        self.0.ext_info.as_deref()
    }

    pub(crate) fn opua(&self) -> Option<&str> {
        self.0.opua.as_deref()
    }

    /// The app id as this player's calls carry it.
    pub(crate) fn appid<'a>(&self, app_id: &'a str) -> Cow<'a, str> {
        if self.platform() == Platform::Guest {
            Cow::Owned(format!("{GUEST_PREFIX}{app_id}"))
        } else {
            Cow::Borrowed(app_id)
        }
    }

    /// The rules that the session breaks in any call.
    pub(crate) fn check(&self, violations: &mut Vec<Violation>) {
        if self.0.checked.get().is_some() {
            return;
        }
        let before = violations.len();
        self.check_all(violations);
        if violations.len() == before {
            let _ = self.0.checked.set(());
        }
    }

    fn check_all(&self, violations: &mut Vec<Violation>) {
        if let Some(problem) = self.0.openid.problem() {
            violations.push(Violation::of_player("openid", problem));
        }
        if let Some(problem) = self.0.token.as_ref().and_then(|token| token_problem(token.expose())) {
            violations.push(Violation::of_player("access token", problem));
        }
        let is_ext_info = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if let Some(text) = &self.0.ext_info {
            if text.is_empty() || !text.chars().all(is_ext_info) {
                violations.push(Violation::new("msdkExtInfo", "must be ASCII letters, digits and underscores"));
            }
            violations.extend(length_problem(text).map(|problem| Violation::new("msdkExtInfo", problem)));
        }
        if let Some(text) = &self.0.opua {
            if text.chars().any(char::is_control) {
                violations.push(Violation::of_player("opua", "must not have control characters"));
            }
            violations.extend(length_problem(text).map(|problem| Violation::of_player("opua", problem)));
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { openid, is_of_wechat: _, token, ext_info, opua, checked: _ } = &*self.0;
        f.debug_struct("Session")
            .field("openid", openid)
            .field("token", token)
            .field("ext_info", ext_info)
            .field("opua", opua)
            .finish()
    }
}

/// The rule that a token breaks, if any. It comes from the player's client, and whatever that says would be sent on.
fn token_problem(token: &str) -> Option<Cow<'static, str>> {
    if token.is_empty() {
        Some("must not be empty".into())
    } else if let Some(problem) = length_problem(token) {
        Some(problem.into())
    } else if token.bytes().any(|byte| byte.is_ascii_control()) {
        Some("must not have control characters, such as a line break".into())
    } else {
        None
    }
}

/// The bound of every text of a session. Tokens of the document have 32 characters and terminals fewer; this leaves room
/// for any that are really given out.
fn length_problem(text: &str) -> Option<String> {
    const MOST: usize = 4096;
    (text.len() > MOST).then(|| format!("must have at most {MOST} bytes, has {}", text.len()))
}
