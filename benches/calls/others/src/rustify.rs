//! With rustify: the query is signed in a middleware.

// The derive takes no serde attribute on fields, so that fields have the names of the wire.
#![allow(non_snake_case)]

use std::sync::Arc;

use ::rustify::{Client, Endpoint, MiddleWare, errors::ClientError};
use common::{
    answers::{self, APP_ID, OPENID, TOKEN},
    arm::{Arm, Caller, Target},
    hand::{Answer, Query},
};
use http::{Request, Response};
use rustify_derive::Endpoint;

#[derive(Endpoint)]
#[endpoint(path = "/relation/qqfriends_detail/", method = "POST", response = "Answer")]
struct Friends {
    appid: &'static str,
    openid: &'static str,
    accessToken: &'static str,
    flag: u8,
}

struct Signer;

impl MiddleWare for Signer {
    fn request<E: Endpoint>(&self, _: &E, request: &mut Request<Vec<u8>>) -> Result<(), ClientError> {
        let uri = format!("{}?{}", request.uri(), Query::signed().to_text());
        *request.uri_mut() = uri.parse().expect("a URI");
        request.headers_mut().insert("content-type", http::HeaderValue::from_static("application/json"));
        Ok(())
    }

    fn response<E: Endpoint>(&self, _: &E, response: &mut Response<Vec<u8>>) -> Result<(), ClientError> {
        assert_eq!(response.status(), 200);
        Ok(())
    }
}

#[derive(Clone)]
pub(crate) struct Rustify {
    client: Arc<Client>,
    friends: usize,
}

impl Arm for Rustify {
    type Caller = Self;

    fn new(target: &Target) -> Self {
        let http = reqwest::Client::builder().timeout(target.timeout).build().expect("a client");
        Self { client: Arc::new(Client::new(&format!("http://{}", target.address), http)), friends: target.friends }
    }

    async fn caller(&self) -> Self {
        self.clone()
    }
}

impl Caller for Rustify {
    async fn call(&mut self) {
        let flag = answers::flag(self.friends);
        let friends = Friends { appid: APP_ID, openid: OPENID, accessToken: TOKEN, flag };
        let answer = friends.with_middleware(&Signer).exec(&*self.client).await.expect("an answer");
        answer.parse().expect("JSON").check(self.friends);
    }
}
