//! What the gateway keeps, and for how long it waits.

use std::time::Duration;

use msdk_endpoints::qq::relation::Qqprofile;
use msdk_mock::{Gateway, GatewayBuilder};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::support::{NOW, Raw, answer, refusal};

/// Nothing waits for this long unless a bound is missing.
const NEVER: Duration = Duration::from_secs(60);

async fn start(set: impl FnOnce(GatewayBuilder) -> GatewayBuilder) -> Gateway {
    set(Gateway::builder().clock(NOW)).start().await.unwrap()
}

async fn connect(gateway: &Gateway) -> TcpStream {
    TcpStream::connect(gateway.base_url().strip_prefix("http://").unwrap()).await.unwrap()
}

/// The bytes until the gateway closes the connection.
async fn rest(connection: &mut TcpStream) -> String {
    let mut rest = String::new();
    timeout(NEVER, connection.read_to_string(&mut rest)).await.expect("the connection is closed").unwrap();
    rest
}

/// A request after which the connection stays open.
const SHORT: &str = "GET /short HTTP/1.1\r\nHost: gateway\r\n\r\n";

/// Sends [`SHORT`] and reads the head of the answer and the body.
async fn exchange(connection: &mut TcpStream) {
    connection.write_all(SHORT.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"}") {
        answer.push(timeout(NEVER, connection.read_u8()).await.expect("there is an answer").unwrap());
    }
}

#[tokio::test]
async fn the_latest_requests_are_kept() {
    let gateway = start(|builder| builder.max_received(2)).await;
    for path in ["/1", "/2", "/3"] {
        Raw { path: path.into(), ..Raw::of(&gateway, Qqprofile) }.send(&gateway).await;
    }
    let paths = || gateway.received().into_iter().map(|received| received.path).collect::<Vec<_>>();
    assert_eq!((paths(), gateway.received_count()), (vec!["/2".to_owned(), "/3".to_owned()], 3));

    gateway.clear_received();
    assert_eq!((paths(), gateway.received_count()), (vec![], 0));
    assert_eq!(answer(&gateway, Qqprofile).await["ret"], 0);
    assert_eq!((paths(), gateway.received_count()), (vec!["/relation/qqprofile/".to_owned()], 1));
}

#[tokio::test]
async fn kept_requests_have_a_size_in_all() {
    let gateway = start(|builder| builder.max_received_bytes(3 * 1024 * 1024)).await;
    for _ in 0..5 {
        let raw = Raw { body: vec![b' '; 1024 * 1024], ..Raw::of(&gateway, Qqprofile) };
        raw.send(&gateway).await;
    }
    assert_eq!((gateway.received().len(), gateway.received_count()), (2, 5));
}

#[tokio::test]
async fn half_a_head_and_an_idle_connection_are_not_waited_for() {
    let gateway = start(|builder| builder.read_timeout(Duration::from_millis(50))).await;
    for sent in ["", "POST / HT", "POST / HTTP/1.1\r\nContent-Length: 5\r\n"] {
        let mut connection = connect(&gateway).await;
        connection.write_all(sent.as_bytes()).await.unwrap();
        rest(&mut connection).await;
    }
    let mut idle = connect(&gateway).await;
    exchange(&mut idle).await;
    rest(&mut idle).await;
    assert_eq!(gateway.received_count(), 1);
}

/// The gateway stops reading when its answers fill the sockets, then gives the connection up.
#[tokio::test]
async fn answers_that_nobody_reads_are_not_waited_for() {
    let gateway = start(|builder| builder.read_timeout(Duration::from_millis(50)).max_received(0)).await;
    let mut connection = connect(&gateway).await;
    let fill = async { while connection.write_all(SHORT.repeat(1000).as_bytes()).await.is_ok() {} };
    timeout(NEVER, fill).await.expect("the connection is closed");
}

#[tokio::test]
async fn half_a_body_is_refused_after_a_time() {
    let gateway = start(|builder| builder.read_timeout(Duration::from_millis(50))).await;
    let mut connection = connect(&gateway).await;
    connection.write_all(b"POST / HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5\r\n\r\n{").await.unwrap();
    let answer = rest(&mut connection).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("\r\nconnection: close"), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body, refusal(-101, "the HTTP body took more than 50 ms to arrive"));
}

/// The second connection sends first, and is answered only after the first one has gone.
#[tokio::test]
async fn connections_beyond_the_bound_wait() {
    let gateway = start(|builder| builder.max_connections(1)).await;
    let mut first = connect(&gateway).await;
    exchange(&mut first).await;
    let mut second = connect(&gateway).await;
    second.write_all(SHORT.replace("short", "second").as_bytes()).await.unwrap();
    for _ in 0..20 {
        exchange(&mut first).await;
    }
    assert!(gateway.received().iter().all(|received| received.path == "/short"));
    drop(first);
    exchange(&mut second).await;
    assert!(gateway.received().iter().any(|received| received.path == "/second"));
}
