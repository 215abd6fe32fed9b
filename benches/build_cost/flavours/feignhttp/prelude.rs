//! Endpoints as feignhttp has them: a function each, to which the signed query is handed.

use std::time::SystemTime;

use feignhttp::post;
use md5::{Digest, Md5};
use serde::{Deserialize, Deserializer, Serialize};

const BASE_URL: &str = "http://msdktest.qq.com";

pub enum Error {
    Call(feignhttp::Error),
    Refused { ret: i64, msg: String },
}

impl From<feignhttp::Error> for Error {
    fn from(error: feignhttp::Error) -> Self {
        Self::Call(error)
    }
}

pub struct Api {
    pub app_id: String,
    pub app_key: String,
    pub openid: String,
    pub token: String,
}

#[derive(Serialize)]
pub struct Query {
    timestamp: String,
    appid: String,
    sig: String,
    openid: String,
    encode: u8,
    conn: u8,
}

impl Api {
    fn query(&self) -> Query {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
        let digest = Md5::new().chain_update(&self.app_key).chain_update(&now).finalize();
        let sig = base16ct::lower::encode_string(&digest);
        Query { timestamp: now, appid: self.app_id.clone(), sig, openid: self.openid.clone(), encode: 1, conn: 1 }
    }
}

/// What an answer comes in. feignhttp decodes an answer once, so that envelope and reply are one type.
#[derive(Deserialize)]
pub struct Answer<R> {
    ret: i64,
    #[serde(default)]
    msg: String,
    #[serde(flatten)]
    reply: Option<R>,
}

impl<R> Answer<R> {
    fn reply(self) -> Result<R, Error> {
        match self {
            Self { ret: 0, reply: Some(reply), .. } => Ok(reply),
            Self { ret, msg, .. } => Err(Error::Refused { ret, msg }),
        }
    }
}

/// The platform writes yes and no as 1 and 0.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    i64::deserialize(deserializer).map(|flag| flag != 0)
}
