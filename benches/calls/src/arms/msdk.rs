//! Typed calls with msdk, with the default settings.

use common::{
    answers::{self, APP_ID, APP_KEY, OPENID, TOKEN},
    arm::{Arm, Caller, Target},
};
use msdk::{
    Client, ClientBuilder, Session,
    qq::relation::{FriendScope, QqfriendsDetail},
    transport::ReqwestTransport,
};

use super::FromMemory;

pub(crate) fn settings(address: &str) -> ClientBuilder {
    Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url(format!("http://{address}"))
}

pub(crate) fn session() -> Session {
    Session::new(OPENID, TOKEN)
}

/// On the default transport.
pub(crate) struct Msdk(MsdkCaller);

/// On the other transport.
pub(crate) struct MsdkOnReqwest(MsdkCaller);

/// On a transport without a network, which leaves what the client itself does.
pub(crate) struct MsdkFromMemory(MsdkCaller);

#[derive(Clone)]
pub(crate) struct MsdkCaller {
    client: Client,
    session: Session,
    friends: usize,
}

impl MsdkCaller {
    fn new(target: &Target, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        let mut settings = set(settings(&target.address)).timeout(target.timeout);
        // The two settings that have to follow from the load.
        if target.in_flight > 256 {
            settings = settings.max_requests(target.in_flight);
        }
        if target.timeout.as_secs() > 5 {
            settings = settings.attempt_timeout(target.timeout);
        }
        Self { client: settings.build().expect("a client"), session: session(), friends: target.friends }
    }
}

impl Arm for Msdk {
    type Caller = MsdkCaller;

    fn new(target: &Target) -> Self {
        Self(MsdkCaller::new(target, |settings| settings))
    }

    async fn caller(&self) -> MsdkCaller {
        self.0.clone()
    }
}

impl Arm for MsdkOnReqwest {
    type Caller = MsdkCaller;

    fn new(target: &Target) -> Self {
        let transport = ReqwestTransport::builder().build().expect("a transport");
        Self(MsdkCaller::new(target, |settings| settings.transport(transport)))
    }

    async fn caller(&self) -> MsdkCaller {
        self.0.clone()
    }
}

impl Arm for MsdkFromMemory {
    type Caller = MsdkCaller;

    fn new(target: &Target) -> Self {
        let transport = FromMemory(answers::body(target.friends).into());
        Self(MsdkCaller::new(target, |settings| settings.transport(transport)))
    }

    async fn caller(&self) -> MsdkCaller {
        self.0.clone()
    }
}

impl Caller for MsdkCaller {
    async fn call(&mut self) {
        let flag = if self.friends == 0 { FriendScope::WithoutSelf } else { FriendScope::WithSelf };
        let reply = self.client.call(&self.session, QqfriendsDetail { flag }).await.expect("an answer");
        assert_eq!(reply.lists.len(), self.friends);
    }
}
