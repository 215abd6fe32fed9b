//! Requests that were written beforehand, whose answers nobody reads: what the layers under a client cost.

use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioIo},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    allocations::Counter,
    answers::{APP_ID, OPENID, PATH, Scenario, body, request_body},
};

fn path() -> String {
    let sig = "a40e358132d0e9457e89bf30684b6e6b";
    format!("{PATH}?timestamp=1381288134&appid={APP_ID}&sig={sig}&openid={OPENID}&encode=1&conn=1")
}

pub(crate) async fn raw(scenario: Scenario, calls: u32, address: &str) -> f64 {
    let sent = request_body(scenario.flag());
    let (path, length) = (path(), sent.len());
    let request = format!("POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\n\r\n{sent}");
    let expected = body(scenario.friends());
    let mut socket = TcpStream::connect(address).await.expect("a connection");
    socket.set_nodelay(true).expect("an option");
    let mut answer = Vec::with_capacity(64 * 1024);
    let counter = Counter::start();
    for _ in 0..calls {
        socket.write_all(request.as_bytes()).await.expect("a request");
        answer.clear();
        while !answer.ends_with(expected.as_bytes()) {
            assert_ne!(socket.read_buf(&mut answer).await.expect("an answer"), 0);
        }
    }
    counter.of_each(calls)
}

fn request(address: &str, uri: &str, sent: &Bytes) -> Request<Full<Bytes>> {
    Request::post(uri).header("host", address).body(Full::new(sent.clone())).expect("a request")
}

pub(crate) async fn hyper(scenario: Scenario, calls: u32, address: &str) -> f64 {
    let socket = TcpStream::connect(address).await.expect("a connection");
    socket.set_nodelay(true).expect("an option");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(socket)).await.expect("a connection");
    tokio::spawn(connection);
    let (uri, sent) = (path(), Bytes::from(request_body(scenario.flag())));
    let expected = body(scenario.friends());
    let counter = Counter::start();
    for _ in 0..calls {
        sender.ready().await.expect("a connection");
        let answer = sender.send_request(request(address, &uri, &sent)).await.expect("an answer");
        assert_eq!(answer.into_body().collect().await.expect("a body").to_bytes().len(), expected.len());
    }
    counter.of_each(calls)
}

pub(crate) async fn hyper_util(scenario: Scenario, calls: u32, address: &str) -> f64 {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(connector);
    let (uri, sent) = (format!("http://{address}{}", path()), Bytes::from(request_body(scenario.flag())));
    let expected = body(scenario.friends());
    let counter = Counter::start();
    for _ in 0..calls {
        let answer = client.request(request(address, &uri, &sent)).await.expect("an answer");
        assert_eq!(answer.into_body().collect().await.expect("a body").to_bytes().len(), expected.len());
    }
    counter.of_each(calls)
}
