//! Prepared requests through hyper-util's client, which has a pool.

use bytes::Bytes;
use common::arm::{Arm, Caller, Target};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

use super::prepared::Prepared;

#[derive(Clone)]
pub(crate) struct HyperUtil {
    client: Client<HttpConnector, Full<Bytes>>,
    prepared: Prepared,
}

impl Arm for HyperUtil {
    type Caller = Self;

    fn new(target: &Target) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let origin = format!("http://{}", target.address);
        Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            prepared: Prepared::new(&origin, &target.address, target.friends),
        }
    }

    async fn caller(&self) -> Self {
        self.clone()
    }
}

impl Caller for HyperUtil {
    async fn call(&mut self) {
        let answer = self.client.request(self.prepared.request()).await.expect("an answer");
        self.prepared.check(&answer.into_body().collect().await.expect("a body").to_bytes());
    }
}
