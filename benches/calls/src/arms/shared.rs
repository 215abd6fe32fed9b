//! A typed call whose reply shares the text of its answer, on a transport without a network.

use common::{
    answers,
    arm::{Arm, Caller, Target},
};
use msdk::{Client, OpenId, Session, declare::SharedText, msdk_endpoint, msdk_reply};

use super::{FromMemory, session, settings};

#[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST, idempotent, reply = FriendsReply)]
struct Friends {
    flag: u8,
}

#[msdk_reply]
struct FriendsReply {
    lists: Vec<Friend>,
    is_lost: bool,
}

#[msdk_reply]
struct Friend {
    openid: OpenId,
    #[msdk(name = "nickName")]
    nick_name: SharedText,
    gender: SharedText,
    figureurl_qq: SharedText,
}

pub(crate) struct MsdkSharedFromMemory(SharedCaller);

#[derive(Clone)]
pub(crate) struct SharedCaller {
    client: Client,
    session: Session,
    friends: usize,
}

impl Arm for MsdkSharedFromMemory {
    type Caller = SharedCaller;

    fn new(target: &Target) -> Self {
        let transport = FromMemory(answers::body(target.friends).into());
        let client = settings(&target.address).transport(transport).build().expect("a client");
        Self(SharedCaller { client, session: session(), friends: target.friends })
    }

    async fn caller(&self) -> SharedCaller {
        self.0.clone()
    }
}

impl Caller for SharedCaller {
    async fn call(&mut self) {
        let flag = answers::flag(self.friends);
        let reply = self.client.call(&self.session, Friends { flag }).await.expect("an answer");
        assert_eq!((reply.lists.len(), reply.is_lost), (self.friends, false));
        let length = |friend: &Friend| {
            friend.openid.as_str().len() + friend.nick_name.len() + friend.gender.len() + friend.figureurl_qq.len()
        };
        assert!(reply.lists.iter().map(length).sum::<usize>() >= self.friends);
    }
}
