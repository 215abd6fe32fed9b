//! The call as people write it on reqwest: serde structs, an MD5 signature, the status and `ret` checked.

use std::time::Duration;

use common::{
    answers::{self, PATH},
    arm::{Arm, Caller, Target},
    hand::{Answer, Body, Query},
};

#[derive(Clone)]
pub(crate) struct ReqwestByHand {
    client: reqwest::Client,
    address: String,
    timeout: Duration,
    friends: usize,
}

impl Arm for ReqwestByHand {
    type Caller = Self;

    fn new(target: &Target) -> Self {
        Self {
            client: reqwest::Client::builder().tcp_nodelay(true).build().expect("a client"),
            address: target.address.clone(),
            timeout: target.timeout,
            friends: target.friends,
        }
    }

    async fn caller(&self) -> Self {
        self.clone()
    }
}

impl Caller for ReqwestByHand {
    async fn call(&mut self) {
        let request = self
            .client
            .post(format!("http://{}{PATH}?{}", self.address, Query::signed().to_text()))
            .header("content-type", "application/json")
            .timeout(self.timeout)
            .body(Body::new(answers::flag(self.friends)).to_json());
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        let answer: Answer = serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON");
        answer.check(self.friends);
    }
}
