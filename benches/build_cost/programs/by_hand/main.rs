use std::{
    env,
    error::Error,
    time::{Duration, SystemTime},
};

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";

#[derive(Serialize)]
struct Body<'a> {
    appid: &'a str,
    openid: &'a str,
    #[serde(rename = "accessToken")]
    token: &'a str,
    flag: u8,
}

#[derive(Deserialize)]
struct Answer {
    ret: i64,
    #[serde(default)]
    msg: String,
    #[serde(default)]
    lists: Vec<Friend>,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct Friend {
    openid: String,
    #[serde(rename = "nickName", default)]
    nick_name: String,
    #[serde(default)]
    gender: String,
    figureurl_qq: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    #[cfg(feature = "tls")]
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (app_id, app_key) = (env::var("MSDK_APP_ID")?, env::var("MSDK_APP_KEY")?);
    let client = reqwest::Client::builder().timeout(Duration::from_secs(5)).build()?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs().to_string();
    let sig = base16ct::lower::encode_string(&Md5::new().chain_update(app_key).chain_update(&now).finalize());
    let base_url = env::var("MSDK_BASE_URL")?;
    let query = format!("timestamp={now}&appid={app_id}&sig={sig}&openid={OPENID}&encode=1&conn=1");
    let body = Body { appid: &app_id, openid: OPENID, token: TOKEN, flag: 1 };
    let request = client.post(format!("{base_url}/relation/qqfriends_detail/?{query}"));
    let answer = request.body(serde_json::to_vec(&body)?).send().await?.error_for_status()?;
    let answer: Answer = serde_json::from_slice(&answer.bytes().await?)?;
    if answer.ret != 0 {
        return Err(format!("{}: {}", answer.ret, answer.msg).into());
    }
    println!("{}", answer.lists.len());
    Ok(())
}
