//! The accounts that the gateway knows, and which of them may call what.

use msdk::{Platform, Secret, UnixTime, metadata::Metadata, protocol::MsdkSigner};

use super::{
    app::{App, GUEST, check_age, check_guest, check_signature},
    query::{self, Caller},
};
use crate::Refusal;

/// The accounts of one game.
pub(crate) struct Apps {
    /// The one for mobile QQ and for guests.
    pub(crate) qq: App,
    pub(crate) wechat: App,
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
            return Err(Refusal::access(-504, "the endpoint is for guests, whose `appid` and `openid` start with G_"));
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
        let of_qq = id == self.qq.id;
        match metadata.platform {
            _ if !of_qq && id != self.wechat.id => Err(Refusal::access(-504, "`appid` is not an app of this gateway")),
            Some(Platform::Qq) if !of_qq => {
                Err(Refusal::access(-504, "`appid` is that of WeChat; the endpoint is for players of mobile QQ"))
            }
            Some(Platform::WeChat) if of_qq => {
                Err(Refusal::access(-504, "`appid` is that of mobile QQ; the endpoint is for players of WeChat"))
            }
            _ => Ok(if of_qq { &self.qq } else { &self.wechat }),
        }
    }
}
