//! What calls leave behind: messages, emptied packs, scores.

use msdk::UnixTime;
use msdk_endpoints::qq::{
    profile::{Cover, GetGift, QqscoreBatch, ScoreReport, ScoreType},
    share::{GameTag, ShareQq},
};
use msdk_mock::{Gateway, demo};
use serde_json::{Value, json};

use crate::support::{NOW, Raw, answer, caller, client, refusal, start};

fn success() -> Value {
    json!({"ret": 0, "msg": "success"})
}

fn share(to: &str) -> ShareQq {
    let share = ShareQq::new(to, "送你一颗心", "快来", "http://gamecenter.qq.com/", "http://mat1.gtimg.com/a.png");
    ShareQq { game_tag: Some(GameTag::HeartSend), ..share }
}

#[tokio::test]
async fn records_shared_messages() {
    let gateway = start().await;
    assert_eq!(answer(&gateway, share(demo::FRIEND)).await, success());
    let messages = gateway.with_world(|world| world.messages.clone());
    let [message] = messages.as_slice() else { panic!("{} messages", messages.len()) };
    assert_eq!((message.from.as_str(), message.to.as_str()), (demo::CALLER, demo::FRIEND));
    assert_eq!((message.title.as_str(), message.summary.as_str()), ("送你一颗心", "快来"));
    assert_eq!((message.preview_text.as_str(), message.game_tag.as_str()), ("", "MSG_HEART_SEND"));
    assert_eq!((message.target_url.as_str(), message.sent_at), ("http://gamecenter.qq.com/", NOW));
}

#[tokio::test]
async fn refuses_messages_to_strangers_and_with_forbidden_words() {
    let gateway = start().await;
    assert_eq!(answer(&gateway, share(demo::STRANGER)).await, refusal(-10000, "100030,is_friend is 0"));
    let dirty = ShareQq { preview_text: Some("卖外挂".into()), ..share(demo::FRIEND) };
    assert_eq!(answer(&gateway, dirty).await, refusal(-10000, "100004,the text has forbidden words"));
    assert_eq!(gateway.with_world(|world| world.messages.len()), 0);
}

#[tokio::test]
async fn refuses_the_31st_message_of_a_day() {
    let gateway = start().await;
    for _ in 0..30 {
        assert_eq!(answer(&gateway, share(demo::FRIEND)).await, success());
    }
    let error = client(&gateway).call(&caller(), share(demo::FRIEND)).await.unwrap_err();
    assert_eq!((error.ret(), error.platform_code()), (Some(-10000), Some(30)));
    let msg = "30,null ServiceError: :workid=0 APIException: \t30,response errorCode error 30";
    assert_eq!(error.msg(), Some(msg));

    assert_eq!(answer(&gateway, share(demo::OTHER_FRIEND)).await, success());
    let yesterday = UnixTime::from_secs(NOW.as_secs() - 24 * 60 * 60);
    gateway.with_world(|world| world.messages[0].sent_at = yesterday);
    assert_eq!(answer(&gateway, share(demo::FRIEND)).await, success());
}

#[tokio::test]
async fn hands_gifts_out_once() {
    let gateway = start().await;
    let pack = |gifts: Value| json!({"ret": 0, "msg": "success", "GiftPackList": gifts});
    assert_eq!(answer(&gateway, GetGift).await, pack(json!([{"giftId": "1001", "giftCount": "1"}])));
    assert_eq!(answer(&gateway, GetGift).await, pack(json!([])));
}

async fn report(gateway: &Gateway, r#type: ScoreType, data: &str, bcover: Cover) -> Value {
    let score = ScoreReport { bcover, ..ScoreReport::new(r#type, data) };
    let param = vec![ScoreReport::new(ScoreType::Platform, 1), score];
    answer(gateway, QqscoreBatch { param }).await
}

fn stored(gateway: &Gateway, r#type: ScoreType) -> String {
    gateway.with_world(|world| world.scores[&(demo::CALLER.to_owned(), r#type.code())].data.clone())
}

#[tokio::test]
async fn keeps_the_higher_score_unless_told_to_overwrite() {
    let gateway = start().await;
    let cases = [
        ("900", Cover::KeepHigher, "900"),
        ("1000", Cover::KeepHigher, "1000"),
        ("999", Cover::KeepHigher, "1000"),
        ("999", Cover::Overwrite, "999"),
        ("none", Cover::KeepHigher, "none"),
        ("1", Cover::KeepHigher, "1"),
    ];
    for (data, cover, expected) in cases {
        let answer = report(&gateway, ScoreType::Score, data, cover).await;
        assert_eq!(answer, json!({"ret": 0, "msg": "success", "type": 0}));
        assert_eq!(stored(&gateway, ScoreType::Score), expected);
    }
    assert_eq!(stored(&gateway, ScoreType::Platform), "1");
}

#[tokio::test]
async fn stores_nothing_of_a_batch_with_blank_data() {
    let gateway = start().await;
    let param = vec![ScoreReport::new(ScoreType::Platform, 1), ScoreReport::new(ScoreType::Level, 7)];
    let raw = Raw::of(&gateway, QqscoreBatch { param }).edit(|body| body["param"][1]["data"] = json!(" "));
    let msg = "-4035,type and data must be there, and data must not be blank";
    assert_eq!(raw.send(&gateway).await, refusal(-10000, msg));
    assert_eq!(gateway.with_world(|world| world.scores.len()), 0);
}
