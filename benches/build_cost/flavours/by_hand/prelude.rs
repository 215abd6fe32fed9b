//! Endpoints as serde structs, and one generic function that calls them all.

use std::time::{Duration, SystemTime};

use md5::{Digest, Md5};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};

#[derive(Debug)]
pub enum Error {
    Encode(serde_json::Error),
    Transport(reqwest::Error),
    Status(u16),
    Decode(serde_json::Error),
    Refused { ret: i64, msg: String },
}

pub struct Api {
    pub http: reqwest::Client,
    pub base_url: String,
    pub app_id: String,
    pub app_key: String,
    pub openid: String,
    pub token: String,
}

/// The body of every endpoint: who asks, and what for.
#[derive(Serialize)]
struct Body<'a, Q> {
    appid: &'a str,
    openid: &'a str,
    #[serde(rename = "accessToken")]
    token: &'a str,
    #[serde(flatten)]
    request: &'a Q,
}

#[derive(Deserialize)]
struct Envelope {
    ret: i64,
    #[serde(default)]
    msg: String,
}

impl Api {
    pub async fn call<Q: Serialize, R: DeserializeOwned>(&self, path: &str, request: &Q) -> Result<R, Error> {
        let body = Body { appid: &self.app_id, openid: &self.openid, token: &self.token, request };
        let answer = self.send(path, serde_json::to_vec(&body)).await?;
        serde_json::from_slice(&answer).map_err(Error::Decode)
    }

    async fn send(&self, path: &str, body: Result<Vec<u8>, serde_json::Error>) -> Result<Vec<u8>, Error> {
        let body = body.map_err(Error::Encode)?;
        let request = self
            .http
            .post(self.signed_url(path))
            .header("content-type", "application/json")
            .timeout(Duration::from_secs(5))
            .body(body);
        let answer = request.send().await.map_err(Error::Transport)?;
        if answer.status().as_u16() != 200 {
            return Err(Error::Status(answer.status().as_u16()));
        }
        let answer = answer.bytes().await.map_err(Error::Transport)?;
        let envelope: Envelope = serde_json::from_slice(&answer).map_err(Error::Decode)?;
        if envelope.ret != 0 {
            return Err(Error::Refused { ret: envelope.ret, msg: envelope.msg });
        }
        Ok(answer.to_vec())
    }

    fn signed_url(&self, path: &str) -> String {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
        let digest = Md5::new().chain_update(&self.app_key).chain_update(&now).finalize();
        let sig = base16ct::lower::encode_string(&digest);
        let Self { base_url, app_id, openid, .. } = self;
        format!("{base_url}{path}?timestamp={now}&appid={app_id}&sig={sig}&openid={openid}&encode=1&conn=1")
    }
}

/// The platform writes yes and no as 1 and 0.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    i64::deserialize(deserializer).map(|flag| flag != 0)
}
