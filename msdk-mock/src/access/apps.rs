//! The accounts that the gateway knows, and which of them may call what.

use msdk::{Platform, Secret, UnixTime, metadata::Metadata, protocol::MsdkSigner};

use super::{
    app::{App, GUEST, check_age, check_guest, check_signature},
    query::{self, Caller},
};
use crate::Refusal;

/// The accounts of one game, or of several.
pub(crate) struct Apps {
    /// The one for mobile QQ and for guests.
    pub(crate) qq: App,
    pub(crate) wechat: App,
    /// Those of other games.
    pub(crate) others: Vec<(Platform, App)>,
    /// What signs requests of V3, if the gateway takes them.
    pub(crate) msdk_key: Option<MsdkSigner>,
}

impl Apps {
    pub(crate) fn set_msdk_key(&mut self, key: Secret) {
        self.msdk_key = Some(MsdkSigner::new(key));
    }

    /// Checks who calls: the app id, the kind of player, the signature and its age. Returns the account that called.
    pub(crate) fn check(
        &self,
        caller: &Caller<'_>,
        metadata: &Metadata,
        admits_guests: bool,
        now: UnixTime,
    ) -> Result<&App, Refusal> {
        let app = self.of_caller(caller, metadata)?;
        check_guest(caller, admits_guests)?;
        if metadata.platform == Some(Platform::Guest) && !caller.openid.starts_with(GUEST) {
            return Err(refuse("the endpoint is for guests, whose `appid` and `openid` start with G_"));
        }
        let seconds = query::seconds(caller)?;
        let (signer, key) = match &self.msdk_key {
            Some(signer) if caller.encode == "2" => (signer, "msdkkey"),
            _ => (&app.signer, "app key"),
        };
        check_signature(signer, key, caller)?;
        check_age(caller.timestamp, seconds, now)?;
        Ok(app)
    }

    /// Finds the account that an app id names, and that calls such an endpoint.
    fn of_caller(&self, caller: &Caller<'_>, metadata: &Metadata) -> Result<&App, Refusal> {
        let id = caller.appid.strip_prefix(GUEST).unwrap_or(caller.appid);
        let own = [(Platform::Qq, &self.qq), (Platform::WeChat, &self.wechat)];
        let others = self.others.iter().map(|(platform, app)| (*platform, app));
        let found = own.into_iter().chain(others).find(|(_, app)| app.id == id);
        let (platform, app) = found.ok_or_else(|| refuse("`appid` is not an app of this gateway"))?;
        match (metadata.platform, platform) {
            (Some(Platform::Qq), Platform::WeChat) => {
                Err(refuse("`appid` is that of WeChat; the endpoint is for players of mobile QQ"))
            }
            (Some(Platform::WeChat), Platform::Qq) => {
                Err(refuse("`appid` is that of mobile QQ; the endpoint is for players of WeChat"))
            }
            _ => Ok(app),
        }
    }
}

fn refuse(text: &str) -> Refusal {
    Refusal::access(-504, text)
}
