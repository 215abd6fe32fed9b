//! Faults as they look on a socket.

use std::{io::ErrorKind, time::Duration};

use msdk_endpoints::qq::{profile::GetGift, relation::Qqprofile};
use msdk_mock::{Fault, FaultRule, Gateway, demo};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::support::{Raw, answer, refusal, start};

/// Nothing waits for this long unless something is wrong.
const NEVER: Duration = Duration::from_secs(60);

async fn spoiled(fault: Fault) -> Gateway {
    let gateway = start().await;
    gateway.add_fault(FaultRule::new(fault)).unwrap();
    gateway
}

/// Everything that comes back for a whole request, and how it ends.
async fn exchange(gateway: &Gateway, raw: Raw) -> (Vec<u8>, Option<ErrorKind>) {
    let mut connection = TcpStream::connect(gateway.base_url().strip_prefix("http://").unwrap()).await.unwrap();
    connection.write_all(&raw.bytes()).await.unwrap();
    let mut came = Vec::new();
    let end = timeout(NEVER, connection.read_to_end(&mut came)).await.expect("it ends");
    (came, end.err().map(|error| error.kind()))
}

fn text(bytes: &[u8]) -> (&str, &[u8]) {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    (std::str::from_utf8(&bytes[..end]).unwrap(), &bytes[end + 4..])
}

#[tokio::test]
async fn a_reset_is_a_reset_and_the_endpoint_has_acted_or_not() {
    for (fault, left) in [(Fault::ResetUnread, 1), (Fault::ResetUnanswered, 0)] {
        let gateway = spoiled(fault.clone()).await;
        let (came, end) = exchange(&gateway, Raw::of(&gateway, GetGift)).await;
        assert_eq!((came.len(), end), (0, Some(ErrorKind::ConnectionReset)), "{fault:?}");
        assert_eq!(gateway.with_world(|world| world.players[demo::CALLER].gifts.len()), left, "{fault:?}");
        let received = gateway.received();
        assert_eq!((received.len(), &received[0].faults), (1, &vec![fault]));
        assert_eq!(received[0].verdict.is_some(), left == 0);
    }
}

#[tokio::test]
async fn half_an_answer_is_half_of_what_was_announced() {
    let gateway = spoiled(Fault::HalfAnswer).await;
    let (came, _) = exchange(&gateway, Raw::of(&gateway, GetGift)).await;
    let (head, body) = text(&came);
    let whole = gateway.received()[0].answer.clone();
    assert!(head.contains(&format!("content-length: {}", whole.len())), "{head}");
    assert_eq!(body, &whole[..whole.len() / 2]);
    assert_eq!(gateway.with_world(|world| world.players[demo::CALLER].gifts.len()), 0);
}

#[tokio::test]
async fn a_drip_comes_in_pieces() {
    let gateway = spoiled(Fault::Drip { bytes: 7, ms: 1 }).await;
    let (came, end) = exchange(&gateway, Raw::of(&gateway, Qqprofile)).await;
    assert_eq!((text(&came).1, end), (&gateway.received()[0].answer[..], None));
}

#[tokio::test]
async fn pages_and_statuses_come_without_the_endpoint() {
    let gateway = spoiled(Fault::Html { status: 502 }).await;
    let (came, _) = exchange(&gateway, Raw::of(&gateway, GetGift)).await;
    let (head, body) = text(&came);
    assert!(head.starts_with("HTTP/1.1 502 ") && head.contains("content-type: text/html"), "{head}");
    assert!(body.starts_with(b"<html>"));

    gateway.clear_faults();
    gateway.add_fault(FaultRule::new(Fault::Status { status: 429, retry_after: Some(3) })).unwrap();
    let (came, _) = exchange(&gateway, Raw::of(&gateway, GetGift)).await;
    let (head, body) = text(&came);
    assert!(head.starts_with("HTTP/1.1 429 ") && head.contains("retry-after: 3") && body.is_empty(), "{head}");

    gateway.clear_faults();
    gateway.add_fault(FaultRule::new(Fault::Refuse { ret: -503, msg: "too often".into() })).unwrap();
    assert_eq!(answer(&gateway, GetGift).await, refusal(-503, "too often"));
    assert_eq!(gateway.with_world(|world| world.players[demo::CALLER].gifts.len()), 1);
    let verdicts = gateway.received().into_iter().map(|received| received.verdict.is_some());
    assert_eq!(verdicts.collect::<Vec<_>>(), [false, false, true]);
}

#[tokio::test]
async fn gbk_is_gbk() {
    let gateway = spoiled(Fault::Gbk).await;
    let (came, _) = exchange(&gateway, Raw::of(&gateway, Qqprofile)).await;
    let (_, body) = text(&came);
    // 憨特
    assert!(body.windows(4).any(|window| window == [0xBA, 0xA9, 0xCC, 0xD8]), "{body:?}");
}

#[tokio::test]
async fn an_answer_behind_is_that_to_the_call_before() {
    let gateway = spoiled(Fault::AnswerBehind).await;
    let first = answer(&gateway, Qqprofile).await;
    assert_eq!(first["nickName"], "憨特", "there was none before");
    assert_eq!(answer(&gateway, GetGift).await, first);
    assert_eq!(answer(&gateway, Qqprofile).await["GiftPackList"][0]["giftId"], "1001");
}

#[tokio::test]
async fn a_clock_that_is_off_says_so_in_its_date() {
    let gateway = spoiled(Fault::ClockSkew { seconds: 3600 }).await;
    let (came, _) = exchange(&gateway, Raw::of(&gateway, Qqprofile)).await;
    let (head, body) = text(&came);
    let body: Value = serde_json::from_slice(body).unwrap();
    assert_eq!(body["msg"], "-25,timestamp is 3600 seconds off the gateway's clock, more than 600");
    assert!(head.contains("date: Thu, 05 Mar 2015 01:00:00 GMT"), "{head}");

    gateway.clear_faults();
    gateway.set_clock_offset(-601);
    let refused = answer(&gateway, Qqprofile).await;
    assert_eq!(refused["msg"], "-25,timestamp is 601 seconds off the gateway's clock, more than 600");
    assert_eq!((gateway.clock_offset(), gateway.now()), (-601, msdk::UnixTime::from_secs(1_425_512_999)));
    gateway.set_clock_offset(-600);
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
}

#[tokio::test]
async fn a_hang_and_latency_keep_the_others_going() {
    let gateway = start().await;
    gateway.add_fault(FaultRule::new(Fault::Hang).at("/profile/get_gift/")).unwrap();
    let mut hanging = TcpStream::connect(gateway.base_url().strip_prefix("http://").unwrap()).await.unwrap();
    hanging.write_all(&Raw::of(&gateway, GetGift).bytes()).await.unwrap();
    while gateway.received_count() == 0 {
        tokio::task::yield_now().await;
    }
    gateway.add_fault(FaultRule::new(Fault::Latency { ms: 20, jitter_ms: 20 })).unwrap();
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    let faults = gateway.faults();
    assert_eq!((faults[0].met, faults[0].struck, faults[1].struck), (1, 1, 1));
    assert!(gateway.remove_fault(faults[0].id) && !gateway.remove_fault(faults[0].id));
}

#[tokio::test]
async fn a_rule_that_cannot_strike_is_not_taken() {
    let gateway = start().await;
    let refused = gateway.add_fault(FaultRule::new(Fault::Hang).share(2.0, 0)).unwrap_err();
    assert_eq!(refused, "`share` must be 0 to 1, and is 2");
    assert!(gateway.faults().is_empty());
}
