//! With feignhttp: a function that is handed the signed query. It uses the one client that feignhttp keeps, whose calls
//! may take ten seconds.

use ::feignhttp::post;
use common::{
    answers,
    arm::{Arm, Caller, Target},
    hand::{Answer, Body, Query},
};

#[post("http://{address}/relation/qqfriends_detail/")]
async fn friends(#[path] address: &str, #[query] query: &Query, #[body] body: &Body) -> ::feignhttp::Result<Answer> {}

#[derive(Clone)]
pub(crate) struct FeignHttp {
    address: String,
    friends: usize,
}

impl Arm for FeignHttp {
    type Caller = Self;

    fn new(target: &Target) -> Self {
        Self { address: target.address.clone(), friends: target.friends }
    }

    async fn caller(&self) -> Self {
        self.clone()
    }
}

impl Caller for FeignHttp {
    async fn call(&mut self) {
        let body = Body::new(answers::flag(self.friends));
        let answer = friends(&self.address, &Query::signed(), &body).await.expect("an answer");
        answer.check(self.friends);
    }
}
