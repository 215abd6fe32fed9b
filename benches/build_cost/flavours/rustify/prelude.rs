//! Endpoints as rustify has them: the query is signed in a middleware, which also reads the envelope.

// The derive takes no serde attribute on fields, so that fields have the names of the wire.
#![allow(non_snake_case)]

use std::time::SystemTime;

use http::{Request, Response};
use md5::{Digest, Md5};
use rustify::{Client, Endpoint, MiddleWare, errors::ClientError};
use rustify_derive::Endpoint;
use serde::{Deserialize, Deserializer};

pub type Error = ClientError;

pub struct Api {
    pub client: Client,
    pub signer: Signer,
}

pub struct Signer {
    pub app_id: String,
    pub app_key: String,
    pub openid: String,
    pub token: String,
}

#[derive(Deserialize)]
struct Envelope {
    ret: i64,
    #[serde(default)]
    msg: String,
}

impl Signer {
    fn signed_query(&self) -> String {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
        let digest = Md5::new().chain_update(&self.app_key).chain_update(&now).finalize();
        let sig = base16ct::lower::encode_string(&digest);
        format!("timestamp={now}&appid={}&sig={sig}&openid={}&encode=1&conn=1", self.app_id, self.openid)
    }

    fn sign(&self, request: &mut Request<Vec<u8>>) {
        if let Ok(uri) = format!("{}?{}", request.uri(), self.signed_query()).parse() {
            *request.uri_mut() = uri;
        }
    }

    fn read(response: &Response<Vec<u8>>) -> Result<(), ClientError> {
        let refused = |code, content| ClientError::ServerResponseError { code, content };
        let status = response.status().as_u16();
        if status != 200 {
            return Err(refused(status, None));
        }
        let envelope: Envelope = serde_json::from_slice(response.body())
            .map_err(|error| ClientError::ResponseParseError { source: error.into(), content: None })?;
        if envelope.ret == 0 { Ok(()) } else { Err(refused(status, Some(envelope.msg))) }
    }
}

impl MiddleWare for Signer {
    fn request<E: Endpoint>(&self, _: &E, request: &mut Request<Vec<u8>>) -> Result<(), ClientError> {
        self.sign(request);
        Ok(())
    }

    fn response<E: Endpoint>(&self, _: &E, response: &mut Response<Vec<u8>>) -> Result<(), ClientError> {
        Self::read(response)
    }
}

/// The platform writes yes and no as 1 and 0.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    i64::deserialize(deserializer).map(|flag| flag != 0)
}
