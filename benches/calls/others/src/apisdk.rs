//! With apisdk, whose logging is turned off.

use ::apisdk::{ApiResult, ClientBuilder, http_api, send_json};
use common::{
    answers::{self, PATH},
    arm::{Arm, Caller, Target},
    hand::{Answer, Body, Query},
};

#[http_api("http://127.0.0.1")]
#[derive(Clone)]
pub struct Api;

impl Api {
    async fn friends(&self, body: &Body) -> ApiResult<Answer> {
        let request = self.post(PATH).await?.query(&Query::signed());
        send_json!(request, body, Json).await
    }
}

#[derive(Clone)]
pub(crate) struct ApiSdk {
    api: Api,
    friends: usize,
}

impl Arm for ApiSdk {
    type Caller = Self;

    fn new(target: &Target) -> Self {
        let settings = ClientBuilder::new().timeout(target.timeout);
        let api = ApiBuilder::new(format!("http://{}", target.address)).with_client(settings).disable_log().build();
        Self { api, friends: target.friends }
    }

    async fn caller(&self) -> Self {
        self.clone()
    }
}

impl Caller for ApiSdk {
    async fn call(&mut self) {
        let answer = self.api.friends(&Body::new(answers::flag(self.friends))).await.expect("an answer");
        answer.check(self.friends);
    }
}
