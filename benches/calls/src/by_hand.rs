//! The same call as people write it on reqwest: serde structs, an MD5 signature, the status and `ret` checked.

use std::time::{Duration, SystemTime};

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

use crate::{
    allocations::Counter,
    answers::{APP_ID, APP_KEY, OPENID, PATH, Scenario, TOKEN},
};

#[derive(Serialize)]
struct Body<'a> {
    appid: &'a str,
    openid: &'a str,
    #[serde(rename = "accessToken")]
    token: &'a str,
    flag: u8,
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    ret: i64,
    #[serde(default)]
    msg: String,
    #[serde(default)]
    pub(crate) lists: Vec<Friend>,
    #[serde(default)]
    is_lost: String,
}

#[derive(Deserialize)]
pub(crate) struct Friend {
    openid: String,
    #[serde(rename = "nickName")]
    nick_name: String,
    gender: String,
    figureurl_qq: String,
}

impl Answer {
    /// Takes every value into account, so that none of them is left out by the compiler.
    pub(crate) fn size(&self) -> usize {
        let size = |friend: &Friend| {
            friend.openid.len() + friend.nick_name.len() + friend.gender.len() + friend.figureurl_qq.len()
        };
        self.msg.len() + self.is_lost.len() + self.lists.iter().map(size).sum::<usize>()
    }
}

pub(crate) fn query() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
    let digest = Md5::new().chain_update(APP_KEY).chain_update(&now).finalize();
    let sig = base16ct::lower::encode_string(&digest);
    format!("timestamp={now}&appid={APP_ID}&sig={sig}&openid={OPENID}&encode=1&conn=1")
}

pub(crate) fn body(flag: u8) -> Vec<u8> {
    serde_json::to_vec(&Body { appid: APP_ID, openid: OPENID, token: TOKEN, flag }).expect("a body")
}

pub(crate) async fn run(scenario: Scenario, calls: u32, address: &str) -> f64 {
    let client = reqwest::Client::builder().tcp_nodelay(true).build().expect("a client");
    let counter = Counter::start();
    for _ in 0..calls {
        let request = client
            .post(format!("http://{address}{PATH}?{}", query()))
            .header("content-type", "application/json")
            .timeout(Duration::from_secs(5))
            .body(body(scenario.flag()));
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        let answer: Answer = serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON");
        assert_eq!((answer.ret, answer.lists.len()), (0, scenario.friends()));
        assert!(answer.size() > 0);
    }
    counter.of_each(calls)
}
