//! Answers that are not as they should be.

use super::*;

#[tokio::test]
async fn a_large_answer_is_refused() {
    let transport = HyperTransport::builder().max_answer_bytes(1000).build().unwrap();
    let long = "x".repeat(1001);
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000000000\r\n\r\n".to_owned(),
        format!("HTTP/1.1 200 OK\r\n\r\n{long}"),
        format!("{chunked}3e8\r\n{}\r\n1\r\nx\r\n0\r\n\r\n", &long[1..]),
    ] {
        let server = Server::start(move |mut peer| {
            let answer = answer.clone();
            async move {
                peer.request().await;
                peer.write(answer.as_bytes()).await;
                // The client does not wait for more.
                peer.closed().await;
            }
        })
        .await;
        let error = fail(&transport, server.request(), Sent::Maybe, Fault::TooLarge).await;
        assert!(error.to_string().ends_with("the answer is larger than 1000 bytes"), "{error}");
    }
    for answer in [
        format!("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}", &long[1..]),
        format!("{chunked}3e0\r\n{}\r\n8\r\nxxxxxxxx\r\n0\r\n\r\n", &long[9..]),
    ] {
        let server = Server::answering_once(answer).await;
        let delivered = transport.send(server.request(), AMPLE).await.unwrap();
        assert_eq!(delivered.response.body(), &long[1..]);
    }
}

#[tokio::test]
async fn what_is_not_http_is_refused() {
    for answer in [
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\nok\r\n0\r\n\r\n",
    ] {
        fail_with(answer, Fault::Protocol).await;
    }
}

#[tokio::test]
async fn a_head_has_limits() {
    let many = "Canary: x\r\n".repeat(101);
    let long = format!("Canary: {}\r\n", "x".repeat(600_000));
    for headers in [many, long] {
        let error = fail_with(format!("HTTP/1.1 200 OK\r\n{headers}\r\n"), Fault::Protocol).await;
        assert!(error.to_string().ends_with("message head is too large"), "{error}");
    }
}

#[tokio::test]
async fn a_compressed_answer_is_refused_by_name() {
    let refused = async |value: &str| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {value}\r\nContent-Length: 2\r\n\r\nok");
        fail_with(head, Fault::Encoding).await.to_string()
    };
    let error = refused("identity, GZIP").await;
    assert!(error.ends_with("the answer has the content encoding GZIP, which was not asked for"), "{error}");
    let error = refused("\"xxx").await;
    assert!(error.contains(r#"encoding \"xxx,"#), "escaped: {error}");
    let error = refused(&"x".repeat(33)).await;
    assert!(error.contains("the content encoding of 33 bytes,"), "nothing of a long one: {error}");
    let plain = "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 2\r\n\r\nok";
    assert_eq!(answer_of(plain).await.response.body(), "ok");
}

#[tokio::test]
async fn a_body_that_may_have_been_cut_is_told() {
    assert!(!answer_of(OK).await.ended_by_close);
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    assert!(!answer_of(chunked).await.ended_by_close);
    assert!(!answer_of("HTTP/1.1 204 No Content\r\n\r\n").await.ended_by_close);
    let open = answer_of("HTTP/1.1 200 OK\r\n\r\n{\"ret\":0").await;
    assert!(open.ended_by_close);
    assert_eq!(open.response.body(), "{\"ret\":0");
}

#[tokio::test]
async fn odd_statuses_come_through() {
    for status in [101, 204, 302, 500, 999] {
        let server = Server::start(move |mut peer| async move {
            peer.request().await;
            let upgrade = "Connection: upgrade\r\nUpgrade: websocket\r\n";
            peer.write(format!("HTTP/1.1 {status} X\r\n{upgrade}Content-Length: 0\r\n\r\n").as_bytes()).await;
            peer.closed().await;
        })
        .await;
        let delivered = transport().send(server.request(), AMPLE).await.unwrap();
        assert_eq!(delivered.response.status(), status);
    }
}

#[tokio::test]
async fn chunks_win_over_a_length() {
    let both =
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n";
    assert_eq!(answer_of(both).await.response.body(), "ok");
}
